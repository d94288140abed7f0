import { classes as readClasses } from '../../analytics/classes.ts'
import { excludedIn } from '../../analytics/excluded.ts'
import { movers as readMovers } from '../../analytics/movers.ts'
import { classes } from '../../contract/classes.ts'
import { movers } from '../../contract/movers.ts'
import { envelopeOf } from '../answer.ts'
import { route } from '../route.ts'
import { scopeOf } from '../scope-of.ts'

export const moversRoute = route(movers, async ({ db, query, now_ms }) => {
  const scope = scopeOf(query, now_ms)
  const found = await readMovers(db, scope, query.limit)
  const hasData = Object.values(found).some((list) => list.length > 0)
  return {
    ...envelopeOf(query, now_ms, hasData),
    limit: query.limit,
    ...found,
    excluded: await excludedIn(db, scope),
  }
})

export const classesRoute = route(classes, async ({ db, query, now_ms }) => {
  const scope = scopeOf(query, now_ms)
  const found = await readClasses(db, scope)
  return { ...envelopeOf(query, now_ms, found.length > 0), classes: found, excluded: await excludedIn(db, scope) }
})
