import { excludedIn } from '../../analytics/excluded.ts'
import { pairCard } from '../../analytics/pair.ts'
import { roundsWithoutChances } from '../../analytics/pair-sums.ts'
import { pairs as readPairs } from '../../analytics/pairs.ts'
import { trios as readTrios } from '../../analytics/trios.ts'
import { pair } from '../../contract/pair.ts'
import { pairs } from '../../contract/pairs.ts'
import { trios } from '../../contract/trios.ts'
import { envelopeOf } from '../answer.ts'
import { RequestError } from '../request-error.ts'
import { route } from '../route.ts'
import { scopeOf } from '../scope-of.ts'

export const pairsRoute = route(pairs, async ({ db, query, now_ms }) => {
  const scope = scopeOf(query, now_ms)
  const found = await readPairs(db, scope, query.limit)
  return {
    ...envelopeOf(query, now_ms, found.total > 0),
    limit: query.limit,
    ...found,
    rounds_without_chances: await roundsWithoutChances(db, scope),
    excluded: await excludedIn(db, scope),
  }
})

export const pairRoute = route(pair, async ({ db, params, query, now_ms }) => {
  const scope = scopeOf(query, now_ms)
  const found = await pairCard(db, scope, params.guid1, params.guid2)
  if (found === undefined) throw new RequestError(404, 'There are no two people with these identifiers.')
  return {
    ...envelopeOf(query, now_ms, found.rounds > 0),
    ...found,
    rounds_without_chances: await roundsWithoutChances(db, scope),
    excluded: await excludedIn(db, scope),
  }
})

export const triosRoute = route(trios, async ({ db, query, now_ms }) => {
  const scope = scopeOf(query, now_ms)
  const found = await readTrios(db, scope, query.limit)
  return {
    ...envelopeOf(query, now_ms, found.total > 0),
    limit: query.limit,
    ...found,
    rounds_without_chances: await roundsWithoutChances(db, scope),
    excluded: await excludedIn(db, scope),
  }
})
