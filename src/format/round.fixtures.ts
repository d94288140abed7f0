import fc from 'fast-check'
import type { Build } from './builds.ts'
import { cleanGuid, cleanText } from './clean-text.ts'
import {
  type Attacker,
  COORDINATE_LIMIT,
  type Codec,
  type Field,
  INTEGER_LIMIT,
  PATH_EVENTS,
  type Path,
  PLAYER_CLASSES,
  POSITION_EVENTS,
  type Positions,
  TEAMS,
} from './codec.ts'
import { decodeText } from './file-text.ts'
import type { Header, SensorState } from './header.ts'
import { PATH_FIELDS, POSITION_FIELDS, type PointField } from './points.ts'
import type { Round } from './round.ts'
import { SECTIONS, type Section } from './sections.ts'

/** Names as bad as players make them: colour codes, markup, other alphabets, old encodings, separators, blanks. */
const nastyName: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    '^1Ro^7ok',
    '',
    ' lead',
    'trail ',
    '#hash',
    '"quoted"',
    '<b>&amp;</b>',
    'a;b|c,d=e',
    '\t\r\n\u0000',
    '😀',
    'žluť',
    '0',
    '-1',
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.uint8Array({ maxLength: 36 }).map((bytes) => decodeText(bytes, 0, bytes.length)),
)

/** Identifiers of every kind that a file may hold, the empty one included. */
const someGuid = fc.oneof(
  fc.constantFrom('', 'SLOT3', 'OMNIBOT0700000000000000000000000', 'WORLD_1022', 'UNKNOWN'),
  fc.string({ unit: fc.constantFrom(...'0123456789ABCDEF'), minLength: 32, maxLength: 32 }),
  nastyName.map(cleanGuid),
)

const someInt = fc.oneof(fc.constantFrom(0, 1, -1), fc.integer({ min: -INTEGER_LIMIT, max: INTEGER_LIMIT }))

/** Numbers of `places` decimals between two bounds, exactly as their decimal text is read. */
function decimals(places: number, least: number, most: number): fc.Arbitrary<number> {
  const power = 10 ** places
  return fc.oneof(fc.constant(0), fc.integer({ min: least * power, max: most * power })).map((n) => n / power)
}

const someWord = fc.stringMatching(/^[A-Za-z][A-Za-z0-9_]{0,12}$/)

const someAttacker: fc.Arbitrary<Attacker> = fc.record({
  guid: someGuid,
  name: nastyName.map(cleanText),
  team: fc.constantFrom(...TEAMS),
  damage: someInt,
  hits: someInt,
  first_hit_ms: someInt,
  last_hit_ms: someInt,
  got_kill: fc.boolean(),
  weapons: fc.array(fc.tuple(fc.nat({ max: 55 }), fc.integer({ min: 1, max: 99 })), { maxLength: 3 }),
})

function somePoint(fields: readonly PointField[], events: number): fc.Arbitrary<number[]> {
  const numbers = fields.map(({ places, least, most }) => decimals(places, least, most))
  return fc.tuple(...numbers, fc.nat({ max: events - 1 }))
}

const somePositions = fc.array(somePoint(POSITION_FIELDS, POSITION_EVENTS.length), { maxLength: 4 }).map(positionsOf)
const somePath = fc.array(somePoint(PATH_FIELDS, PATH_EVENTS.length), { maxLength: 4 }).map(pathOf)

/** Positions from points `[time_ms, x, y, z, event]`, the event as its place in the list. */
export function positionsOf(points: readonly (readonly number[])[]): Positions {
  const column = (i: number) => points.map((point) => point[i] as number)
  return {
    length: points.length,
    time_ms: Int32Array.from(column(0)),
    x: Float64Array.from(column(1)),
    y: Float64Array.from(column(2)),
    z: Float64Array.from(column(3)),
    event: Uint8Array.from(column(4)),
  }
}

/** A path from points `[time_ms, x, y, z, health, speed, weapon, stance, sprint, event]`. */
export function pathOf(points: readonly (readonly number[])[]): Path {
  const column = (i: number) => points.map((point) => point[i] as number)
  return {
    length: points.length,
    time_ms: Int32Array.from(column(0)),
    x: Float64Array.from(column(1)),
    y: Float64Array.from(column(2)),
    z: Float64Array.from(column(3)),
    health: Int16Array.from(column(4)),
    speed: Float64Array.from(column(5)),
    weapon: Uint8Array.from(column(6)),
    stance: Uint8Array.from(column(7)),
    sprint: Uint8Array.from(column(8)),
    event: Uint8Array.from(column(9)),
  }
}

function someValue(codec: Codec<unknown>): fc.Arbitrary<unknown> {
  const limit = codec.kind === 'coordinate' ? COORDINATE_LIMIT : 1_000_000
  switch (codec.kind) {
    case 'int':
      return someInt
    case 'decimal':
    case 'coordinate':
      return decimals(codec.places, -limit, limit)
    case 'text':
      return nastyName.map(cleanText)
    case 'guid':
      return someGuid
    case 'word':
      return someWord
    case 'team':
      return fc.constantFrom(...TEAMS)
    case 'player_class':
      return fc.constantFrom(...PLAYER_CLASSES)
    case 'flag':
      return fc.boolean()
    case 'guids':
      // a list of one empty id has the text of an empty list
      return fc.array(someGuid, { maxLength: 3 }).filter((guids) => guids.length !== 1 || guids[0] !== '')
    case 'positions':
      return somePositions
    case 'path':
      return somePath
    case 'attackers':
      return fc.uniqueArray(someAttacker, { maxLength: 3, selector: ({ guid }) => guid || {} })
  }
}

function someField([, codec]: Field): fc.Arbitrary<unknown> {
  if (!codec.optional) return someValue(codec)
  const value = someValue({ ...codec, optional: false })
  return fc.oneof(fc.constant(null), value).map((one) => (one === '' ? null : one))
}

type AnyRow = Record<string, unknown>

function someRow(section: Section, omitted: readonly string[]): fc.Arbitrary<AnyRow> {
  const record = fc.record(Object.fromEntries(section.fields.map((field) => [field[0], someField(field)])))
  return record.map((row: AnyRow) => {
    for (const name of omitted) row[name] = null
    const first = section.fields[0]?.[0] ?? ''
    // the writer lets no row look like a comment
    if (typeof row[first] === 'string') row[first] = row[first].replace(/^#/, '_')
    return section.key === 'player_tracks' ? consistentTrack(row) : consistent(row)
  })
}

function consistent(row: AnyRow): AnyRow {
  return 'attackers' in row ? { ...row, num_attackers: (row.attackers as readonly Attacker[]).length } : row
}

/** Counts its samples right, and has no end that the reader takes for an absent one. */
function consistentTrack(row: AnyRow): AnyRow {
  const { time_ms, length } = row.path as Path
  const absentEnd = row.death_time_ms === 0 && (Number(row.spawn_time_ms) > 0 || (time_ms.at(-1) ?? 0) > 0)
  return { ...row, samples: length, death_time_ms: absentEnd ? null : row.death_time_ms }
}

const seconds = fc.integer({ min: 1, max: 4_294_967_295 })
const headerText = nastyName.map((name) => name.replace(/[=\p{Cc}]/gu, '_').replace(/ +$/, '') || 'a map')
const someState = fc.constantFrom<SensorState>('on', 'off', 'failed')
const orNull = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null })

/** A header as the build writes it, and the name of the server for one of this project's own files. */
function someHeader(build: Build, own: boolean): fc.Arbitrary<Header> {
  const has = (key: string) => build.header.includes(key)
  const when = <T>(condition: boolean, value: fc.Arbitrary<T>) => (condition ? orNull(value) : fc.constant(null))
  return fc.record({
    map_name: headerText,
    round_number_raw: orNull(someInt),
    crossfire_window_ms: orNull(someInt),
    escape_time_ms: orNull(someInt),
    escape_distance: orNull(someInt),
    position_sample_interval_ms: when(has('position_sample_interval'), someInt),
    round_start_unix: when(has('round_start_unix'), seconds),
    round_end_unix: when(has('round_end_unix'), seconds),
    axis_spawn_interval_ms: when(has('axis_spawn_interval'), seconds),
    allies_spawn_interval_ms: when(has('allies_spawn_interval'), seconds),
    tracker_version_full: has('tracker_version_full') ? fc.constant(build.name) : fc.constant(null),
    test_mode: when(has('test_mode'), fc.boolean()),
    capabilities: when(
      has('capabilities'),
      fc.dictionary(fc.stringMatching(/^[a-z][a-z0-9_]{0,15}$/), someState, { maxKeys: 5 }),
    ),
    tracker: when(has('tracker'), headerText),
    build_hash: when(has('build_hash'), headerText),
    settings_hash: when(has('settings_hash'), headerText),
    settings: when(has('settings'), headerText),
    server_name: when(own || has('server_name'), headerText),
    engine_version: when(has('engine_version'), headerText),
    lua_version: when(has('lua_version'), headerText),
    engine_round: when(has('engine_round'), someInt),
    round_number_reason: when(has('round_reason'), headerText),
    live_level_time_ms: when(has('live_level_time'), someInt),
  })
}

/** Rounds that a build's layout can hold, as its file tells them. */
export function someRound(build: Build, own = false): fc.Arbitrary<Pick<Round, 'header' | 'rows'>> {
  const rows = SECTIONS.map((section: Section) => {
    const omitted = build.old_layout.includes(section.name) ? (section.omitted ?? []) : []
    const most = build.sections.includes(section.name) ? 3 : 0
    return [section.key, fc.array(someRow(section, omitted), { maxLength: most })] as const
  })
  return fc.record({ header: someHeader(build, own), rows: fc.record(Object.fromEntries(rows)) }) as never
}
