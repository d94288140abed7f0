import { count, milliseconds } from '../../numbers/format.ts'
import type { MeasureName } from '../../player-address.ts'

/** How a mean or a rate is told. */
export interface MeasureWords {
  readonly title: string
  readonly about: string
  /** Its definitions, by name. */
  readonly metrics: readonly string[]
  /** What is counted in `n`. */
  readonly cases: readonly [one: string, many: string]
  /** True: each case is one or is none. */
  readonly isShare: boolean
  /** The number with its unit. */
  readonly write: (value: number) => string
}

const NBSP = '\u00a0'
const percent = (value: number) => `${count(value)}${NBSP}%`
const seconds = (value: number) => `${(value / 1000).toFixed(1)}${NBSP}s`
const units = (value: number) => `${count(value)}${NBSP}units`
const perMinute = (value: number) => `${value.toFixed(1)} a${NBSP}minute`

const ATTACKS = ['attack', 'attacks'] as const
const FIGHTS = ['fight', 'fights'] as const
const LIVES = ['life', 'lives'] as const
const DEATHS = ['death by an enemy', 'deaths by enemies'] as const

function share(title: string, about: string, cases: MeasureWords['cases'], ...metrics: string[]): MeasureWords {
  return { title, about, metrics, cases, isShare: true, write: percent }
}

function mean(
  title: string,
  about: string,
  cases: MeasureWords['cases'],
  write: MeasureWords['write'],
  ...metrics: string[]
): MeasureWords {
  return { title, about, metrics, cases, isShare: false, write }
}

export const MEASURE_WORDS: Readonly<Record<MeasureName, MeasureWords>> = {
  crossfire_pct: share(
    'Attacks in a crossfire',
    'Share of the attacks in which a mate hit the same enemy at almost the same time.',
    ATTACKS,
    'crossfire_participations',
    'attacks',
  ),
  crossfire_kill_pct: share(
    'Crossfires with a kill',
    'Share of the crossfires at whose end the enemy was dead.',
    ['crossfire', 'crossfires'],
    'crossfire_kills',
  ),
  crossfire_delay_ms: mean(
    'Delay of a crossfire',
    'From the first hit of one mate to the first hit of the other.',
    ['crossfire', 'crossfires'],
    milliseconds,
    'crossfire_delay',
  ),
  trade_success_pct: share(
    'Trades taken',
    'Share of the chances to trade a mate that ended with his killer dead in time.',
    ['chance', 'chances'],
    'trade_opportunities',
    'trade_successes',
  ),
  traded_death_pct: share(
    'Own deaths traded',
    'Share of the deaths by an enemy whom a mate killed in time.',
    DEATHS,
    'traded_deaths',
  ),
  isolation_death_pct: share(
    'Deaths far from mates',
    'Share of the deaths by an enemy with no living mate near.',
    DEATHS,
    'isolation_deaths',
  ),
  support_uptime_pct: mean(
    'Near a fighting mate',
    'Share of the time alive that was spent close to a mate in combat.',
    ['sample', 'samples'],
    percent,
    'support_uptime',
  ),
  escape_pct: share(
    'Got away when attacked',
    'Share of the fights as the target that ended with an escape.',
    FIGHTS,
    'times_targeted',
    'focus_survival',
    'solo_survival',
  ),
  solo_escape_pct: share(
    'Got away from one',
    'Share of the fights against one enemy from which the player got away.',
    FIGHTS,
    'solo_survival',
  ),
  focus_escape_pct: share(
    'Got away from several',
    'Share of the fights against two or more from which the player got away.',
    FIGHTS,
    'focus_survival',
  ),
  life_duration_ms: mean('Length of a life', 'From the spawn to the end of the life.', LIVES, seconds, 'life_duration'),
  time_to_first_move_ms: mean(
    'First move after the spawn',
    'How long after the spawn the first move came.',
    LIVES,
    milliseconds,
    'time_to_first_move',
  ),
  fight_duration_ms: mean('Length of a fight', 'As the target.', FIGHTS, seconds, 'fight_duration'),
  escape_distance: mean(
    'Way of an escape',
    'From the first hit to safety.',
    ['escape', 'escapes'],
    units,
    'escape_distance',
  ),
  fights_per_minute: mean(
    'Fights',
    'Fights in a minute alive, as attacker or target.',
    LIVES,
    perMinute,
    'attacks',
    'times_targeted',
    'alive_ms',
  ),
  solo_attack_pct: share('Attacks alone', 'Share of the attacks in which no mate hit the enemy.', ATTACKS, 'attacks'),
  focused_pct: share(
    'Attacked by several',
    'Share of the fights as the target with two or more enemies.',
    FIGHTS,
    'times_targeted',
  ),
  distance_per_minute: mean('Way in a minute', 'Way in a minute alive.', LIVES, units, 'total_distance', 'alive_ms'),
  life_distance: mean('Way of a life', 'From the spawn to the end of the life.', LIVES, units, 'total_distance'),
  avg_speed: mean(
    'Speed',
    'Mean speed of a life, standing still left out.',
    LIVES,
    (value) => `${count(value)}${NBSP}units/s`,
    'avg_speed',
  ),
  sprint_percentage: mean(
    'In sprint',
    'Share of the samples of a life in sprint.',
    LIVES,
    percent,
    'sprint_percentage',
  ),
}

/** The numbers of the page, by what they are about. */
export const GROUPS: readonly (readonly [title: string, measures: readonly MeasureName[]])[] = [
  ['Crossfires', ['crossfire_pct', 'crossfire_kill_pct', 'crossfire_delay_ms']],
  ['Trades and support', ['trade_success_pct', 'traded_death_pct', 'support_uptime_pct']],
  ['Survival', ['solo_escape_pct', 'focus_escape_pct', 'isolation_death_pct', 'life_duration_ms']],
  ['Reactions', ['time_to_first_move_ms']],
]
