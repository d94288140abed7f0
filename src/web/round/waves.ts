import { isRecorded, rowsOf, type Side } from './sections.ts'
import type { Round } from './use-round.ts'

/** From `from_ms` on a side spawns every `interval_ms`, once at `wave_ms`. */
interface Rhythm {
  readonly from_ms: number
  readonly interval_ms: number
  /** Null: how often is known, when is not. */
  readonly wave_ms: number | null
}

/** When a side spawns, as far as the file says; empty: it does not. */
export type Waves = readonly Rhythm[]

/**
 * The spawn waves of a side: of the list of waves, of older files from the kills that say how long the victim had to
 * wait, else no more than the interval of the header.
 */
export function wavesOf(round: Round, side: Side): Waves {
  if (isRecorded(round, 'reinforcements')) {
    return rowsOf(round, 'reinforcements')
      .filter(({ team }) => team === side)
      .map(({ time_ms, interval_ms, offset_ms }) => ({
        from_ms: time_ms,
        interval_ms,
        // the engine spawns whenever clock and offset together are a multiple of the interval
        wave_ms: offset_ms === null ? null : interval_ms - (offset_ms % interval_ms),
      }))
  }
  const rhythms: Rhythm[] = []
  for (const { victim_team, kill_time_ms, ...wave } of rowsOf(round, 'spawn_timing')) {
    const interval_ms = wave.enemy_spawn_interval_ms
    if (victim_team !== side || interval_ms === 0) continue
    const last = rhythms.at(-1)
    const wave_ms = kill_time_ms + wave.time_to_next_spawn_ms
    const isSame = last?.interval_ms === interval_ms && (wave_ms - (last.wave_ms as number)) % interval_ms === 0
    if (!isSame) rhythms.push({ from_ms: kill_time_ms, interval_ms, wave_ms })
  }
  const interval = round.header[side === 'AXIS' ? 'axis_spawn_interval_ms' : 'allies_spawn_interval_ms']
  if (rhythms.length > 0 || typeof interval !== 'number') return rhythms
  return [{ from_ms: 0, interval_ms: interval, wave_ms: null }]
}

/** The rhythm at a moment; before the first that is known, that one. */
export function rhythmAt(waves: Waves, t_ms: number): Rhythm | null {
  let found = waves[0] ?? null
  for (let i = 1; i < waves.length; i++) {
    const rhythm = waves[i] as Rhythm
    if (rhythm.from_ms <= t_ms) found = rhythm
  }
  return found
}

/** How long the dead of a side still wait, ms, more than 0; null: not known. */
export function waitAt(waves: Waves, t_ms: number): number | null {
  const rhythm = rhythmAt(waves, t_ms)
  if (rhythm === null || rhythm.wave_ms === null) return null
  const { interval_ms, wave_ms } = rhythm
  const past = (t_ms - wave_ms) % interval_ms
  return interval_ms - (past < 0 ? past + interval_ms : past)
}

/** Every wave of a side after `from_ms` and up to `to_ms`. */
export function waveTimes(waves: Waves, from_ms: number, to_ms: number): readonly number[] {
  const times: number[] = []
  let t = from_ms
  for (;;) {
    const wait = waitAt(waves, t)
    if (wait === null || t + wait > to_ms) return times
    t += wait
    times.push(t)
  }
}
