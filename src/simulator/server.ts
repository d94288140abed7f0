import type { ClientValues, Text, Vector } from './fields.ts'
import { type Callback, Tape } from './tape.ts'

/**
 * A client in limbo shows the watched one's whole player state (et-lua-api 3.5), except for his own class, score and
 * ping. View, firing and stamina are left out too: they change with every shot, and would be a third of a tape.
 */
const OWN = /^ps\.(stats\[[48]\]|persistant|ping|pm_flags|viewangles|eFlags)/
const LIMBO = 16_384
const FOLLOW = 4_096

/**
 * The emulated server's side of a tape: remembers what a slot reads, so that only changes are written, and copies a
 * watched player's state to those who watch him, as the engine does each frame.
 */
export class Server {
  readonly tape = new Tape()
  /** Level time of the last frame, ms. */
  now: number
  readonly frame_ms: number
  readonly #known = new Map<number, Map<string, unknown>>()
  readonly #watched = new Map<number, number>()
  readonly #legs = new Map<
    number,
    { readonly from_ms: number; readonly ms: number; readonly places: readonly Vector[] }
  >()
  #frames = 0

  constructor(now: number, frame_ms: number) {
    this.now = now
    this.frame_ms = frame_ms
  }

  /** The tape, with everything up to now on it. */
  get to(): Tape {
    if (this.#frames === 1) this.tape.frame(this.now)
    else if (this.#frames > 1) this.tape.frames(this.#frames, this.frame_ms)
    this.#frames = 0
    return this.tape
  }

  frame(): void {
    this.now += this.frame_ms
    this.#frames++
  }

  /** A frame out of step, as there are after every start of a map. */
  frameAt(level_time_ms: number): void {
    this.to.frame(level_time_ms)
    this.now = level_time_ms
  }

  set(slot: number, values: ClientValues): void {
    const changed = this.#changes(slot, values)
    if (changed === undefined) return
    if ('ps.origin' in changed) this.#legs.delete(slot)
    this.to.client(slot, changed)
    for (const [watcher, watched] of this.#watched) if (watched === slot) this.#copy(watcher, changed)
  }

  move(slot: number, ms: number, ...places: readonly Vector[]): void {
    this.#knownOf(slot).delete('ps.origin')
    this.#legs.set(slot, { from_ms: this.now, ms, places })
    this.to.move(slot, ms, ...places)
    for (const [watcher, watched] of this.#watched) {
      if (watched !== slot) continue
      this.#knownOf(watcher).delete('ps.origin')
      this.to.move(watcher, ms, ...places)
    }
  }

  /** From now on a client shows what another one is; `at` is where that one is. */
  watch(watcher: number, watched: number, at: Vector): void {
    this.#watched.set(watcher, watched)
    this.#copy(watcher, { ...Object.fromEntries(this.#knownOf(watched)), 'ps.origin': at } as ClientValues)
    const leg = this.#legs.get(watched)
    if (leg === undefined) return
    const passed = this.now - leg.from_ms
    const left = leg.places.slice(Math.floor(passed / leg.ms))
    const first = leg.ms - (passed % leg.ms)
    // equal steps are all that one line can say, so a hop seen from its middle ends where it would
    if (left.length > 0) this.to.move(watcher, first + leg.ms * (left.length - 1), left.at(-1) as Vector)
    this.#knownOf(watcher).delete('ps.origin')
  }

  unwatch(watcher: number): void {
    this.#watched.delete(watcher)
  }

  watchedBy(watcher: number): number | undefined {
    return this.#watched.get(watcher)
  }

  call(callback: Callback, ...args: readonly (Text | number)[]): void {
    this.to.call(callback, ...args)
  }

  /** A slot is as one that nobody ever used. */
  free(slot: number): void {
    this.#known.delete(slot)
    this.#watched.delete(slot)
    this.#legs.delete(slot)
    this.to.free(slot)
  }

  #copy(watcher: number, values: ClientValues): void {
    const copied: Record<string, unknown> = {}
    for (const [key, value] of Object.entries(values)) {
      if (key.startsWith('ps.') && !OWN.test(key)) copied[key] = value
      else if (key === 'ps.pm_flags') copied[key] = this.#flagsOf(watcher, value as number)
    }
    const changed = this.#changes(watcher, copied)
    if (changed !== undefined) this.to.client(watcher, changed)
  }

  /** The watched one's movement bits and the watcher's own: in limbo, or following. */
  #flagsOf(watcher: number, flags: number): number {
    const own = this.#knownOf(watcher).get('sess.sessionTeam') === 3 ? FOLLOW : LIMBO
    return flags - (flags & (LIMBO | FOLLOW)) + own
  }

  #changes(slot: number, values: object): ClientValues | undefined {
    const known = this.#knownOf(slot)
    let changed: Record<string, unknown> | undefined
    for (const [key, value] of Object.entries(values)) {
      if (isSame(known.get(key), value)) continue
      known.set(key, value)
      changed ??= {}
      changed[key] = value
    }
    return changed as ClientValues | undefined
  }

  #knownOf(slot: number): Map<string, unknown> {
    const known = this.#known.get(slot) ?? new Map<string, unknown>()
    this.#known.set(slot, known)
    return known
  }
}

function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true
  return Array.isArray(a) && Array.isArray(b) && a.every((value, i) => value === b[i])
}
