import { FILE_ENDING } from '../../src/format/file-name.ts'
import { type Header, type SensorState, SILENT_HEADER } from '../../src/format/header.ts'
import { type Rows, SECTIONS, type Section } from '../../src/format/sections.ts'
import { writeRound } from '../../src/format/write-round.ts'
import { random } from '../../src/simulator/random.ts'
import { recordAreas } from './areas.ts'
import { recordEngagements } from './engagements.ts'
import { recordKills } from './kills.ts'
import { recordObjectives } from './objectives.ts'
import { type Clock, type Match, play } from './play.ts'
import { recordShots } from './shots.ts'
import { recordSides } from './sides.ts'
import { recordTracks } from './tracks.ts'
import type { Recorder, World } from './world.ts'

/** Files of the build of February 2026, with six sections, or of the newest one, with nearly all. */
export type Kind = 'v42' | 'current'

/** A round file as an importer gets it. */
export interface RoundFile {
  readonly name: string
  readonly bytes: Uint8Array
}

export interface Played extends Match {
  readonly round_number: number
  readonly start_unix: number
}

const SAMPLE_MS = 200
/** Time between the end of a round and the file, s. */
const WRITTEN_AFTER_S = 2
const TIMEOUT_MS = 15_000
/** Sensors that the newest build has switched off. */
const OFF: ReadonlySet<string> = new Set(['spawn_select', 'skill_snapshot', 'comm_events'])

/** The file that a tracker of this kind writes of the match. */
export function roundFile(match: Played, kind: Kind): RoundFile {
  const recorders = kind === 'v42' ? early : newest
  const rows = play(match, kind === 'v42' ? earlyClock(match.seed) : newestClock, recorders)
  const none = Object.fromEntries(SECTIONS.map(({ key }) => [key, []])) as unknown as Rows
  const { bytes, refused } = writeRound(
    { header: headerOf(match, kind), rows: { ...none, ...rows } },
    { build: kind === 'v42' ? '4.2b' : '6.11' },
  )
  if (refused.length > 0) throw new Error(`${refused.length} rows cannot be written: ${refused[0]?.reason}`)
  const written_unix = match.start_unix + Math.round(match.duration_ms / 1_000) + WRITTEN_AFTER_S
  return { name: roundFileName(written_unix, match.arena.map_name, match.round_number), bytes }
}

function early(world: World): Recorder[] {
  const engagements = recordEngagements(world, { mates: true, timeout_ms: undefined })
  return [engagements, recordTracks(world), recordAreas(world, SAMPLE_MS)]
}

function newest(world: World): Recorder[] {
  return [
    recordEngagements(world, { mates: false, timeout_ms: TIMEOUT_MS }),
    recordTracks(world),
    recordAreas(world, SAMPLE_MS),
    recordKills(world),
    recordShots(world),
    recordSides(world),
    recordObjectives(world),
  ]
}

// 4.2 takes the time of the process: from an offset of its own, and a frame now and then is a millisecond late
function earlyClock(seed: number): Clock {
  const chance = random(seed)
  const offset = chance.whole(-1_000, 600_000)
  const late = new Map<number, number>()
  const time = (elapsed_ms: number) => {
    const known = late.get(elapsed_ms) ?? (chance.chance(0.1) ? chance.whole(1, 2) : 0)
    late.set(elapsed_ms, known)
    return offset + elapsed_ms + known
  }
  return { time, sample_interval_ms: SAMPLE_MS }
}

const newestClock: Clock = { time: (elapsed_ms) => elapsed_ms, sample_interval_ms: SAMPLE_MS }

function headerOf(match: Played, kind: Kind): Header {
  const newest = kind === 'current'
  return {
    ...SILENT_HEADER,
    map_name: match.arena.map_name,
    round_number_raw: match.round_number,
    crossfire_window_ms: 1_000,
    escape_time_ms: 5_000,
    escape_distance: 300,
    position_sample_interval_ms: SAMPLE_MS,
    round_start_unix: match.start_unix,
    round_end_unix: match.start_unix + Math.round(match.duration_ms / 1_000),
    axis_spawn_interval_ms: newest ? 30_000 : null,
    allies_spawn_interval_ms: newest ? 20_000 : null,
    tracker_version_full: newest ? '6.11' : null,
    test_mode: newest ? false : null,
    capabilities: newest ? capabilities() : null,
  }
}

function capabilities(): Record<string, SensorState> {
  const switched = (SECTIONS as readonly Section[]).filter((one) => !one.unswitched && !one.comment_rows)
  const named = switched.flatMap(({ capability }) => (capability === undefined ? [] : [capability]))
  return Object.fromEntries(named.map((name) => [name, OFF.has(name) ? 'off' : 'on']))
}

/** The name of a round's file that was written at an instant, by a server on UTC. */
export function roundFileName(written_unix: number, map_name: string, round_number: number): string {
  const [date, time = ''] = new Date(written_unix * 1_000).toISOString().split('T')
  return `${date}-${time.slice(0, 8).replaceAll(':', '')}-${map_name}-round-${round_number}${FILE_ENDING}`
}
