/** Where an answer is not the one that the original's server gives to the same request over the same files. */
export interface Difference {
  readonly path: string
  /** `[]` for any entry of a list; `(order)` and `(entries)` speak of the list itself. */
  readonly fields: readonly string[]
  readonly original: string
  readonly ours: string
  readonly why: string
}

const CROSSFIRE_SUMS = ['crossfire_participations', 'crossfire_kills', 'crossfire_final_blows', 'avg_delay_ms'] as const

const CROSSFIRES = {
  original: 'Participants as the file lists them, keyed by name.',
  ours: 'Every enemy whose first hit came within the window of the first one, keyed by identifier.',
  why: 'The first hits say who took part. A rename makes nobody two people.',
} as const

const PAIRS = {
  ...CROSSFIRES,
  original: `${CROSSFIRES.original} Of the newest 5,000 crossfires; with the delay of the first two attackers.`,
  ours: `${CROSSFIRES.ours} Of all crossfires; with the delay between the first hits of the two.`,
} as const

const OWN_ROUND = {
  original: 'The nearest row of `rounds` within 120 s, or null.',
  ours: 'The round of the file itself.',
  why: 'The file says which round it is; the nearest in time is the wrong one too often.',
} as const

const NEWEST_FIRST = {
  original: 'By date, round number and time: all second rounds before all first rounds.',
  ours: 'By start of the round, then time.',
  why: 'A list of the latest events is in the order in which they happened.',
} as const

const ROUND_FIELDS = ['round_id', 'round_date', 'round_time'] as const

/** Every difference that a recorded answer shows; a test compares both and computes the values a third way. */
export const DIFFERENCES: readonly Difference[] = [
  {
    path: '/api/proximity/summary?round_start_unix=99999999999',
    fields: ['status', 'message', 'total_engagements', 'crossfire_events', 'hotzones'],
    original: 'A failed query, answered with 200 and the text of the database.',
    ours: 'No such round: an empty scope.',
    why: 'The number is a possible start. A failed query is 503, without a word of the database.',
  },
  {
    path: '/api/proximity/summary',
    fields: ['hotzones'],
    original: 'Cells of all maps thrown together.',
    ours: 'Cells by map.',
    why: 'The same coordinates on two maps are two places.',
  },
  {
    path: '/api/proximity/summary',
    fields: ['crossfire_count', 'crossfire_kills', 'avg_delay_ms'].map((field) => `top_duos[].${field}`),
    ...PAIRS,
  },
  { path: '/api/proximity/summary', fields: ['top_duos (order)'], ...PAIRS },
  {
    path: '/api/proximity/duos',
    fields: ['crossfire_count', 'crossfire_kills', 'avg_delay_ms'].map((field) => `duos[].${field}`),
    ...PAIRS,
  },
  { path: '/api/proximity/duos', fields: ['duos (order)'], ...PAIRS },
  {
    path: '/api/proximity/hotzones',
    fields: ['hotzones[].deaths'],
    original: 'Fights in the cell that did not end with a kill.',
    ours: 'Deaths in the cell.',
    why: 'An escape is no death.',
  },
  ...['crossfire_kills', 'sync', 'focus_survival'].map((list) => ({
    path: '/api/proximity/teamplay',
    fields: CROSSFIRE_SUMS.map((field) => `${list}[].${field}`),
    ...CROSSFIRES,
  })),
  {
    path: '/api/proximity/teamplay',
    fields: ['crossfire_kills[].kill_rate_pct', 'crossfire_kills (entries)', 'crossfire_kills (order)', 'sync (order)'],
    original: 'From the newest 6,000 engagements.',
    ours: 'From all fights, and as the sums above.',
    why: 'A range is answered whole.',
  },
  {
    path: '/api/proximity/trades/summary',
    fields: ['trade_attempts'],
    original: 'Mates whose first hit on the killer came after the death.',
    ours: 'Mates who hit the killer in the window, also those who had begun before; not the victim himself.',
    why: 'Who goes on shooting at the killer tries to trade.',
  },
  {
    path: '/api/proximity/trades/summary',
    fields: ['trade_success'],
    original: 'Also revenge by the victim himself.',
    ours: 'Mates of the victim only.',
    why: 'A trade is done by somebody else.',
  },
  {
    path: '/api/proximity/trades/events',
    fields: ['events[].attempts', 'events[].success', 'events[].outcome'],
    original: 'As in the summary.',
    ours: 'As in the summary.',
    why: 'See trades/summary.',
  },
  {
    path: '/api/proximity/trades/events',
    fields: ROUND_FIELDS.map((field) => `events[].${field}`),
    ...OWN_ROUND,
  },
  { path: '/api/proximity/trades/events', fields: ['events (order)', 'events (entries)'], ...NEWEST_FIRST },
  { path: '/api/proximity/events', fields: ROUND_FIELDS.map((field) => `events[].${field}`), ...OWN_ROUND },
  { path: '/api/proximity/events', fields: ['events (order)', 'events (entries)'], ...NEWEST_FIRST },
  { path: '/api/proximity/event/:event_id', fields: ROUND_FIELDS, ...OWN_ROUND },
  {
    path: '/api/proximity/event/:event_id',
    fields: ['position_path'],
    original: 'JSON text inside a string.',
    ours: 'An array.',
    why: 'Nobody wants to parse twice.',
  },
  {
    path: '/api/proximity/event/:event_id',
    fields: ['target_path', 'strafe'],
    original: "Of the player's first life of the round, so empty for every later one.",
    ours: 'Of the life that was alive during the engagement.',
    why: 'A path that is not there tells nothing.',
  },
]
