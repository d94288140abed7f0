/** The clock of the file: game time since the moment play went live, without pauses (L-8). */
import { configstring, hasBit } from './engine.ts'

/** CS_LEVEL_START_TIME: the level time at which the game clock was zero; the engine moves it on in a pause. */
const LEVEL_START_TIME = 11
/** CS_SERVERTOGGLES: a decimal number of bits. */
const SERVER_TOGGLES = 32
const PAUSED = 16

export const clock = {
  /** Level time of the last frame, in ms. */
  level_ms: 0,
  /** Game time of the last frame, in ms. */
  now_ms: 0,
  /** Level time of the clock's zero, as it was at the live start. */
  zero_ms: 0,
  /** The same after the pauses so far. */
  start_ms: 0,
  paused: false,
  pause_count: 0,
  paused_ms: 0,
  /** Level time at which the present pause began. */
  pause_level_ms: 0,
}

/** Sets the clock to zero at the live start. Level time is that of the engine's call. */
export function startClock(level_ms: number): void {
  const start = tonumber(configstring(LEVEL_START_TIME))
  clock.level_ms = level_ms
  clock.zero_ms = start === undefined || start > level_ms || start < 0 ? level_ms : start
  clock.start_ms = clock.zero_ms
  clock.now_ms = level_ms - clock.zero_ms
  clock.paused = false
  clock.pause_count = 0
  clock.paused_ms = 0
  clock.pause_level_ms = 0
}

/**
 * Moves the clock to a frame. In a pause it stands still; `onPause` is told the beginning (game time) and the length of
 * each pause when it ends. The engine sets the start time exactly only then, so it is not looked at before.
 */
export function moveClock(level_ms: number, onPause: (start_ms: number, length_ms: number) => void): void {
  const paused = isPaused()
  if (paused && !clock.paused) {
    clock.pause_level_ms = level_ms
    clock.pause_count += 1
  }
  clock.level_ms = level_ms
  if (!paused) {
    const before = clock.start_ms
    const now = math.max(clock.now_ms, level_ms - levelStart(level_ms))
    if (clock.paused) notePause(clock.start_ms - before, onPause)
    clock.now_ms = now
  }
  clock.paused = paused
}

/** Ends a pause that still lasts when the round ends. */
export function endPause(level_ms: number, onPause: (start_ms: number, length_ms: number) => void): void {
  if (clock.paused) notePause(level_ms - clock.pause_level_ms, onPause)
  clock.paused = false
}

function notePause(length_ms: number, onPause: (start_ms: number, length_ms: number) => void): void {
  clock.paused_ms += length_ms
  onPause(clock.now_ms, length_ms)
}

function isPaused(): boolean {
  const toggles = tonumber(configstring(SERVER_TOGGLES))
  return toggles !== undefined && hasBit(toggles, PAUSED)
}

/** Where the zero lies now. It only ever moves on, and never beyond the present; anything else is no answer. */
function levelStart(level_ms: number): number {
  const start = tonumber(configstring(LEVEL_START_TIME))
  if (start !== undefined && start > clock.start_ms && start <= level_ms) clock.start_ms = start
  return clock.start_ms
}
