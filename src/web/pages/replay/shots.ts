import { rowsOf } from '../../round/sections.ts'
import type { Round } from '../../round/use-round.ts'

/** Shots in the order of time: columns of equal length. */
export interface Shots {
  readonly time_ms: Float64Array
  readonly player: Int32Array
  readonly from_x: Float64Array
  readonly from_y: Float64Array
  readonly to_x: Float64Array
  readonly to_y: Float64Array
}

interface Shot {
  readonly time_ms: number
  readonly player: number
  readonly from: readonly [x: number, y: number]
  readonly to: readonly [x: number, y: number]
}

/** Length of the line of a shot that hit nobody, units: where it ended is not recorded. */
const MISS_UNITS = 500
const DEGREE = Math.PI / 180

/** The shots of a round: those of the list, to whom they hit; without the list those that hit. */
export function shotsOf(round: Round): Shots {
  const hits = rowsOf(round, 'damage')
  const targets = new Map(hits.map((hit) => [`${hit.attacker} ${hit.time_ms}`, [hit.target_x, hit.target_y] as const]))
  const listed = rowsOf(round, 'shot_fired').flatMap(({ time_ms, player, x, y, yaw }): readonly Shot[] => {
    if (player === null) return []
    const miss = [x + MISS_UNITS * Math.cos(yaw * DEGREE), y + MISS_UNITS * Math.sin(yaw * DEGREE)] as const
    return [{ time_ms, player, from: [x, y], to: targets.get(`${player} ${time_ms}`) ?? miss }]
  })
  const shots = listed.length > 0 ? listed : hits.flatMap(hitLine)
  shots.sort((a, b) => a.time_ms - b.time_ms)
  return {
    time_ms: Float64Array.from(shots, ({ time_ms }) => time_ms),
    player: Int32Array.from(shots, ({ player }) => player),
    from_x: Float64Array.from(shots, ({ from }) => from[0]),
    from_y: Float64Array.from(shots, ({ from }) => from[1]),
    to_x: Float64Array.from(shots, ({ to }) => to[0]),
    to_y: Float64Array.from(shots, ({ to }) => to[1]),
  }
}

function hitLine(hit: ReturnType<typeof rowsOf<'damage'>>[number]): readonly Shot[] {
  const { time_ms, attacker, attacker_x, attacker_y, target_x, target_y } = hit
  if (attacker === null || attacker_x === null || attacker_y === null) return []
  return [{ time_ms, player: attacker, from: [attacker_x, attacker_y], to: [target_x, target_y] }]
}
