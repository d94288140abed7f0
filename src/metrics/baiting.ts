import type { TradeRow } from './derived.ts'
import type { Judged } from './engagements.ts'
import { type LivesByPlayer, lifeAt } from './lives.ts'
import { TRADE_WINDOW_MS } from './trades.ts'

/** A mate is able to help if he lives on for this long after the death, ms. */
export const ABLE_MS = 1000
/** Having hit the killer this long before the death is help too, ms. */
export const HELPED_BEFORE_MS = 1500

/** A mate's death at which a player was near and able to help, and whether he did nothing. */
export interface BaitChance {
  readonly player: number
  readonly is_bait: boolean
}

function hitDuring(player: number, fights: readonly Judged[], from_ms: number, to_ms: number): boolean {
  return fights.some(({ enemies }) =>
    enemies.some((hitter) => hitter.player === player && hitter.first_hit_ms <= to_ms && hitter.last_hit_ms >= from_ms),
  )
}

/** Also by a bot: who fights one cannot help either. */
function isHitByEnemy({ category, engagement: { attackers, target_team } }: Judged): boolean {
  return category === 'fight' || (category === 'bot' && attackers.some(({ team }) => team !== target_team))
}

/**
 * Of the trade opportunities those at which the mate was able: alive for a second after the death, and not under fire
 * himself in the trade window. A bait is one where he neither shot at the killer in the window nor had hit him shortly
 * before. It describes what happened, not why, and ranks nobody (L-59).
 *
 * @param byTarget the engagements against each player
 */
export function baitChances(
  trades: readonly TradeRow[],
  byTarget: readonly (readonly Judged[])[],
  lives: LivesByPlayer,
): readonly BaitChance[] {
  return trades.flatMap(({ opportunities, missed, killer, death_time_ms }) => {
    const idle = new Set(missed.map(({ player }) => player))
    return opportunities.flatMap(({ player }): BaitChance[] => {
      const life = lifeAt(lives[player] ?? [], death_time_ms)
      const survives = life !== undefined && life.until_ms >= death_time_ms + ABLE_MS
      const underFire = (byTarget[player] ?? []).some(
        (one) =>
          isHitByEnemy(one) &&
          one.engagement.start_time_ms <= death_time_ms + TRADE_WINDOW_MS &&
          one.engagement.end_time_ms >= death_time_ms,
      )
      if (!survives || underFire) return []
      const before = [death_time_ms - HELPED_BEFORE_MS, death_time_ms] as const
      return [{ player, is_bait: idle.has(player) && !hitDuring(player, byTarget[killer] ?? [], ...before) }]
    })
  })
}
