import type { Kysely } from 'kysely'
import type { PlaceRow } from '../metrics/derived.ts'
import type { AskedPlace } from '../metrics/map-events.ts'
import type { Database } from '../store/database.ts'
import { eachPlace } from '../store/place-bytes.ts'
import { type MapQuestion, personAsked, roundsAsked, whoIsAsked } from './map-question.ts'

/** A round of a question. */
interface PlacedRound {
  readonly id: number
  readonly map_name: string
  readonly started_unix: number | null
  readonly round_number: number
  readonly defender_team: number
}

/** A place with the ids of those whom it is about. */
export interface Placed extends AskedPlace {
  readonly round: PlacedRound
  readonly target_id: number
  readonly killer_id: number | null
}

/** Every place of a question's rounds, the newest first, for each of whom it tells something that is asked for. */
export async function eachPlaced(
  db: Kysely<Database>,
  question: MapQuestion,
  visit: (placed: Placed) => void,
): Promise<void> {
  const person = await personAsked(db, question)
  const isAsked = whoIsAsked(question, person)
  const rounds = await roundsAsked(db, question)
    .innerJoin('derived_place', 'derived_place.round_id', 'rounds.id')
    .select([
      'rounds.id',
      'rounds.map_name',
      'rounds.started_unix',
      'rounds.round_number',
      'rounds.defender_team',
      'derived_place.player_ids',
      'derived_place.places',
    ])
    .orderBy('rounds.started_unix', (order) => order.desc().nullsLast())
    .orderBy('rounds.id', 'desc')
    .execute()
  for (const { player_ids, places, ...round } of rounds) {
    const inRound: Placed[] = []
    const isHis = (number: number | null) => number !== null && player_ids[number] === person
    const isWanted = (_: number, target: number, killer: number | null) =>
      person === null || isHis(target) || isHis(killer)
    const take = (place: PlaceRow) => {
      const target_id = player_ids[place.target] as number
      const killer_id = place.killer === null ? null : (player_ids[place.killer] as number)
      const { target_team, target_class, killer_team, killer_class } = place
      const isOfTarget = isAsked({ player_id: target_id, team: target_team, player_class: target_class }, round)
      const isOfKiller =
        killer_id !== null && isAsked({ player_id: killer_id, team: killer_team, player_class: killer_class }, round)
      if (!isOfTarget && !isOfKiller) return
      const isByMeans = question.means === null || place.means === question.means
      inRound.push({ place, round, target_id, killer_id, isOfTarget, isOfKiller, isByMeans })
    }
    eachPlace(places, take, isWanted)
    inRound.sort((a, b) => b.place.end_time_ms - a.place.end_time_ms || b.place.row_no - a.place.row_no)
    inRound.forEach(visit)
  }
}
