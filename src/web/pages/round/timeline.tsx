import { useMemo, useState } from 'preact/hooks'
import { readableText } from '../../../format/file-text.ts'
import type { RoundId } from '../../address.ts'
import { useNavigation } from '../../navigation.tsx'
import type { Figure } from '../../numbers/figure.ts'
import { FigureValue } from '../../numbers/figure-value.tsx'
import { clockText } from '../../round/clock.ts'
import type { Round } from '../../round/use-round.ts'
import { clockOf, type Lane, type LaneMark, lanesOf } from './lanes.ts'

interface TimelineProps {
  readonly id: RoundId
  readonly round: Round
  readonly player: number | null
}

/** Between two numbers below the lines at least this many parts of the whole. */
const TICKS = 6
const MINUTE_MS = 60_000
const EDGE = 0.05
/** The replay begins a little before what was clicked, ms. */
const BEFORE_MS = 2000

/** The round from left to right. A click leads to the replay. The list of fights has the same for keys and readers. */
export function Timeline({ id, round, player }: TimelineProps) {
  const { go } = useNavigation()
  const [pointed_ms, setPointed] = useState<number | null>(null)
  const lanes = useMemo(() => lanesOf(round, player), [round, player])
  const clock = clockOf(round)
  const length = clock.to_ms - clock.from_ms
  const at = (time_ms: number) => `${(100 * (time_ms - clock.from_ms)) / length}%`
  const open = (t_ms: number) => {
    const from_ms = Math.max(Math.round(t_ms) - BEFORE_MS, clock.from_ms)
    const guid = round.players[player ?? -1]?.guid ?? null
    go({ page: 'replay', id, t_ms: from_ms, fight: null, player: guid })
    scrollTo(0, 0)
  }
  const momentOf = ({ clientX, currentTarget }: MouseEvent) => {
    const { left, width } = (currentTarget as Element).getBoundingClientRect()
    return clock.from_ms + Math.min(Math.max((clientX - left) / width, 0), 1) * length
  }
  const step = MINUTE_MS * Math.max(1, Math.ceil(length / MINUTE_MS / TICKS))
  const first = Math.ceil(clock.from_ms / step) * step
  const ticks = Array.from({ length: Math.floor((clock.to_ms - first) / step) + 1 }, (_, i) => first + i * step)
  return (
    <ul class="timeline">
      {lanes.map((lane) => (
        <li key={lane.name}>
          <p>
            {lane.name} <FigureValue figure={figureOf(lane)} isShort />
          </p>
          <svg
            aria-hidden="true"
            class={`lane lane-${lane.kind}`}
            onClick={(event) => open(momentOf(event))}
            onPointerMove={(event) => setPointed(momentOf(event))}
            onPointerLeave={() => setPointed(null)}
          >
            {ticks.map((time_ms) => (
              <line key={time_ms} class="lane-tick-line" x1={at(time_ms)} x2={at(time_ms)} y1="0" y2="100%" />
            ))}
            {lane.marks?.map((mark, i) => (
              <Mark key={i} kind={lane.kind} mark={mark} at={at} />
            ))}
            {pointed_ms !== null && (
              <line class="lane-pointed" x1={at(pointed_ms)} x2={at(pointed_ms)} y1="0" y2="100%" />
            )}
          </svg>
        </li>
      ))}
      <li>
        <p class="timeline-pointed">{pointed_ms === null ? '' : clockText(pointed_ms)}</p>
        <svg aria-hidden="true" class="lane-times">
          {ticks.map((time_ms) => (
            <text key={time_ms} x={at(time_ms)} y="14" text-anchor={anchorAt((time_ms - clock.from_ms) / length)}>
              {clockText(time_ms)}
            </text>
          ))}
        </svg>
      </li>
    </ul>
  )
}

function figureOf({ name, about, metrics, marks }: Lane): Figure {
  const value: Figure['value'] =
    marks === null
      ? { kind: 'not_captured', reason: 'this file does not have it' }
      : { kind: 'count', count: marks.length }
  return { id: `line:${name.toLowerCase()}`, title: name, about, metrics, basis: '', value }
}

/** Numbers at the edges stay inside. */
function anchorAt(share: number): 'start' | 'middle' | 'end' {
  if (share < EDGE) return 'start'
  return share > 1 - EDGE ? 'end' : 'middle'
}

interface MarkProps {
  readonly kind: Lane['kind']
  readonly mark: LaneMark
  readonly at: (time_ms: number) => string
}

/** Upper and lower end of a mark; those of the two sides stand above each other. */
const HEIGHTS: Readonly<Record<Lane['kind'], readonly [axis: number, to: number, allies: number, to: number]>> = {
  bar: [8, 8, 20, 20],
  tick: [3, 13, 15, 25],
  ring: [14, 14, 14, 14],
  pin: [4, 24, 4, 24],
  wave: [8, 20, 8, 20],
}

function Mark({ kind, mark: { from_ms, to_ms, team, words }, at }: MarkProps) {
  const side = team === '' ? 'side-none' : `side-${team.toLowerCase()}`
  const [axis1, axis2, allies1, allies2] = HEIGHTS[kind]
  const [y1, y2] = team === 'AXIS' ? [axis1, axis2] : [allies1, allies2]
  if (kind === 'ring') return <circle class={side} cx={at(from_ms)} cy={y1} r="3.5" />
  return (
    <line class={side} x1={at(from_ms)} x2={at(to_ms)} y1={y1} y2={y2}>
      {kind === 'pin' && <title>{readableText(words)}</title>}
    </line>
  )
}
