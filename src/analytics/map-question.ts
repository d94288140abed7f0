import { type Kysely, type RawBuilder, sql } from 'kysely'
import { PLAYER_CLASSES, TEAMS } from '../format/codec.ts'
import type { Database } from '../store/database.ts'
import { countedRounds, playerOf, type Scope } from './scope.ts'

/** What is asked about one map: rounds, and whose deeds. Null: not given. */
export interface MapQuestion {
  /** With the map. */
  readonly scope: Scope
  readonly side: (typeof TEAMS)[number] | null
  readonly player_class: (typeof PLAYER_CLASSES)[number] | null
  readonly role: 'attack' | 'defence' | null
  readonly means: number | null
}

/** The rounds of a question with who defended (1 Axis, 2 Allies); with a role only those that know it. */
export function roundsAsked(db: Kysely<Database>, { scope, role }: MapQuestion) {
  const rounds = countedRounds(db, scope)
  return (role === null ? rounds : rounds.where('rounds.defender_team', 'in', [1, 2])).select([
    'rounds.id',
    'rounds.defender_team',
    'rounds.started_unix',
    'rounds.round_number',
  ])
}

/** Columns of the one whom a number is about. */
interface Actor {
  readonly person: string
  readonly team: string
  readonly player_class: string
}

export const KILLER: Actor = {
  person: 'place.killer_id',
  team: 'place.killer_team',
  player_class: 'place.killer_class',
}
export const TARGET: Actor = {
  person: 'place.target_id',
  team: 'place.target_team',
  player_class: 'place.target_class',
}
export const PRESENT: Actor = { person: 'here.player_id', team: 'here.team', player_class: 'here.player_class' }

/** True for rows about those who are asked for; the rounds stand beside them as `asked`. */
export function isAsked(db: Kysely<Database>, question: MapQuestion, actor: Actor): RawBuilder<boolean> {
  const { scope, side, player_class, role } = question
  const team = sql.ref(actor.team)
  const parts = [sql<boolean>`true`]
  if (side !== null) parts.push(sql`${team} = ${TEAMS.indexOf(side)}::smallint`)
  if (player_class !== null) {
    parts.push(sql`${sql.ref(actor.player_class)} = ${PLAYER_CLASSES.indexOf(player_class)}::smallint`)
  }
  if (scope.player_guid !== null) parts.push(sql`${sql.ref(actor.person)} = (${playerOf(db, scope.player_guid)})`)
  // sides count from 0 here and from 1 there
  if (role === 'defence') parts.push(sql`${team} + 1 = asked.defender_team`)
  if (role === 'attack') parts.push(sql`${team} = 2 - asked.defender_team`)
  return sql<boolean>`(${sql.join(parts, sql` and `)})`
}

/** True for deaths by the means that is asked for. */
export function isByMeans({ means }: MapQuestion): RawBuilder<boolean> {
  return means === null ? sql<boolean>`true` : sql<boolean>`place.means = ${means}::integer`
}

/** The number of the cell that a coordinate lies in. */
export function cellOf(column: string, cell_units: number): RawBuilder<number> {
  // a shift rounds down on both sides of zero; no parameter, or the database would take two of the same for different
  return sql<number>`(${sql.ref(column)} >> ${sql.raw(String(Math.log2(cell_units)))})`
}
