import { POSITION_EVENTS } from '../format/codec.ts'
import type { Engagement } from '../format/core-sections.ts'
import { crossfireDelay } from './crossfires.ts'
import { countDefenders } from './defenders.ts'
import type { FightRow } from './derived.ts'
import type { Judged } from './engagements.ts'

/** Edge of a cell of fights, units (the original's hot zones). */
export const FIGHT_CELL_UNITS = 256

const HIT = POSITION_EVENTS.indexOf('hit')

/**
 * Where an engagement ended. The end position of `round_end` is the intermission camera, so there it is the last place
 * before (D4).
 */
export function endPlace(engagement: Engagement): {
  readonly x: number
  readonly y: number
  readonly z: number
} {
  const { outcome, positions } = engagement
  if (outcome !== 'round_end') return { x: engagement.end_x, y: engagement.end_y, z: engagement.end_z }
  const last = positions.length - 2
  return {
    x: positions.x[last] ?? engagement.start_x,
    y: positions.y[last] ?? engagement.start_y,
    z: positions.z[last] ?? engagement.start_z,
  }
}

/**
 * Straight lines from hit to hit and on to the end, units. At the end of a round the last line leads to the intermission
 * camera and is left out (D4).
 */
export function targetDistance({ outcome, positions, distance_traveled }: Engagement): number {
  if (outcome !== 'round_end') return distance_traveled
  const { x, y, z, event } = positions
  const hits = [...event.subarray(0, positions.length).keys()].filter((i) => event[i] === HIT)
  return hits.slice(1).reduce((distance, to, i) => {
    const from = hits[i] as number
    const [dx, dy, dz] = [x, y, z].map((column) => (column[to] as number) - (column[from] as number))
    return distance + Math.hypot(dx as number, dy as number, dz as number)
  }, 0)
}

/**
 * One row per engagement, in the file's order: what happened in it between enemies.
 *
 * @param byTarget the engagements against each player
 */
export function fightRows(judged: readonly Judged[], byTarget: readonly (readonly Judged[])[]): readonly FightRow[] {
  return judged.map((one) => {
    const { engagement, enemies, crossfire, category, target, cause, killer } = one
    const { x, y } = endPlace(engagement)
    return {
      engagement_id: engagement.engagement_id,
      category,
      target,
      attackers: enemies.length,
      defenders: countDefenders(one, byTarget),
      cause,
      killer,
      is_crossfire: crossfire.length > 0,
      crossfire_delay_ms: crossfireDelay(crossfire),
      crossfire_players: crossfire.map(({ player }) => player),
      attacker_players: enemies.map(({ player }) => player),
      cell_x: Math.floor(x / FIGHT_CELL_UNITS),
      cell_y: Math.floor(y / FIGHT_CELL_UNITS),
    }
  })
}
