import { type Kysely, sql } from 'kysely'
import { TEAMS } from '../format/codec.ts'
import type { Database } from '../store/database.ts'
import { isAsked, isByMeans, KILLER, type MapQuestion, roundsAsked } from './map-question.ts'
import { namedPeople } from './named-people.ts'

interface KillRow {
  readonly round_id: number
  readonly time_ms: number
  readonly killer_id: number
  readonly target_id: number
  readonly killer_team: number
  readonly killer_x: number
  readonly killer_y: number
  readonly x: number
  readonly y: number
  readonly means: number | null
}

/** Kills with the places of both, the newest first, and how many there are. */
export async function mapKills(db: Kysely<Database>, question: MapQuestion, limit: number) {
  const kills = sql`from derived_place place join (${roundsAsked(db, question)}) asked on asked.id = place.round_id
    where place.killer_x is not null and ${isByMeans(question)} and ${isAsked(db, question, KILLER)}`
  const { rows: counts } = await sql<{ total: number }>`select count(*)::integer as total ${kills}`.execute(db)
  const { rows } = await sql<KillRow>`
    select place.round_id, place.end_time_ms as time_ms, place.killer_id, place.target_id, place.killer_team,
      place.killer_x, place.killer_y, place.x, place.y, place.means
    ${kills}
    order by asked.started_unix desc nulls last, place.round_id desc, place.end_time_ms desc, place.row_no desc
    limit ${limit}`.execute(db)
  const ids = [...new Set(rows.flatMap(({ killer_id, target_id }) => [killer_id, target_id]))]
  const named = await namedPeople(db, ids)
  const index = new Map(ids.map((id, i) => [id, i]))
  return {
    total: counts[0]?.total ?? 0,
    people: ids.map(named),
    kills: rows.map(({ killer_id, target_id, killer_team, ...rest }) => ({
      ...rest,
      killer: index.get(killer_id) as number,
      victim: index.get(target_id) as number,
      killer_team: TEAMS[killer_team] ?? 'SPEC',
    })),
  }
}
