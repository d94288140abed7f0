import { decodePositions, FIGHT_EVENTS } from '../../../contract/packed-path.ts'
import { type Death, deathsOf } from '../../round/deaths.ts'
import { type Crossfire, crossfiresOf } from '../../round/moments.ts'
import { type ObjectiveEvent, objectivesOf } from '../../round/objectives.ts'
import { isRecorded, rowsOf, type SectionRow } from '../../round/sections.ts'
import type { Round } from '../../round/use-round.ts'
import { type Waves, wavesOf } from '../../round/waves.ts'
import { type Life, livesOf, longestStep, usualStep } from './lives.ts'
import { type Shots, shotsOf } from './shots.ts'
import { type View, viewsOf } from './views.ts'

/** One player of the round and what he did. */
export interface Actor {
  readonly player: number
  readonly guid: string
  readonly name: string
  readonly lives: readonly Life[]
  /** The start of each life, ms. */
  readonly starts: Float64Array
  readonly view: View
}

/** A round made ready to be played: everything by time. */
export interface Tape {
  readonly from_ms: number
  readonly to_ms: number
  /** The usual time between two samples, ms. */
  readonly step_ms: number
  /** Samples further apart leave a gap. */
  readonly longest_ms: number
  /** By index of the round's players; null: never seen. */
  readonly actors: readonly (Actor | null)[]
  readonly deaths: readonly Death[]
  readonly death_times: Float64Array
  readonly revives: readonly SectionRow<'revives'>[]
  readonly revive_times: Float64Array
  readonly objectives: readonly ObjectiveEvent[]
  readonly shots: Shots
  /** Who was hit when. */
  readonly hit_times: Float64Array
  readonly hit_targets: Int32Array
  readonly crossfires: readonly Crossfire[]
  readonly crossfire_times: Float64Array
  readonly waves: { readonly AXIS: Waves; readonly ALLIES: Waves }
  readonly pauses: readonly SectionRow<'pauses'>[]
}

/** A step of the reader where the file has no samples, ms. */
const PLAIN_STEP_MS = 200

/** Makes a round ready to be played. */
export function tapeOf(round: Round): Tape {
  const lives = livesOf(round)
  const asked = round.header.position_sample_interval_ms
  const deaths = deathsOf(round)
  const revives = [...rowsOf(round, 'revives')].sort((a, b) => a.time_ms - b.time_ms)
  const hits = hitsOf(round).sort(([a], [b]) => a - b)
  const crossfires = crossfiresOf(round)
  const from_ms = round.sums.clock_start_ms ?? lives[0]?.start_ms ?? 0
  const to_ms = round.sums.clock_end_ms ?? Math.max(from_ms, ...lives.map(({ end_ms }) => end_ms))
  return {
    ...{ from_ms, to_ms, deaths, revives, crossfires },
    step_ms: usualStep(lives) ?? PLAIN_STEP_MS,
    longest_ms: longestStep(lives, typeof asked === 'number' ? asked : null),
    actors: actorsOf(round, lives),
    death_times: Float64Array.from(deaths, ({ time_ms }) => time_ms),
    revive_times: Float64Array.from(revives, ({ time_ms }) => time_ms),
    objectives: objectivesOf(round) ?? [],
    shots: shotsOf(round),
    hit_times: Float64Array.from(hits, ([time_ms]) => time_ms),
    hit_targets: Int32Array.from(hits, ([, target]) => target),
    crossfire_times: Float64Array.from(crossfires, ({ time_ms }) => time_ms),
    waves: { AXIS: wavesOf(round, 'AXIS'), ALLIES: wavesOf(round, 'ALLIES') },
    pauses: rowsOf(round, 'pauses'),
  }
}

function actorsOf(round: Round, lives: readonly Life[]): readonly (Actor | null)[] {
  const views = viewsOf(round)
  return round.players.map(({ guid, name }, player) => {
    const own = lives.filter((life) => life.player === player)
    if (own.length === 0) return null
    const starts = Float64Array.from(own, ({ start_ms }) => start_ms)
    return { player, guid, name, lives: own, starts, view: views[player] as View }
  })
}

const HIT = FIGHT_EVENTS.indexOf('hit')

/** Every hit, or of files without a list of them those of the fights. */
function hitsOf(round: Round): (readonly [time_ms: number, target: number])[] {
  if (isRecorded(round, 'damage')) {
    return rowsOf(round, 'damage').flatMap(({ time_ms, target }) =>
      target === null ? [] : [[time_ms, target] as const],
    )
  }
  return round.engagements.flatMap(({ target, positions }) => {
    const { time_ms, event } = decodePositions(positions)
    return [...time_ms].flatMap((time, i) => (event[i] === HIT ? [[time, target] as const] : []))
  })
}
