/** How close together the living players of a side stand, seen from above. */
import { clock } from './clock.ts'
import type { Vector } from './engine.ts'
import { findLiving, newLiving } from './living.ts'
import type { Person } from './people.ts'
import { every, recordLater } from './schedule.ts'

const INTERVAL_MS = 500
/** Farther than this from the centre is a straggler (the original's value). */
const STRAGGLER = 800

const living = newLiving()

export function watchCohesion(): void {
  every('team_cohesion', INTERVAL_MS, 0, () => measure(1))
  every('team_cohesion', INTERVAL_MS, INTERVAL_MS / 2, () => measure(2))
}

function measure(side: number): void {
  findLiving(side, living)
  const { count, origins } = living
  if (count < 2) return
  let [x, y] = [0, 0]
  for (let i = 0; i < count; i++) {
    const origin = origins[i] as Vector
    x += origin[0]
    y += origin[1]
  }
  x /= count
  y /= count
  let [dispersion, stragglers] = [0, 0]
  for (let i = 0; i < count; i++) {
    const origin = origins[i] as Vector
    const off = math.sqrt((origin[0] - x) * (origin[0] - x) + (origin[1] - y) * (origin[1] - y))
    dispersion += off
    if (off > STRAGGLER) stragglers += 1
  }
  let [widest, nearest, first, second] = [0, math.huge, 0, 1]
  for (let i = 0; i < count; i++) {
    const [ax, ay] = origins[i] as Vector
    for (let j = i + 1; j < count; j++) {
      const [bx, by] = origins[j] as Vector
      const squared = (ax - bx) * (ax - bx) + (ay - by) * (ay - by)
      if (squared > widest) widest = squared
      if (squared < nearest) {
        nearest = squared
        first = i
        second = j
      }
    }
  }
  const [one, other] = [living.people[first] as Person, living.people[second] as Person]
  recordLater('team_cohesion', {
    time_ms: clock.now_ms,
    team: one.team,
    alive_count: count,
    centroid_x: x,
    centroid_y: y,
    dispersion: dispersion / count,
    max_spread: math.sqrt(widest),
    straggler_count: stragglers,
    buddy_pair_guids: [one.guid, other.guid],
    buddy_distance: math.sqrt(nearest),
  })
}
