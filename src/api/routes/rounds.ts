import { excludedIn } from '../../analytics/excluded.ts'
import { roundDetails } from '../../analytics/round-details.ts'
import { roundList } from '../../analytics/round-list.ts'
import { isShownSection } from '../../analytics/round-sections.ts'
import { session as readSession, scopeOfSession } from '../../analytics/session.ts'
import { sessions as readSessions } from '../../analytics/sessions.ts'
import { encodePath, encodePositions } from '../../contract/packed-path.ts'
import { round } from '../../contract/round.ts'
import { rounds } from '../../contract/rounds.ts'
import { session } from '../../contract/session.ts'
import { sessions } from '../../contract/sessions.ts'
import { envelopeOf } from '../answer.ts'
import { cursorOf, cursorText } from '../cursor-text.ts'
import { RequestError } from '../request-error.ts'
import { route } from '../route.ts'
import { scopeOf } from '../scope-of.ts'

export const sessionsRoute = route(sessions, async ({ db, query, now_ms }) => {
  const scope = scopeOf(query, now_ms, 365)
  const found = await readSessions(db, scope, query.limit, cursorOf(query.cursor))
  return {
    ...envelopeOf(query, now_ms, found.sessions.length > 0),
    limit: query.limit,
    sessions: found.sessions,
    next: cursorText(found.next),
    excluded: await excludedIn(db, scope),
  }
})

export const sessionRoute = route(session, async ({ db, params }) => {
  const found = await readSession(db, params.id)
  if (found === undefined) throw new RequestError(404, 'There is no gaming session under this number.')
  return { ...found, excluded: await excludedIn(db, scopeOfSession(params.id)) }
})

export const roundsRoute = route(rounds, async ({ db, query, now_ms }) => {
  const scope = scopeOf(query, now_ms)
  const found = await roundList(db, scope, query.limit, cursorOf(query.cursor))
  return {
    ...envelopeOf(query, now_ms, found.rounds.length > 0),
    limit: query.limit,
    rounds: found.rounds,
    next: cursorText(found.next),
    excluded: await excludedIn(db, scope),
  }
})

export const roundRoute = route(
  round,
  async ({ db, params, query }) => {
    const wanted = query.sections?.split(',')
    const unknown = wanted?.find((name) => !isShownSection(name))
    if (unknown !== undefined) throw new RequestError(400, `There is no section ${unknown} to show.`)
    const found = await roundDetails(db, params.id, wanted)
    if (found === undefined) throw new RequestError(404, 'There is no round with telemetry under this number.')
    return {
      ...found,
      engagements: found.engagements.map((one) => ({ ...one, positions: encodePositions(one.positions) })),
      tracks: found.tracks.map((track) => ({ ...track, path: encodePath(track.path) })),
    }
  },
  { tag: ({ version }) => version, isForEver: ({ version }, query) => version === query.version },
)
