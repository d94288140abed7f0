/** The columns of derived_player that are sums, by what holds them. */

/** Counts, and times of a round, ms. */
export const PLAYER_COUNTS = [
  'axis_ms',
  'allies_ms',
  'lives',
  'alive_ms',
  'deaths',
  'deaths_by_enemy',
  'kills',
  'solo_kills',
  'assisted_kills',
  'attacks',
  'solo_attacks',
  'damage_dealt',
  'damage_taken',
  'times_targeted',
  'times_focused',
  'focus_escapes',
  'focus_deaths',
  'solo_escapes',
  'solo_deaths',
  'escape_count',
  'crossfire_participations',
  'crossfire_kills',
  'crossfire_damage',
  'crossfire_final_blows',
  'crossfire_delay_count',
  'crossfire_late_joins',
  'trade_opportunities',
  'trade_attempts',
  'trade_successes',
  'trade_missed',
  'trade_opportunity_successes',
  'tradable_deaths',
  'traded_deaths',
  'isolation_deaths',
  'bait_chances',
  'baits',
  'support_samples',
  'total_samples',
  'speed_count',
  'distance_count',
  'sprint_percentage_count',
  'first_move_count',
  'life_duration_count',
  'standing_ms',
  'crouching_ms',
  'prone_ms',
  'sprint_ms',
] as const

/** Sums of distances, speeds and shares. */
export const PLAYER_MEASURES = ['escape_distance_sum', 'distance_sum', 'speed_sum', 'sprint_percentage_sum'] as const

/** Times that overlap, ms: more than one person has in a round. */
export const PLAYER_LONG_TIMES = [
  'target_duration_sum_ms',
  'crossfire_delay_sum_ms',
  'first_move_sum_ms',
  'life_duration_sum_ms',
] as const

/** All of them. */
export const PLAYER_SUMS = [...PLAYER_COUNTS, ...PLAYER_MEASURES, ...PLAYER_LONG_TIMES] as const

export type PlayerSums = Record<(typeof PLAYER_SUMS)[number], number>
