import type { Kysely } from 'kysely'
import type { Database } from '../store/database.ts'
import { shareInterval } from './interval.ts'
import type { SessionPeople } from './session-people.ts'

/** Fewer cases say nothing yet (L-51). */
const LEAST_CASES = 20

/** Cases out of n. */
interface Share {
  readonly cases: number
  readonly n: number
}

/** Two people who were near each other's deaths, as places in the list of people. */
interface Pair {
  readonly player1: number
  readonly player2: number
  readonly together_ms: number
  readonly crossfires: number
  readonly crossfire_kills: number
  readonly trades: number
  readonly chances: number
}

/**
 * The pair who most surely traded each other's deaths (by the lower bound, L-51), and what both did with others; null if
 * no pair has enough chances. `most_chances`: of any pair.
 */
export async function bestPair(db: Kysely<Database>, rounds: readonly number[], people: SessionPeople) {
  const pairs = await pairsOf(db, rounds, people)
  const judged = pairs.map((pair) => ({ pair, trades: { cases: pair.trades, n: pair.chances } }))
  const most_chances = Math.max(0, ...pairs.map(({ chances }) => chances))
  const best = surest(judged.filter(({ pair }) => pair.trades > 0).map((one) => ({ ...one, share: one.trades })))
  if (best === null) return { pair: null, most_chances, least_chances: LEAST_CASES }
  const { player1, player2, together_ms, crossfires, crossfire_kills } = best.pair
  const withOthers = (player: number) => {
    const others = pairs.filter((pair) => pair !== best.pair && [pair.player1, pair.player2].includes(player))
    const sum = (of: (pair: Pair) => number) => others.reduce((total, pair) => total + of(pair), 0)
    return { cases: sum(({ trades }) => trades), n: sum(({ chances }) => chances) }
  }
  return {
    pair: {
      ...{ player1, player2, together_ms, crossfires, crossfire_kills, trades: best.trades },
      others1: withOthers(player1),
      others2: withOthers(player2),
    },
    most_chances,
    least_chances: LEAST_CASES,
  }
}

/** Whose deaths were most surely traded by mates; null if nobody died often enough. */
export function mostTraded({ list }: SessionPeople) {
  const judged = list.map(({ traded_deaths, tradable_deaths }, player) => ({
    player,
    share: { cases: traded_deaths, n: tradable_deaths },
  }))
  const most_deaths = Math.max(0, ...list.map(({ tradable_deaths }) => tradable_deaths))
  const best = surest(judged.filter(({ share }) => share.cases > 0))
  return { person: best && { player: best.player, deaths: best.share }, most_deaths, least_deaths: LEAST_CASES }
}

/** The one with the greatest lower bound of those with enough cases; of equals the first. */
function surest<T extends { readonly share: Share }>(judged: readonly T[]): T | null {
  const enough = judged.filter(({ share }) => share.n >= LEAST_CASES)
  const lowOf = ({ share }: T) => shareInterval(share.cases, share.n)?.low ?? 0
  return enough.toSorted((a, b) => lowOf(b) - lowOf(a))[0] ?? null
}

async function pairsOf(
  db: Kysely<Database>,
  rounds: readonly number[],
  { placeOf }: SessionPeople,
): Promise<readonly Pair[]> {
  if (rounds.length === 0) return []
  const rows = await db
    .selectFrom('derived_pair')
    .where('round_id', 'in', rounds)
    .groupBy(['player1_id', 'player2_id'])
    .select(({ fn }) => [
      'player1_id',
      'player2_id',
      fn.sum<number>('together_ms').as('together_ms'),
      fn.sum<number>('crossfire_count').as('crossfires'),
      fn.sum<number>('crossfire_kills').as('crossfire_kills'),
      fn.sum<number>('trade_chances_1_for_2').as('chances_1'),
      fn.sum<number>('trade_chances_2_for_1').as('chances_2'),
      fn.sum<number>('trades_1_for_2').as('trades_1'),
      fn.sum<number>('trades_2_for_1').as('trades_2'),
    ])
    .execute()
  const pairs = rows.flatMap((row): Pair[] => {
    const [player1, player2] = [placeOf(row.player1_id), placeOf(row.player2_id)]
    if (player1 === undefined || player2 === undefined) return []
    const { together_ms, crossfires, crossfire_kills } = row
    const sums = { trades: row.trades_1 + row.trades_2, chances: row.chances_1 + row.chances_2 }
    return [{ player1, player2, together_ms, crossfires, crossfire_kills, ...sums }]
  })
  return pairs.sort((a, b) => a.player1 - b.player1 || a.player2 - b.player2)
}
