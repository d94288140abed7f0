import type { BaitChance } from './baiting.ts'
import type { LifeRow, PlayerRow, TradeRow } from './derived.ts'
import type { Judged } from './engagements.ts'
import { type FightSums, sumFights } from './fight-sums.ts'
import { sumLives } from './life-sums.ts'
import type { LivesByPlayer } from './lives.ts'
import type { Support } from './support.ts'
import { sumTrades, type TradeSums } from './trade-sums.ts'

/** What the sums of people are made of; lists by player are as long as the roster. */
export interface PlayerSources {
  readonly judged: readonly Judged[]
  readonly lives: LivesByPlayer
  readonly life_rows: readonly LifeRow[]
  readonly trades: readonly TradeRow[]
  readonly baits: readonly BaitChance[]
  readonly support: readonly Support[]
}

/** One row per person of the roster, in its order; who did nothing has zeros (L-50). */
export function playerRows(sources: PlayerSources): readonly PlayerRow[] {
  const { judged, lives, life_rows, trades, baits, support } = sources
  const fights = sumFights(judged, lives.length)
  const traded = sumTrades(trades, baits, lives.length)
  return lives.map((own, player) => ({
    player,
    ...sumLives(own, life_rows),
    ...(fights[player] as FightSums),
    ...(traded[player] as TradeSums),
    ...(support[player] as Support),
  }))
}
