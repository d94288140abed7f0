import type { Hitter } from './crossfires.ts'
import type { TradeRow } from './derived.ts'
import type { Judged } from './engagements.ts'
import { type Life, type LivesByPlayer, lifeAt } from './lives.ts'
import { nearestPoint } from './paths.ts'
import { rounded } from './rounding.ts'

// tracker-semantics 13.5 and 13.8: the original's settings; all distances are 2-D
/** Time after a death in which it can be traded, ms. */
export const TRADE_WINDOW_MS = 3000
/** A mate this near to the place of death could trade, units. */
export const TRADE_DISTANCE = 800
/** A mate's place is known at a time if he has a point this near to it, ms. */
export const POSITION_TOLERANCE_MS = 1500
/** Without a mate this near, a death is isolated, units. */
export const ISOLATION_DISTANCE = 1200

interface Mate {
  readonly life: Life
  readonly distance: number
  readonly delta_ms: number
}

/** Distances in rows have one decimal, like the coordinates they come from. */
const DISTANCE_PLACES = 1

/** The living mates of a victim whose place at his death is known. */
function matesAt({ engagement, target }: Judged, lives: LivesByPlayer): readonly Mate[] {
  const { end_time_ms: death_ms, end_x, end_y, target_team } = engagement
  const mates: Mate[] = []
  for (const own of lives) {
    const life = lifeAt(own, death_ms)
    if (!life || life.player === target || life.team !== target_team) continue
    const { time_ms, x, y } = life.path
    const nearest = nearestPoint(life.path, death_ms, POSITION_TOLERANCE_MS)
    if (nearest < 0) continue
    const distance = Math.sqrt(((x[nearest] as number) - end_x) ** 2 + ((y[nearest] as number) - end_y) ** 2)
    mates.push({ life, distance, delta_ms: Math.abs((time_ms[nearest] as number) - death_ms) })
  }
  return mates
}

/** The hits of the victim's mates on the killer that fall into the window, the earliest of each mate. */
function attemptsOf(death: Judged, onKiller: readonly Judged[]): TradeRow['attempts'] {
  const { end_time_ms: death_ms, target_team } = death.engagement
  const attempts = new Map<number, Hitter>()
  for (const { enemies } of onKiller) {
    for (const mate of enemies) {
      if (mate.player === death.target || mate.team !== target_team) continue
      if (mate.last_hit_ms < death_ms || mate.first_hit_ms > death_ms + TRADE_WINDOW_MS) continue
      const known = attempts.get(mate.player)
      if (!known || mate.first_hit_ms < known.first_hit_ms) attempts.set(mate.player, mate)
    }
  }
  return [...attempts.values()].map(({ player, first_hit_ms, damage }) => ({ player, first_hit_ms, damage }))
}

/** The mates who killed the killer within the window. */
function successesOf(death: Judged, onKiller: readonly Judged[]): TradeRow['successes'] {
  const { end_time_ms: death_ms, target_team } = death.engagement
  const kills = new Map<number, number>()
  for (const { engagement, killer, killer_team } of onKiller) {
    const kill_ms = engagement.end_time_ms
    if (killer === null || killer === death.target || killer_team !== target_team) continue
    if (kill_ms < death_ms || kill_ms > death_ms + TRADE_WINDOW_MS) continue
    kills.set(killer, Math.min(kill_ms, kills.get(killer) ?? kill_ms))
  }
  return [...kills].map(([player, kill_time_ms]) => ({ player, kill_time_ms }))
}

/**
 * One row per death by an enemy, in the file's order (D31): which mates could have avenged it, which of all mates shot at
 * the killer in time (D30) or killed him, and whether the victim was alone (tracker-semantics 13.5). Times are inclusive.
 * A file without lives has no rows, because nobody's place is known. Deaths with a bot in it have none (L-41).
 *
 * @param byTarget the engagements against each player
 */
export function tradeRows(
  judged: readonly Judged[],
  byTarget: readonly (readonly Judged[])[],
  lives: LivesByPlayer,
): readonly TradeRow[] {
  if (lives.every((own) => own.length === 0)) return []
  return judged.flatMap((death, row_no): TradeRow[] => {
    if (death.killer === null || death.category === 'bot') return []
    const mates = matesAt(death, lives)
    const near = mates.filter(({ distance }) => distance <= TRADE_DISTANCE)
    const onKiller = byTarget[death.killer] ?? []
    const attempts = attemptsOf(death, onKiller)
    const tried = new Set(attempts.map(({ player }) => player))
    const nearest = mates.length === 0 ? null : Math.min(...mates.map(({ distance }) => distance))
    const opportunities = near.map(({ life: { player }, distance, delta_ms }) => ({
      player,
      distance: rounded(distance, DISTANCE_PLACES),
      delta_ms,
    }))
    return [
      {
        row_no,
        victim: death.target,
        victim_team: death.engagement.target_team,
        killer: death.killer,
        death_time_ms: death.engagement.end_time_ms,
        trade_window_ms: TRADE_WINDOW_MS,
        opportunities,
        attempts,
        successes: successesOf(death, onKiller),
        // each mate answers for himself: that another one tried does not make it his attempt (D32)
        missed: opportunities
          .filter(({ player }) => !tried.has(player))
          .map(({ player, distance }) => ({ player, distance })),
        nearest_teammate_dist: nearest === null ? null : rounded(nearest, DISTANCE_PLACES),
        is_isolation_death: nearest === null || nearest > ISOLATION_DISTANCE,
      },
    ]
  })
}
