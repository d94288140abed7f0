/** Who could see whom: lines from eye to eye that no wall crosses. A line is the same in both directions. */
import { clock } from './clock.ts'
import { eyeOf, isFree, MAX_CLIENTS } from './engine.ts'
import type { Person } from './people.ts'

/** A line that was looked at this recently is not looked at again: a runner gets some 70 units far. */
const FRESH_MS = 250
/** Lines looked at in one frame: the dearest thing that the tracker asks the engine for. */
const MOST_TRACES = 12

interface Line {
  time_ms: number
  a: Person
  b: Person
  free: boolean
}

const lines = new LuaTable<number, Line>()
const traced = { level_ms: 0, count: 0 }

/** False when this frame has asked the engine for enough lines; what is known already can still be asked. */
export function canTrace(): boolean {
  return traced.level_ms !== clock.level_ms || traced.count < MOST_TRACES
}

/** Whether two players could see each other; undefined if the engine does not say, or if this frame has asked enough. */
export function areInSight(a: Person, b: Person): boolean | undefined {
  const key = a.slot < b.slot ? a.slot * MAX_CLIENTS + b.slot : b.slot * MAX_CLIENTS + a.slot
  const line = lines.get(key) as Line | undefined
  const same = line !== undefined && ((line.a === a && line.b === b) || (line.a === b && line.b === a))
  if (same && line.time_ms <= clock.now_ms && clock.now_ms - line.time_ms < FRESH_MS) return line.free
  if (!canTrace()) return undefined
  const free = trace(a, b)
  if (free === undefined) return undefined
  if (line === undefined) lines.set(key, { time_ms: clock.now_ms, a, b, free })
  else {
    line.time_ms = clock.now_ms
    line.a = a
    line.b = b
    line.free = free
  }
  return free
}

function trace(a: Person, b: Person): boolean | undefined {
  const from = eyeOf(a.slot)
  const to = eyeOf(b.slot)
  if (from === undefined || to === undefined) return undefined
  if (traced.level_ms !== clock.level_ms) {
    traced.level_ms = clock.level_ms
    traced.count = 0
  }
  traced.count += 1
  return isFree(from, to)
}
