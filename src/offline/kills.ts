import type { ReplyAt } from '../contract/client.ts'
import { KillCounts } from '../metrics/map-events.ts'
import { askedPlaces, type MapQuestion } from './map-question.ts'

/** The kills of those who are asked for. */
export function killCounts(question: MapQuestion): KillCounts {
  const kills = new KillCounts()
  for (const place of askedPlaces(question)) kills.add(place)
  return kills
}

/** What is missing in an answer. */
export function missingOf(
  question: MapQuestion,
  kills: KillCounts,
): ReplyAt<'/api/proximity/maps/:map_name'>['missing'] {
  return { rounds_not_derived: 0, rounds_without_role: question.isAnswerable ? 0 : 1, ...kills.missing() }
}
