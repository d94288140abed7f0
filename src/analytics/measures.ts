import type { PlayerSums } from '../store/player-sums.ts'

type Sum = keyof PlayerSums

/** A number of a person: some sums by others. */
export interface Measure {
  /** Added up. */
  readonly part: readonly Sum[]
  /** Added up; the last of two is taken away. */
  readonly whole: readonly [Sum] | readonly [Sum, minus: Sum]
  /** How many cases it is made of; the whole where it counts them. */
  readonly cases: Sum | null
  readonly factor: number
  readonly places: number
  /** `cases`: each is one or is none, as in a share of deaths. `rounds`: a mean or a time, told by how rounds differ. */
  readonly spread: 'cases' | 'rounds'
}

function mean(part: Sum, whole: Sum, places: number): Measure {
  return { part: [part], whole: [whole], cases: null, factor: 1, places, spread: 'rounds' }
}

function share(part: readonly Sum[], ...whole: Measure['whole']): Measure {
  return { part, whole, cases: null, factor: 100, places: 1, spread: 'cases' }
}

function perMinute(...part: readonly Sum[]): Measure {
  return { part, whole: ['alive_ms'], cases: 'lives', factor: 60_000, places: 2, spread: 'rounds' }
}

/** The means and rates of a person. */
export const MEASURES = {
  fight_duration_ms: mean('target_duration_sum_ms', 'times_targeted', 0),
  fights_per_minute: perMinute('attacks', 'times_targeted'),
  solo_attack_pct: share(['solo_attacks'], 'attacks'),
  focused_pct: share(['times_focused'], 'times_targeted'),
  escape_distance: mean('escape_distance_sum', 'escape_count', 1),
  escape_pct: share(['focus_escapes', 'solo_escapes'], 'times_targeted'),
  focus_escape_pct: share(['focus_escapes'], 'times_focused'),
  solo_escape_pct: share(['solo_escapes'], 'times_targeted', 'times_focused'),
  crossfire_pct: share(['crossfire_participations'], 'attacks'),
  crossfire_delay_ms: mean('crossfire_delay_sum_ms', 'crossfire_delay_count', 1),
  crossfire_kill_pct: share(['crossfire_kills'], 'crossfire_participations'),
  trade_success_pct: share(['trade_opportunity_successes'], 'trade_opportunities'),
  traded_death_pct: share(['traded_deaths'], 'tradable_deaths'),
  isolation_death_pct: share(['isolation_deaths'], 'tradable_deaths'),
  // samples of one life are anything but independent cases
  support_uptime_pct: { ...share(['support_samples'], 'total_samples'), spread: 'rounds' },
  life_duration_ms: mean('life_duration_sum_ms', 'life_duration_count', 0),
  life_distance: mean('distance_sum', 'distance_count', 1),
  distance_per_minute: perMinute('distance_sum'),
  avg_speed: mean('speed_sum', 'speed_count', 2),
  sprint_percentage: mean('sprint_percentage_sum', 'sprint_percentage_count', 1),
  time_to_first_move_ms: mean('first_move_sum_ms', 'first_move_count', 0),
} as const satisfies Readonly<Record<string, Measure>>

export type MeasureName = keyof typeof MEASURES

export const MEASURE_NAMES = Object.keys(MEASURES) as readonly MeasureName[]

/** Part, whole and number of cases of a measure; without a whole there is no value. */
export function measured(measure: Measure, sums: Readonly<Partial<Record<Sum, number | null>>>) {
  const of = (name: Sum) => sums[name] ?? 0
  const [all, minus] = measure.whole
  const part = measure.part.reduce((total, name) => total + of(name), 0)
  const whole = of(all) - (minus === undefined ? 0 : of(minus))
  return { part, whole, n: measure.cases === null ? whole : of(measure.cases) }
}
