import type { Kysely } from 'kysely'
import { KillCounts } from '../metrics/map-events.ts'
import type { Database } from '../store/database.ts'
import { eachPlaced, type Placed } from './map-places.ts'
import type { MapQuestion } from './map-question.ts'
import { namedPeople } from './named-people.ts'

/** Kills with the places of both, the newest first, how many there are, and what is missing of the others. */
export async function mapKills(db: Kysely<Database>, question: MapQuestion, limit: number) {
  const counts = new KillCounts()
  const placed: Placed[] = []
  let total = 0
  await eachPlaced(db, question, (one) => {
    counts.add(one)
    if (!one.isOfKiller || !one.isByMeans || one.place.killer_x === null) return
    total += 1
    if (placed.length < limit) placed.push(one)
  })
  const ids = [...new Set(placed.flatMap(({ killer_id, target_id }) => [killer_id as number, target_id]))]
  const named = await namedPeople(db, ids)
  const index = new Map(ids.map((id, i) => [id, i]))
  return {
    total,
    people: ids.map(named),
    kills: placed.map(({ round, place, killer_id, target_id }) => ({
      round_id: round.id,
      time_ms: place.end_time_ms,
      killer: index.get(killer_id as number) as number,
      victim: index.get(target_id) as number,
      killer_team: place.killer_team ?? 'SPEC',
      killer_x: place.killer_x as number,
      killer_y: place.killer_y as number,
      x: place.x,
      y: place.y,
      means: place.means,
    })),
    missing: counts.missing(),
  }
}
