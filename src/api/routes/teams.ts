import { duos as readDuos } from '../../analytics/duos.ts'
import { excludedIn } from '../../analytics/excluded.ts'
import { reactions as readReactions } from '../../analytics/reactions.ts'
import { teamplay as readTeamplay } from '../../analytics/teamplay.ts'
import { tradeEvents } from '../../analytics/trade-events.ts'
import { tradeSummary } from '../../analytics/trade-summary.ts'
import { duos } from '../../contract/duos.ts'
import { reactions } from '../../contract/reactions.ts'
import { teamplay } from '../../contract/teamplay.ts'
import { tradesEvents } from '../../contract/trades-events.ts'
import { tradesSummary } from '../../contract/trades-summary.ts'
import { envelopeOf } from '../answer.ts'
import { route } from '../route.ts'
import { scopeOf } from '../scope-of.ts'

export const duosRoute = route(duos, async ({ db, query, now_ms }) => {
  const scope = scopeOf(query, now_ms)
  const found = await readDuos(db, scope, query.limit)
  return {
    ...envelopeOf(query, now_ms, found.length > 0),
    limit: query.limit,
    duos: found,
    excluded: await excludedIn(db, scope),
  }
})

export const reactionsRoute = route(reactions, async ({ db, query, now_ms }) => {
  const scope = scopeOf(query, now_ms)
  const found = await readReactions(db, scope, query.limit)
  return {
    ...envelopeOf(query, now_ms, found.class_summary.length > 0),
    limit: query.limit,
    ...found,
    excluded: await excludedIn(db, scope),
  }
})

export const teamplayRoute = route(teamplay, async ({ db, query, now_ms }) => {
  const scope = scopeOf(query, now_ms)
  const found = await readTeamplay(db, scope, query.limit)
  return {
    ...envelopeOf(query, now_ms, found.sampled_engagements > 0),
    limit: query.limit,
    ...found,
    excluded: await excludedIn(db, scope),
  }
})

export const tradesSummaryRoute = route(tradesSummary, async ({ db, query, now_ms }) => {
  const scope = scopeOf(query, now_ms)
  const found = await tradeSummary(db, scope)
  return { ...envelopeOf(query, now_ms, found.events > 0), ...found, excluded: await excludedIn(db, scope) }
})

export const tradesEventsRoute = route(tradesEvents, async ({ db, query, now_ms }) => {
  const scope = scopeOf(query, now_ms)
  const found = await tradeEvents(db, scope, query.limit)
  return {
    ...envelopeOf(query, now_ms, found.length > 0),
    limit: query.limit,
    events: found,
    excluded: await excludedIn(db, scope),
  }
})
