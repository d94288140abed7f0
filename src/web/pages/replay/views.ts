import { rowsOf } from '../../round/sections.ts'
import type { Round } from '../../round/use-round.ts'
import { lastUntil } from './sorted.ts'

/** When it is known in which direction a player looked, degrees. */
export interface View {
  readonly time_ms: Float64Array
  readonly yaw: Float64Array
}

/** Longer than this ago a view says nothing of now. */
const VIEW_MS = 1000

/** The views of every player of a round: in his shots, and in hits on him and by him. */
export function viewsOf(round: Round): readonly View[] {
  const seen = round.players.map((): [time_ms: number, yaw: number][] => [])
  const note = (player: number | null, time_ms: number, yaw: number | null) => {
    if (player !== null && yaw !== null) seen[player]?.push([time_ms, yaw])
  }
  for (const { time_ms, player, yaw } of rowsOf(round, 'shot_fired')) note(player, time_ms, yaw)
  for (const { time_ms, attacker, attacker_yaw, target, target_yaw } of rowsOf(round, 'damage')) {
    note(attacker, time_ms, attacker_yaw)
    note(target, time_ms, target_yaw)
  }
  return seen.map((views) => {
    views.sort(([a], [b]) => a - b)
    return {
      time_ms: Float64Array.from(views, ([time_ms]) => time_ms),
      yaw: Float64Array.from(views, ([, yaw]) => yaw),
    }
  })
}

/** The direction in which a player looks, degrees against the clock from east; null: not known. */
export function viewAt({ time_ms, yaw }: View, t_ms: number): number | null {
  const at = lastUntil(time_ms, t_ms)
  return at < 0 || t_ms - (time_ms[at] as number) > VIEW_MS ? null : (yaw[at] as number)
}
