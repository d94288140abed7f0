import { HEADER_INTEGER_LIMIT, HEADER_KEYS, type Header, type HeaderKind, type SensorState } from '../format/header.ts'
import { DECLARED_STATES } from '../format/header-lines.ts'
import { TRAILER_KEY } from '../format/trailer.ts'
import { MAX_UNKNOWN_KEYS } from './limits.ts'
import { quoted } from './problems.ts'

/** The header while it is read: what stood where. */
export interface HeaderLines {
  /** Known keys and their values, in the order of the file. */
  readonly values: Map<string, string>
  readonly unknown: (readonly [key: string, value: string])[]
}

/** A header of which nothing is known yet. */
export function noHeader(): HeaderLines {
  return { values: new Map(), unknown: [] }
}

const KNOWN: ReadonlyMap<string, HeaderKind> = new Map([
  ...HEADER_KEYS.map(({ key, kind }) => [key, kind] as const),
  [TRAILER_KEY, 'flag'],
])
const KEY_LINE = /^# ?([A-Za-z_][A-Za-z0-9_]*)=(.*)$/s

/** Takes a `# key=value` line, ignores any other. Gives a reason if it repeats a key or holds no valid value. */
export function takeHeaderLine(header: HeaderLines, line: string): string | undefined {
  const [, key, value] = KEY_LINE.exec(line) ?? []
  if (key === undefined || value === undefined) return undefined
  const kind = KNOWN.get(key)
  if (kind === undefined) {
    if (header.unknown.length >= MAX_UNKNOWN_KEYS)
      return `more than ${MAX_UNKNOWN_KEYS} unknown keys; ${key} is left out`
    header.unknown.push([key, value])
    return undefined
  }
  if (!valid(kind, value)) return `${key}=${quoted(value)} is no valid value; it does not count`
  const repeated = header.values.has(key)
  header.values.set(key, value)
  return repeated ? `${key} stands twice; the last value counts` : undefined
}

const INTEGER = /^-?\d{1,10}$/
const CAPABILITIES = /^(?:[a-z0-9_]+:[012](?:,|$))*$/

function valid(kind: HeaderKind, value: string): boolean {
  if (kind === 'text') return value !== '' && !value.includes('\0')
  if (kind === 'flag') return value === '0' || value === '1'
  if (kind === 'capabilities') return CAPABILITIES.test(value)
  return INTEGER.test(value) && Math.abs(Number(value)) <= HEADER_INTEGER_LIMIT
}

/** The typed header. A key that the file lacks, or whose 0 means "unknown", is null. */
export function headerOf({ values }: HeaderLines): Header {
  const text = (key: string) => values.get(key) ?? null
  const int = (key: string) => (values.has(key) ? Number(values.get(key)) + 0 : null)
  const known = (key: string) => int(key) || null
  const declared = values.get('capabilities')
  const testMode = values.get('test_mode')
  return {
    map_name: values.get('map') ?? '',
    round_number_raw: int('round'),
    crossfire_window_ms: int('crossfire_window'),
    escape_time_ms: int('escape_time'),
    escape_distance: int('escape_distance'),
    position_sample_interval_ms: int('position_sample_interval'),
    round_start_unix: known('round_start_unix'),
    round_end_unix: known('round_end_unix'),
    axis_spawn_interval_ms: known('axis_spawn_interval'),
    allies_spawn_interval_ms: known('allies_spawn_interval'),
    tracker_version_full: text('tracker_version_full'),
    test_mode: testMode === undefined ? null : testMode === '1',
    capabilities: declared === undefined ? null : capabilitiesOf(declared),
    tracker: text('tracker'),
    build_hash: text('build_hash'),
    settings_hash: text('settings_hash'),
    settings: text('settings'),
    server_name: text('server_name'),
    engine_version: text('engine_version'),
    lua_version: text('lua_version'),
    engine_round: int('engine_round'),
    round_number_reason: text('round_reason'),
    live_level_time_ms: int('live_level_time'),
  }
}

function capabilitiesOf(text: string): Record<string, SensorState> {
  const pairs = text.split(',').filter((pair) => pair !== '')
  return Object.fromEntries(
    pairs.map((pair) => {
      const [name = '', state] = pair.split(':')
      return [name, DECLARED_STATES[Number(state)] as SensorState]
    }),
  )
}
