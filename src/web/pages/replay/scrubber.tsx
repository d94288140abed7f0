import { clockText } from '../../round/clock.ts'
import type { Fight } from '../../round/fights.ts'
import { pinsOf } from './pins.ts'
import { loopOf } from './playback.ts'
import type { Tape } from './tape.ts'
import type { Playback } from './use-playback.ts'

interface ScrubberProps {
  readonly tape: Tape
  readonly playback: Playback
  readonly fight: Fight | null
}

/** A line to draw the round along, with its deaths and what happened to the objectives. */
export function Scrubber({ tape, playback: { t_ms, jump }, fight }: ScrubberProps) {
  const { from_ms, to_ms } = tape
  const at = (time_ms: number) => `${(100 * (time_ms - from_ms)) / Math.max(to_ms - from_ms, 1)}%`
  const loop = fight === null ? null : loopOf(fight, tape)
  return (
    <div class="scrubber">
      <svg class="scrubber-marks" aria-hidden="true">
        {loop !== null && (
          <rect
            class="scrubber-loop"
            x={at(loop.from_ms)}
            width={at(loop.to_ms - loop.from_ms + from_ms)}
            y="0"
            height="100%"
          />
        )}
        {tape.deaths.map(({ time_ms, victim_team }, i) => (
          <line
            key={i}
            class={`mark-${victim_team.toLowerCase()}`}
            x1={at(time_ms)}
            x2={at(time_ms)}
            y1={victim_team === 'AXIS' ? 22 : 31}
            y2={victim_team === 'AXIS' ? 29 : 38}
          />
        ))}
        {pinsOf(tape.objectives, tape).map(({ event, words, anchor }, i) => (
          <g key={i} class="scrubber-pin">
            <line x1={at(event.time_ms)} x2={at(event.time_ms)} y1="16" y2="40" />
            {words !== '' && (
              <text x={at(event.time_ms)} y="12" text-anchor={anchor}>
                {words}
              </text>
            )}
          </g>
        ))}
      </svg>
      <input
        type="range"
        aria-label="Moment of the round"
        aria-valuetext={clockText(t_ms)}
        min={from_ms}
        max={to_ms}
        step="1"
        value={Math.round(t_ms)}
        onInput={({ currentTarget }) => jump(Number(currentTarget.value))}
      />
    </div>
  )
}
