import type { Figure, Value } from '../../numbers/figure.ts'
import { count, counted, milliseconds } from '../../numbers/format.ts'
import type { MeasureName } from '../../player-address.ts'
import { day } from '../../when.ts'
import { MEASURE_WORDS } from './measures.ts'
import type { Profile, Trends } from './use-player.ts'

type Mean = Profile['means'][MeasureName]
type Reaction = Profile['reactions'][number]

const NBSP = '\u00a0'
/** Where the numbers of lives are missing. */
const OF_LIVES: readonly MeasureName[] = ['life_duration_ms', 'time_to_first_move_ms', 'support_uptime_pct']

/** A mean or a rate of a player. */
export function measureFigure(name: MeasureName, { means, sums }: Profile): Figure {
  const { title, about, metrics, cases } = MEASURE_WORDS[name]
  const isMissing = sums.lives === 0 && OF_LIVES.includes(name)
  return {
    id: name,
    title,
    about,
    metrics,
    basis: `of ${count(means[name].n)}${NBSP}${cases[means[name].n === 1 ? 0 : 1]}`,
    value: isMissing ? { kind: 'not_captured', reason: 'these files hold no lives' } : measureValue(name, means[name]),
  }
}

function measureValue(name: MeasureName, { value, n, low, high }: Mean): Value {
  const { isShare, cases, write } = MEASURE_WORDS[name]
  if (value === null) return { kind: 'none', reason: `no ${cases[1]}` }
  if (!isShare) return { kind: 'measure', value, band: { low, high, n }, write }
  return { kind: 'share', share: { value: value / 100, low: (low ?? 0) / 100, high: (high ?? 100) / 100, n } }
}

const REACTIONS: Readonly<Record<string, readonly [title: string, about: string, metric: string]>> = {
  return_fire: ['Fires back', 'When the target hits the one who attacked, in half of the fights.', 'return_fire'],
  dodge: ['Turns away', 'When the target changes direction after the first hit, in half of the fights.', 'dodge'],
  support: ['Is helped', 'When a mate hits the attacker, in half of the fights.', 'support_reaction'],
}

/** How fast a player answers being hit: the time by which half of the fights have seen it. */
export function reactionFigure({ reaction, fights, samples, median_ms, low_ms, high_ms }: Reaction): Figure {
  const [title, about, metric] = REACTIONS[reaction] ?? [reaction, '', reaction]
  const value: Value =
    fights === 0
      ? { kind: 'none', reason: 'no fights' }
      : median_ms === null
        ? { kind: 'none', reason: 'in less than half of the fights' }
        : { kind: 'measure', value: median_ms, band: { low: low_ms, high: high_ms, n: fights }, write: milliseconds }
  return {
    id: reaction,
    title,
    about,
    metrics: [metric],
    basis: `${count(samples)} of ${count(fights)}${NBSP}fights`,
    value,
  }
}

/** A number of one evening; null: it has no case of it. */
export function eveningFigure(
  name: MeasureName,
  { session_id, start_unix }: Trends['evenings'][number],
  { value, n }: { readonly value: number | null; readonly n: number },
): Figure {
  const { title, about, metrics, cases, write } = MEASURE_WORDS[name]
  return {
    id: `${name}:${session_id}`,
    title: `${title}, ${day(start_unix)}`,
    about,
    metrics,
    basis: `of ${counted(n, ...cases)}`,
    value: value === null ? { kind: 'none', reason: `no ${cases[1]}` } : { kind: 'measure', value, write },
  }
}
