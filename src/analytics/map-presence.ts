import type { Kysely } from 'kysely'
import { PLAYER_CLASSES, TEAMS } from '../format/codec.ts'
import type { PresenceColumns } from '../metrics/derived.ts'
import { type TimeCell, TimeCells } from '../metrics/time-cells.ts'
import type { Database } from '../store/database.ts'
import { eachPresence } from '../store/presence-bytes.ts'
import { type MapQuestion, roundsAsked, whoIsAsked } from './map-question.ts'

/** Time and movement by cell. */
export async function mapPresence(
  db: Kysely<Database>,
  question: MapQuestion,
  cell_units: number,
): Promise<readonly TimeCell[]> {
  const cells = new TimeCells(cell_units)
  await eachPresent(db, question, (_, present) => cells.add(present))
  return cells.all()
}

/** Where people were, the cells of one person in one round at a time, with the map. */
export async function eachPresent(
  db: Kysely<Database>,
  question: MapQuestion,
  visit: (player_id: number, cells: PresenceColumns, map_name: string) => void,
): Promise<void> {
  const isAsked = await whoIsAsked(db, question)
  const rounds = await roundsAsked(db, question)
    .innerJoin('derived_presence as presence', 'presence.round_id', 'rounds.id')
    .select(['rounds.map_name', 'rounds.defender_team', 'presence.player_ids', 'presence.cells'])
    .execute()
  for (const { map_name, player_ids, cells, ...round } of rounds) {
    const idOf = (player: number) => player_ids[player] as number
    const isWanted = (player: number, team: number, player_class: number) =>
      isAsked(
        { player_id: idOf(player), team: TEAMS[team] ?? null, player_class: PLAYER_CLASSES[player_class] ?? null },
        round,
      )
    eachPresence(cells, isWanted, (player, present) => visit(idOf(player), present, map_name))
  }
}
