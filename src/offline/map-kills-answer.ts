import type { QueryAt, ReplyAt } from '../contract/client.ts'
import { killCounts, missingOf } from './kills.ts'
import { excludedIn, mapEnvelope } from './map-envelope.ts'
import { askedPlaces, mapQuestion } from './map-question.ts'
import type { OpenedFile } from './open-file.ts'
import { NO_ID } from './round-answer.ts'

type Path = '/api/proximity/maps/:map_name/kills'
type Reply = ReplyAt<Path>

/** The kills of one file with the places of both, as /api/proximity/maps/:map_name/kills answers. */
export function mapKillsAnswer(file: OpenedFile, query: QueryAt<Path> & { readonly limit: number }): Reply {
  const question = mapQuestion(file, query)
  const all = askedPlaces(question)
    .filter(({ place, isByMeans, isOfKiller }) => place.killer_x !== null && isByMeans && isOfKiller)
    .map(({ place }) => place)
    .sort((a, b) => b.end_time_ms - a.end_time_ms || b.row_no - a.row_no)
  const shown = all.slice(0, query.limit)
  const players = [...new Set(shown.flatMap(({ killer, target }) => [killer as number, target]))]
  return {
    ...mapEnvelope(question, shown.length > 0),
    limit: query.limit,
    total: all.length,
    people: players.map((player) => {
      const { guid = '', name = '' } = question.people[player] ?? {}
      return { guid, name }
    }),
    kills: shown.map(({ end_time_ms, killer, target, killer_team, killer_x, killer_y, x, y, means }) => ({
      round_id: NO_ID,
      time_ms: end_time_ms,
      killer: players.indexOf(killer as number),
      victim: players.indexOf(target),
      killer_team: killer_team ?? 'SPEC',
      killer_x: killer_x as number,
      killer_y: killer_y as number,
      ...{ x, y, means },
    })),
    missing: missingOf(question, killCounts(question)),
    excluded: excludedIn(question),
  }
}
