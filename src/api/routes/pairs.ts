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
import { type ScopeQuery, scopeOf } from '../scope-of.ts'

interface AskedScope {
  readonly db: Parameters<typeof excludedIn>[0]
  readonly query: ScopeQuery
  readonly now_ms: number
}

/** What every answer about people together has beside what was found. */
async function around({ db, query, now_ms }: AskedScope, hasData: boolean) {
  const scope = scopeOf(query, now_ms)
  return {
    ...envelopeOf(query, now_ms, hasData),
    rounds_without_chances: await roundsWithoutChances(db, scope),
    excluded: await excludedIn(db, scope),
  }
}

export const pairsRoute = route(pairs, async (asked) => {
  const { db, query, now_ms } = asked
  const found = await readPairs(db, scopeOf(query, now_ms), query.limit)
  return { ...(await around(asked, found.total > 0)), limit: query.limit, ...found }
})

export const pairRoute = route(pair, async (asked) => {
  const { db, params, query, now_ms } = asked
  const found = await pairCard(db, scopeOf(query, now_ms), params.guid1, params.guid2)
  if (found === undefined) throw new RequestError(404, 'There are no two people with these identifiers.')
  return { ...(await around(asked, found.rounds > 0)), ...found }
})

export const triosRoute = route(trios, async (asked) => {
  const { db, query, now_ms } = asked
  const found = await readTrios(db, scopeOf(query, now_ms), query.limit)
  return { ...(await around(asked, found.total > 0)), limit: query.limit, ...found }
})
