/** Times during which a side moves fast in one direction. */
import type { Team } from '../format/codec.ts'
import { clock } from './clock.ts'
import { readVector, type Vector } from './engine.ts'
import { onEnd, onStart } from './events.ts'
import { findLiving, newLiving } from './living.ts'
import { nearestObjective, type Objective, objectives } from './objectives.ts'
import type { Person } from './people.ts'
import { every, recordLater } from './schedule.ts'

const INTERVAL_MS = 1_000
/** Slower than this is no movement, units/s; the thresholds are the original's. */
const MOVE_SPEED = 10
const LEAST_MOVERS = 2
const LEAST_SPEED = 80
const LEAST_ALIGNMENT = 0.4
/** At this speed and more a push is as fast as a push can be. */
const FULL_SPEED = 300
/** Cosine of the way to an objective, from which on a side moves toward it. */
const TOWARD = 0.3

interface Push {
  readonly start_ms: number
  readonly team: Team
  readonly x: number
  readonly y: number
  readonly toward: string
  /** Looks at which it was going on, and sums over them. */
  looks: number
  speeds: number
  alignments: number
  participants: number
}

const living = newLiving()
const velocities: Vector[] = []
const pushes: { axis: Push | undefined; allies: Push | undefined } = { axis: undefined, allies: undefined }

export function watchPushes(): void {
  onStart('team_push_detection', () => {
    pushes.axis = undefined
    pushes.allies = undefined
  })
  every('team_push_detection', INTERVAL_MS, INTERVAL_MS / 4, () => {
    pushes.axis = look(1, pushes.axis)
  })
  every('team_push_detection', INTERVAL_MS, (INTERVAL_MS * 3) / 4, () => {
    pushes.allies = look(2, pushes.allies)
  })
  onEnd('team_push_detection', () => {
    if (pushes.axis !== undefined) close(pushes.axis)
    if (pushes.allies !== undefined) close(pushes.allies)
  })
}

/** The push of a side from now on. */
function look(side: number, push: Push | undefined): Push | undefined {
  findLiving(side, living)
  let [movers, speeds, x, y] = [0, 0, 0, 0]
  for (let i = 0; i < living.count; i++) {
    const velocity = readVector((living.people[i] as Person).slot, 'ps.velocity')
    if (velocity !== undefined) {
      const speed = lengthOf(velocity[0], velocity[1])
      if (speed > MOVE_SPEED) {
        velocities[movers] = velocity
        movers += 1
        speeds += speed
        x += velocity[0]
        y += velocity[1]
      }
    }
  }
  const length = lengthOf(x, y)
  const alignment = length > 0 ? alignmentOf(movers, x / length, y / length) : 0
  if (movers < LEAST_MOVERS || speeds / movers < LEAST_SPEED || alignment < LEAST_ALIGNMENT) {
    if (push !== undefined) close(push)
    return undefined
  }
  const going = push ?? begin(x / length, y / length)
  going.looks += 1
  going.speeds += speeds / movers
  going.alignments += alignment
  going.participants = math.max(going.participants, movers)
  return going
}

/** Mean cosine between the way of each and the way of all. */
function alignmentOf(movers: number, x: number, y: number): number {
  let sum = 0
  for (let i = 0; i < movers; i++) {
    const velocity = velocities[i] as Vector
    sum += (velocity[0] * x + velocity[1] * y) / lengthOf(velocity[0], velocity[1])
  }
  return sum / movers
}

function begin(x: number, y: number): Push {
  return {
    start_ms: clock.now_ms,
    team: (living.people[0] as Person).team,
    x,
    y,
    toward: towardWhat(x, y),
    looks: 0,
    speeds: 0,
    alignments: 0,
    participants: 0,
  }
}

/** The name of the objective nearest to the middle of the side, if the way leads there. */
function towardWhat(x: number, y: number): string {
  let [cx, cy, cz] = [0, 0, 0]
  for (let i = 0; i < living.count; i++) {
    const origin = living.origins[i] as Vector
    cx += origin[0] / living.count
    cy += origin[1] / living.count
    cz += origin[2] / living.count
  }
  const [index] = nearestObjective([cx, cy, cz])
  if (index === undefined) return 'N/A'
  const { name, origin } = objectives()[index] as Objective
  const [dx, dy] = [origin[0] - cx, origin[1] - cy]
  return dx * x + dy * y > TOWARD * lengthOf(dx, dy) ? name : 'NO'
}

function close(push: Push): void {
  const speed = push.speeds / push.looks
  const alignment = push.alignments / push.looks
  recordLater('team_pushes', {
    start_time_ms: push.start_ms,
    end_time_ms: clock.now_ms,
    team: push.team,
    avg_speed: speed,
    direction_x: push.x,
    direction_y: push.y,
    alignment_score: alignment,
    push_quality: alignment * math.min(1, speed / FULL_SPEED),
    participant_count: push.participants,
    toward_objective: push.toward,
  })
}

function lengthOf(x: number, y: number): number {
  return math.sqrt(x * x + y * y)
}
