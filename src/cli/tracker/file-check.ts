import { type ChangedSetting, changedSettings, settingsIn } from '../../format/changed-settings.ts'
import type { SensorState } from '../../format/header.ts'
import type { Completeness, Round } from '../../format/round.ts'
import { SECTIONS, type Section, type SectionKey } from '../../format/sections.ts'
import { parseRound } from '../../parser/parse-round.ts'
import { type ConstantColumn, constantColumns } from './constant-columns.ts'

/** What `proximity tracker check` tells about a file: the answer of `--json`. Null: the file does not say. */
export interface FileCheck {
  readonly file: string
  /** The tracker's own word; null for files of the original. */
  readonly tracker: string | null
  readonly version: string | null
  /** The build as the reader judges it; a lower bound unless `build_exact`. */
  readonly build: string
  readonly build_exact: boolean
  readonly build_hash: string | null
  readonly server_name: string | null
  readonly engine_version: string | null
  readonly lua_version: string | null
  readonly complete: boolean | null
  readonly completeness: Completeness
  /** Why it is incomplete. */
  readonly incomplete_because: string | null
  readonly settings: Readonly<Record<string, string>> | null
  readonly settings_hash: string | null
  /** Settings with another value than the tracker's own; null where the file states none. */
  readonly changed_settings: readonly ChangedSetting[] | null
  readonly sensors: readonly SensorCheck[]
  readonly constant_columns: readonly ConstantColumn[]
}

export interface SensorCheck {
  readonly sensor: string
  readonly state: SensorState
  /** Rows in the file's sections of this sensor. */
  readonly rows: number
  /** What follows is null where the file has no row about the sensor. */
  readonly rejected_rows: number | null
  readonly refused_reads: number | null
  readonly interval_ms: number | null
  readonly longest_interval_ms: number | null
  readonly reason: string | null
}

const COMPLETE: Readonly<Record<Completeness, boolean | null>> = { complete: true, incomplete: false, unverified: null }

/** Reads the bytes of a file. Throws a FormatError if it is no round file. */
export function checkOf(file: string, bytes: Uint8Array): FileCheck {
  const { round, problems } = parseRound(bytes)
  const { header, completeness } = round
  const settings = header.settings === null ? null : settingsIn(header.settings)
  const cut = problems.find(({ section, line }) => section === 'file' && line === 0)
  return {
    file,
    tracker: header.tracker,
    version: header.tracker_version_full,
    build: round.build,
    build_exact: round.build_exact,
    build_hash: header.build_hash,
    server_name: header.server_name,
    engine_version: header.engine_version,
    lua_version: header.lua_version,
    complete: COMPLETE[completeness],
    completeness,
    incomplete_because: completeness === 'incomplete' ? (cut?.reason ?? null) : null,
    settings,
    settings_hash: header.settings_hash,
    changed_settings: settings === null ? null : changedSettings(settings),
    sensors: sensorsOf(round),
    constant_columns: constantColumns(round),
  }
}

/** Every sensor of this version, in the order of the file, then what else the file declares. */
function sensorsOf({ rows, sensors, header }: Round): SensorCheck[] {
  const keys = new Map<string, SectionKey[]>()
  for (const section of SECTIONS as readonly Section[]) {
    const sensor = section.capability ?? section.key
    keys.set(sensor, [...(keys.get(sensor) ?? []), section.key as SectionKey])
  }
  const captured = new Map(rows.capture.map((row) => [row.sensor, row]))
  for (const sensor of [...captured.keys(), ...Object.keys(header.capabilities ?? {})]) {
    if (!keys.has(sensor)) keys.set(sensor, [])
  }
  return [...keys].map(([sensor, sections]) => {
    const row = captured.get(sensor)
    return {
      sensor,
      // rows of one section prove the sensor of all of them
      state: sections.map((key) => sensors[key]).toSorted(byCertainty)[0] ?? header.capabilities?.[sensor] ?? 'unknown',
      rows: sections.reduce((sum, key) => sum + rows[key].length, 0),
      rejected_rows: row?.rejected_rows ?? null,
      refused_reads: row?.refused_reads ?? null,
      interval_ms: row?.interval_ms ?? null,
      longest_interval_ms: row?.longest_interval_ms ?? null,
      reason: row === undefined || row.reason === '' ? null : row.reason,
    }
  })
}

const CERTAINTY: readonly SensorState[] = ['failed', 'on', 'off', 'unknown']

function byCertainty(a: SensorState, b: SensorState): number {
  return CERTAINTY.indexOf(a) - CERTAINTY.indexOf(b)
}
