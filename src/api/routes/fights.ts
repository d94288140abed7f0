import { dailyFights } from '../../analytics/daily-fights.ts'
import { excludedIn } from '../../analytics/excluded.ts'
import { fightDetails } from '../../analytics/fight-details.ts'
import { fightEvents } from '../../analytics/fight-events.ts'
import { busiestMap, hotzones as readHotzones } from '../../analytics/hotzones.ts'
import { summary as readSummary } from '../../analytics/summary.ts'
import { engagements } from '../../contract/engagements.ts'
import { event } from '../../contract/event.ts'
import { events } from '../../contract/events.ts'
import { hotzones } from '../../contract/hotzones.ts'
import { summary } from '../../contract/summary.ts'
import { envelopeOf } from '../answer.ts'
import { RequestError } from '../request-error.ts'
import { route } from '../route.ts'
import { scopeOf } from '../scope-of.ts'

export const summaryRoute = route(summary, async ({ db, query, now_ms }) => {
  const scope = scopeOf(query, now_ms)
  const found = await readSummary(db, scope)
  return { ...envelopeOf(query, now_ms, found.sample_rounds > 0), ...found, excluded: await excludedIn(db, scope) }
})

export const engagementsRoute = route(engagements, async ({ db, query, now_ms }) => {
  const scope = scopeOf(query, now_ms)
  const buckets = await dailyFights(db, scope)
  return { ...envelopeOf(query, now_ms, buckets.length > 0), buckets, excluded: await excludedIn(db, scope) }
})

export const hotzonesRoute = route(hotzones, async ({ db, query, now_ms }) => {
  const asked = scopeOf(query, now_ms)
  const map_name = asked.map_name ?? (await busiestMap(db, asked))
  const scope = { ...asked, map_name }
  const cells = map_name === null ? [] : await readHotzones(db, scope)
  const envelope = envelopeOf(query, now_ms, cells.length > 0)
  return {
    ...envelope,
    scope: { ...envelope.scope, map_name },
    ...(map_name === null ? {} : { source: 'combat_engagement' as const }),
    map_name,
    grid_size: 256,
    hotzones: cells,
    excluded: await excludedIn(db, scope),
  }
})

export const eventsRoute = route(events, async ({ db, query, now_ms }) => {
  const scope = scopeOf(query, now_ms)
  const found = await fightEvents(db, scope, query.limit)
  return {
    ...envelopeOf(query, now_ms, found.length > 0),
    limit: query.limit,
    events: found,
    excluded: await excludedIn(db, scope),
  }
})

export const eventRoute = route(event, async ({ db, params }) => {
  const found = await fightDetails(db, params.event_id)
  if (found === undefined) throw new RequestError(404, 'Event not found')
  return found
})
