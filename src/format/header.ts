/** Lines `# key=value` before the first section. */

/** What a header line holds. `zero_unknown`: an integer whose 0 means that it is not known. */
export type HeaderKind = 'text' | 'int' | 'zero_unknown' | 'flag' | 'capabilities'

export interface HeaderKey {
  /** The word in the file. */
  readonly key: string
  /** The name of the value everywhere else. */
  readonly name: string
  readonly kind: HeaderKind
  /** The first build that writes it. */
  readonly since: string
  readonly remark: string
}

/** Every known key, in the order in which a writer puts them. */
export const HEADER_KEYS = [
  { key: 'map', name: 'map_name', kind: 'text', since: '3.0', remark: 'as the engine reports it' },
  { key: 'round', name: 'round_number_raw', kind: 'int', since: '3.0', remark: 'the same number as in the file name' },
  { key: 'crossfire_window', name: 'crossfire_window_ms', kind: 'int', since: '3.0', remark: 'ms, 1000' },
  { key: 'escape_time', name: 'escape_time_ms', kind: 'int', since: '3.0', remark: 'ms, 5000' },
  { key: 'escape_distance', name: 'escape_distance', kind: 'int', since: '3.0', remark: 'game units, 300' },
  {
    key: 'position_sample_interval',
    name: 'position_sample_interval_ms',
    kind: 'int',
    since: '4.0',
    remark: 'ms, 500 or 200',
  },
  { key: 'round_start_unix', name: 'round_start_unix', kind: 'zero_unknown', since: '4.2a', remark: 's since 1970' },
  { key: 'round_end_unix', name: 'round_end_unix', kind: 'zero_unknown', since: '4.2a', remark: 's since 1970' },
  { key: 'axis_spawn_interval', name: 'axis_spawn_interval_ms', kind: 'zero_unknown', since: '5-Feb', remark: 'ms' },
  {
    key: 'allies_spawn_interval',
    name: 'allies_spawn_interval_ms',
    kind: 'zero_unknown',
    since: '5-Feb',
    remark: 'ms',
  },
  { key: 'tracker_version_full', name: 'tracker_version_full', kind: 'text', since: '6.11', remark: 'the build' },
  { key: 'test_mode', name: 'test_mode', kind: 'flag', since: '6.11', remark: '1 switches every sensor off' },
  {
    key: 'capabilities',
    name: 'capabilities',
    kind: 'capabilities',
    since: '6.11',
    remark: '`name:0` off, `name:1` on, `name:2` failed, joined by `,`',
  },
  { key: 'tracker', name: 'tracker', kind: 'text', since: 'Proximity 1', remark: '`proximity`' },
  {
    key: 'build_hash',
    name: 'build_hash',
    kind: 'text',
    since: 'Proximity 1',
    remark: 'of the tracker that was running',
  },
  { key: 'settings_hash', name: 'settings_hash', kind: 'text', since: 'Proximity 1', remark: 'of the settings below' },
  { key: 'settings', name: 'settings', kind: 'text', since: 'Proximity 1', remark: '`name:value` joined by `,`' },
  {
    key: 'server_name',
    name: 'server_name',
    kind: 'text',
    since: 'Proximity 1',
    remark: 'the identity of the game server; a file without it belongs to the server given at import',
  },
  {
    key: 'engine_version',
    name: 'engine_version',
    kind: 'text',
    since: 'Proximity 1',
    remark: 'as the engine reports it',
  },
  { key: 'lua_version', name: 'lua_version', kind: 'text', since: 'Proximity 1', remark: 'of the engine' },
  {
    key: 'engine_round',
    name: 'engine_round',
    kind: 'int',
    since: 'Proximity 1',
    remark: '`g_currentRound` as the engine has it',
  },
  {
    key: 'round_reason',
    name: 'round_number_reason',
    kind: 'text',
    since: 'Proximity 1',
    remark: 'why `round` is what it is, by `engine_round`',
  },
  {
    key: 'live_level_time',
    name: 'live_level_time_ms',
    kind: 'int',
    since: 'Proximity 1',
    remark: "ms, the engine's level time at the zero of the file's clock",
  },
] as const satisfies readonly HeaderKey[]

/** Whether a sensor recorded: `unknown` where the file declares nothing and holds no row of it (L-14). */
export type SensorState = 'on' | 'off' | 'failed' | 'unknown'

/** Greatest size of a number in the header: seconds since 1970 until the year 2106. */
export const HEADER_INTEGER_LIMIT = 4_294_967_295

/** The header of a round. Null: the file does not say. */
export interface Header {
  readonly map_name: string
  readonly round_number_raw: number | null
  readonly crossfire_window_ms: number | null
  readonly escape_time_ms: number | null
  readonly escape_distance: number | null
  readonly position_sample_interval_ms: number | null
  readonly round_start_unix: number | null
  readonly round_end_unix: number | null
  readonly axis_spawn_interval_ms: number | null
  readonly allies_spawn_interval_ms: number | null
  readonly tracker_version_full: string | null
  readonly test_mode: boolean | null
  /** Declared sensor states by capability name; null without a declaration. */
  readonly capabilities: Readonly<Record<string, SensorState>> | null
  /** The word of the tracker that wrote the file; `proximity` for this project's. */
  readonly tracker: string | null
  readonly build_hash: string | null
  readonly settings_hash: string | null
  readonly settings: string | null
  readonly server_name: string | null
  readonly engine_version: string | null
  readonly lua_version: string | null
  readonly engine_round: number | null
  readonly round_number_reason: string | null
  readonly live_level_time_ms: number | null
}

/** A header that says nothing. */
export const SILENT_HEADER: Header = {
  map_name: '',
  round_number_raw: null,
  crossfire_window_ms: null,
  escape_time_ms: null,
  escape_distance: null,
  position_sample_interval_ms: null,
  round_start_unix: null,
  round_end_unix: null,
  axis_spawn_interval_ms: null,
  allies_spawn_interval_ms: null,
  tracker_version_full: null,
  test_mode: null,
  capabilities: null,
  tracker: null,
  build_hash: null,
  settings_hash: null,
  settings: null,
  server_name: null,
  engine_version: null,
  lua_version: null,
  engine_round: null,
  round_number_reason: null,
  live_level_time_ms: null,
}

/** The first line up to the number of the format's generation, 3 to 6. */
export const FIRST_LINE = '# PROXIMITY_TRACKER_V'

/** The generations that a reader of this version knows in full. */
export const GENERATIONS = [3, 4, 5, 6] as const
