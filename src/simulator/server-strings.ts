/** The configstrings that change in a round (et-lua-api 6.3). */
export const CS = {
  message: 3,
  warmup: 5,
  level_start: 11,
  intermission: 12,
  multi_info: 13,
  winner: 14,
  reinforcements: 31,
  toggles: 32,
} as const

export const PAUSED = 16
/** Friendly fire, warm-up damage, antilag, next map vote. */
export const TOGGLES = 646
