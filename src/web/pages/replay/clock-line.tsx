import { clockText } from '../../round/clock.ts'
import { rowsOf, SIDE_WORDS, SIDES } from '../../round/sections.ts'
import { SideMark } from '../../round/side-mark.tsx'
import type { Round } from '../../round/use-round.ts'
import { rhythmAt, type Waves, waitAt } from '../../round/waves.ts'
import type { Tape } from './tape.ts'

interface ClockLineProps {
  readonly round: Round
  readonly tape: Tape
  readonly t_ms: number
}

/** The clock of the round and both of the spawn waves. */
export function ClockLine({ round, tape, t_ms }: ClockLineProps) {
  const limit_ms = rowsOf(round, 'round_outcome')[0]?.time_limit_ms ?? null
  return (
    <div class="replay-clocks">
      <p class="replay-clock">
        <span class="visually-hidden">Round clock </span>
        {clockText(t_ms)}
        {limit_ms !== null && <small class="muted"> {clockText(Math.max(limit_ms - t_ms, 0))} left</small>}
      </p>
      {SIDES.map((side) => (
        <p key={side} class="replay-wave">
          <SideMark team={side} />
          {SIDE_WORDS[side]} {waveWords(tape.waves[side], t_ms)}
        </p>
      ))}
    </div>
  )
}

/** When a side spawns next, in words. */
function waveWords(waves: Waves, t_ms: number): string {
  const wait = waitAt(waves, t_ms)
  if (wait !== null) return `spawn in ${Math.ceil(wait / 1000)} s`
  const interval_ms = rhythmAt(waves, t_ms)?.interval_ms
  return interval_ms === undefined ? 'waves not recorded' : `spawn every ${interval_ms / 1000} s, when is not recorded`
}
