import type { ReplyAt } from '../contract/client.ts'
import { isByMeans, isOfKiller, type MapQuestion } from './map-question.ts'

type Reply = ReplyAt<'/api/proximity/maps/:map_name'>

/** The kills of those who are asked for, by whatever means, and which of them cannot be shown. */
function killsOf(question: MapQuestion) {
  const { places } = question.file.derived
  return places.filter((place) => place.cause === 'enemy' && isOfKiller(question, place))
}

/** Kills by means of death, the most frequent first. */
export function meansOf(question: MapQuestion): Reply['means'] {
  const kills = Map.groupBy(killsOf(question), ({ means }) => means)
  return [...kills]
    .flatMap(([means, of]) => (means === null ? [] : [{ means, kills: of.length }]))
    .sort((a, b) => b.kills - a.kills || a.means - b.means)
}

/** What is missing in an answer. */
export function missingOf(question: MapQuestion): Reply['missing'] {
  const kills = killsOf(question)
  return {
    rounds_not_derived: 0,
    rounds_without_role: question.isAnswerable ? 0 : 1,
    kills_without_place: kills.filter((kill) => isByMeans(question, kill) && kill.killer_x === null).length,
    kills_without_means: kills.filter(({ means }) => means === null).length,
  }
}
