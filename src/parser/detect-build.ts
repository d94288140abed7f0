import { SECTIONS, type Section } from '../format/sections.ts'
import type { HeaderLines } from './header-lines.ts'

/** What a file tells about the build that wrote it. */
export interface BuildTraces {
  readonly format: number
  readonly header: HeaderLines
  /** Sections with a header line in the file, by name. */
  readonly sections: Readonly<Record<string, unknown>>
  /** The first comment with column names of each known section. */
  readonly column_names: ReadonlyMap<string, string>
  /** Sections that hold rows of the older, or of the newer, of their two layouts. */
  readonly older: ReadonlySet<string>
  readonly newer: ReadonlySet<string>
}

/**
 * The build of the tracker, and whether it is certain or a lower bound, by the rules of section 8 of the format: the
 * file says only the generation before 6.11.
 */
export function detectBuild(traces: BuildTraces): [build: string, exact: boolean] {
  const full = traces.header.values.get('tracker_version_full')
  if (full !== undefined) return [full, true]
  switch (traces.format) {
    case 3:
      return ['3.0', true]
    case 4:
      return buildOf4(traces)
    case 5:
      return buildOf5(traces)
    case 6:
      return buildOf6(traces)
    default:
      return ['6.11', false]
  }
}

function buildOf4({ header, sections, column_names, older, newer }: BuildTraces): [string, boolean] {
  if (header.values.has('round_start_unix')) return 'REACTION_METRICS' in sections ? ['4.2b', true] : ['4.2a', false]
  if (older.has('PLAYER_TRACKS')) return ['4.0', true]
  if (newer.has('PLAYER_TRACKS') || column_names.get('PLAYER_TRACKS')?.includes(';death_type;')) return ['4.1', true]
  return ['4.0', column_names.has('PLAYER_TRACKS')]
}

function buildOf5({ header, sections, column_names }: BuildTraces): [string, boolean] {
  const keys = [...header.values.keys()]
  const waves = keys.indexOf('axis_spawn_interval')
  if (waves !== -1 && waves < keys.indexOf('round_start_unix')) return ['5-Feb', true]
  if (column_names.get('TEAM_COHESION')?.startsWith('# sample_time;')) return ['5-Feb', true]
  if ('HIT_REGIONS' in sections || 'COMBAT_POSITIONS' in sections) return ['5.2', true]
  const at51 = ['REVIVES', 'WEAPON_ACCURACY', 'KILL_OUTCOME'].some((name) => name in sections)
  return [at51 ? '5.1' : '5.0', false]
}

function buildOf6({ header, sections, older }: BuildTraces): [string, boolean] {
  const own = SECTIONS.some((section: Section) => section.comment_rows === true && section.name in sections)
  if (own || header.values.has('tracker')) return ['Proximity 1', false]
  if (older.has('SPAWN_TIMING') || older.has('COMBAT_POSITIONS')) return ['6.01a', true]
  const at610 = ['AIM_LOCK', 'SPAWN_SELECT', 'SKILL_SNAPSHOT', 'COMM_EVENTS'].some((name) => name in sections)
  if (at610) return ['6.10', true]
  return ['SHOT_FIRED' in sections ? '6.02' : '6.01b', false]
}
