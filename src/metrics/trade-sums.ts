import type { BaitChance } from './baiting.ts'
import type { TradeRow } from './derived.ts'

function noTrades() {
  return {
    trade_opportunities: 0,
    trade_attempts: 0,
    trade_successes: 0,
    trade_opportunity_successes: 0,
    trade_missed: 0,
    tradable_deaths: 0,
    traded_deaths: 0,
    isolation_deaths: 0,
    bait_chances: 0,
    baits: 0,
  }
}

export type TradeSums = ReturnType<typeof noTrades>

/** Sums over the deaths by enemies of a round for each of `players` players, as mate of the victim and as victim. */
export function sumTrades(
  trades: readonly TradeRow[],
  baits: readonly BaitChance[],
  players: number,
): readonly TradeSums[] {
  const sums = Array.from({ length: players }, noTrades)
  const add = (player: number, what: keyof TradeSums) => {
    const own = sums[player]
    if (own) own[what] += 1
  }
  for (const { victim, opportunities, attempts, successes, missed, is_isolation_death } of trades) {
    const near = new Set(opportunities.map(({ player }) => player))
    for (const player of near) add(player, 'trade_opportunities')
    for (const { player } of attempts) add(player, 'trade_attempts')
    for (const { player } of missed) add(player, 'trade_missed')
    for (const { player } of successes) {
      add(player, 'trade_successes')
      if (near.has(player)) add(player, 'trade_opportunity_successes')
    }
    add(victim, 'tradable_deaths')
    if (successes.length > 0) add(victim, 'traded_deaths')
    if (is_isolation_death) add(victim, 'isolation_deaths')
  }
  for (const { player, is_bait } of baits) {
    add(player, 'bait_chances')
    if (is_bait) add(player, 'baits')
  }
  return sums
}
