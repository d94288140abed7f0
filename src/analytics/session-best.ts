import type { Kysely } from 'kysely'
import { intervalOf, shareInterval } from '../metrics/share-interval.ts'
import type { Database } from '../store/database.ts'
import { ratesOf } from './pair-rates.ts'
import { pairSums } from './pair-sums.ts'
import type { Scope } from './scope.ts'
import type { SessionPeople } from './session-people.ts'

/** Fewer cases say nothing yet (L-51). */
const LEAST_CASES = 20

/** Cases out of n. */
interface Share {
  readonly cases: number
  readonly n: number
}

/** Two people and how often they traded each other's deaths; `player1` is a place in the list of people. */
interface Pair {
  readonly player1: number
  readonly player2: number
  readonly trades: Share
}

/** The pair who most surely traded each other's deaths in a scope; see {@link bestOf}. */
export async function bestPair(db: Kysely<Database>, scope: Scope, { placeOf }: SessionPeople) {
  const pairs = (await pairSums(db, scope)).flatMap((sums) => {
    const [player1, player2] = [placeOf(sums.player1_id), placeOf(sums.player2_id)]
    if (player1 === undefined || player2 === undefined) return []
    const { together_ms, crossfire_count, crossfire_kills } = sums
    const { done, chances } = ratesOf(sums).trades
    const trades = { cases: done, n: chances }
    return [{ player1, player2, together_ms, crossfires: crossfire_count, crossfire_kills, trades }]
  })
  return bestOf(pairs.sort((a, b) => a.player1 - b.player1 || a.player2 - b.player2))
}

/**
 * The pair with the greatest lower bound of the share of chances that were taken (L-51), and what both did with others;
 * null if none has enough chances and took one. `most_chances`: of any pair.
 */
export function bestOf<T extends Pair>(pairs: readonly T[]) {
  const pair = surest(pairs, ({ trades }) => trades)
  const withOthers = (player: number) => {
    const others = pairs.filter((one) => one !== pair && [one.player1, one.player2].includes(player))
    const sum = (of: (trades: Share) => number) => others.reduce((total, { trades }) => total + of(trades), 0)
    return told({ cases: sum(({ cases }) => cases), n: sum(({ n }) => n) })
  }
  return {
    pair: pair && {
      ...pair,
      trades: told(pair.trades),
      others1: withOthers(pair.player1),
      others2: withOthers(pair.player2),
    },
    most_chances: Math.max(0, ...pairs.map(({ trades }) => trades.n)),
    least_chances: LEAST_CASES,
  }
}

/** Whose deaths were most surely traded by mates; null if nobody died often enough and was traded. */
export function mostTraded({ list }: Pick<SessionPeople, 'list'>) {
  const people = list.map(({ traded_deaths, tradable_deaths }, player) => ({
    player,
    deaths: { cases: traded_deaths, n: tradable_deaths },
  }))
  const person = surest(people, ({ deaths }) => deaths)
  return {
    person: person && { ...person, deaths: told(person.deaths) },
    most_deaths: Math.max(0, ...people.map(({ deaths }) => deaths.n)),
    least_deaths: LEAST_CASES,
  }
}

function told({ cases, n }: Share) {
  return { cases, n, interval: intervalOf(cases, n) }
}

/** The one with the greatest lower bound of a share, of those with enough cases; of equals the first. */
function surest<T>(all: readonly T[], shareOf: (one: T) => Share): T | null {
  const lowOf = (one: T) => shareInterval(shareOf(one).cases, shareOf(one).n)?.low ?? 0
  const enough = all.filter((one) => shareOf(one).n >= LEAST_CASES && shareOf(one).cases > 0)
  return enough.toSorted((a, b) => lowOf(b) - lowOf(a))[0] ?? null
}
