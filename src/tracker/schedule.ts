/** Work that is done at intervals, each sensor's by itself (L-12). */
import type { SectionKey } from '../format/sections.ts'
import { clock } from './clock.ts'
import { dequeue, enqueue, lengthOf, newQueue } from './queue.ts'
import { isOn, looked, record, sense, sensorOf, type Written } from './sensors.ts'

interface Task {
  readonly sensor: string
  readonly interval_ms: number
  readonly offset_ms: number
  readonly work: (this: void, elapsed_ms: number) => void
  due_ms: number
  last_ms: number
}

const tasks: Task[] = []

/**
 * Does work of a sensor every `interval_ms` of game time, first after `offset_ms`: tasks of different offsets fall into
 * different frames. The work is told how much time passed since the last time. Interval 0 is every frame, for work that
 * is done in slices; such work says itself how often it looks.
 */
export function every(
  sensor: string,
  interval_ms: number,
  offset_ms: number,
  work: (this: void, elapsed_ms: number) => void,
): void {
  tasks.push({ sensor, interval_ms, offset_ms, work, due_ms: 0, last_ms: 0 })
}

export function startTasks(): void {
  for (const task of tasks) {
    task.due_ms = task.offset_ms
    task.last_ms = 0
  }
}

/** Does what is due. Called once a frame while play is live and not paused. */
export function runTasks(): void {
  const now = clock.now_ms
  // most are not due, and this is done in every frame
  for (let i = 0; i < tasks.length; i++) {
    const task = tasks[i] as Task
    if (now >= task.due_ms && isOn(task.sensor)) runTask(task, now)
  }
}

function runTask(task: Task, now: number): void {
  const elapsed = now - task.last_ms
  if (task.interval_ms > 0 && task.last_ms > 0) looked(task.sensor, task.interval_ms, elapsed)
  task.last_ms = now
  task.due_ms += task.interval_ms
  if (task.due_ms <= now) task.due_ms = now + task.interval_ms
  sense(task.sensor, task.work, elapsed)
}

interface Waiting {
  readonly sensor: string
  readonly work: (this: void, key: SectionKey, row: object) => void
  /** Of work that is no more than a row. */
  readonly key: SectionKey | undefined
  readonly row: object | undefined
}

const waiting = newQueue<Waiting>()
/** Of so many pieces of work that wait, one is done in a frame. */
const SHARE = 32

/**
 * Does work of a sensor in one of the next frames, in the order of the calls: the row of a life or a fight is long, and
 * several end in the frame of one explosion.
 */
export function defer(sensor: string, work: (this: void) => void): void {
  enqueue(waiting, { sensor, work, key: undefined, row: undefined })
}

/** Adds a row in one of the next frames: one death has rows in many sections, and one frame can have many deaths. */
export function recordLater<K extends SectionKey>(key: K, row: Written<K>): void {
  enqueue(waiting, { sensor: sensorOf(key), work: recordNow, key, row })
}

function recordNow(key: SectionKey, row: object): void {
  record(key, row as Written<SectionKey>)
}

/** How many pieces of work wait. */
export function deferredCount(): number {
  return lengthOf(waiting)
}

/** Does some of the work that waits, at least `least` pieces if there are so many. Called once a frame; true if more wait. */
export function runDeferred(least = 0): boolean {
  for (let left = math.max(least, math.ceil(lengthOf(waiting) / SHARE)); left > 0; left--) {
    const next = dequeue(waiting)
    if (next === undefined) return false
    sense(next.sensor, next.work, next.key as SectionKey, next.row as object)
  }
  return lengthOf(waiting) > 0
}
