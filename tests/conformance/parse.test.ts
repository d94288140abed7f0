import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { PATH_EVENTS, type Path, POSITION_EVENTS, type Positions } from '../../src/format/codec.ts'
import { parseFileName } from '../../src/format/file-name.ts'
import type { Problem } from '../../src/format/round.ts'
import { SECTIONS } from '../../src/format/sections.ts'
import { naiveCounts } from '../../src/parser/naive-counts.fixtures.ts'
import { parseRound } from '../../src/parser/parse-round.ts'
import { readNaively } from './naive-reader.ts'

const MATERIAL = fileURLToPath(new URL('../../../shared/conformance/', import.meta.url))
const BUILDS: Readonly<Record<string, string>> = { 'rounds/v42': '4.2b', 'rounds/current': '6.11', 'api/files': '4.2b' }

/** Problems that a file really has, with the reason why that is right; there is none so far. */
const EXPECTED: Readonly<Record<string, readonly Problem[]>> = {}

const FILES = Object.entries(BUILDS).flatMap(([folder, build]) =>
  readdirSync(`${MATERIAL}${folder}`).map((name) => ({ name: `${folder}/${name}`, build })),
)

test('there are files of every kind to read', () => {
  for (const folder of Object.keys(BUILDS)) {
    expect(FILES.filter(({ name }) => name.startsWith(folder)).length, folder).toBeGreaterThanOrEqual(3)
  }
})

/** The points of a path or of an engagement as the naive reader gives them. */
function pointRows(points: Path | Positions): unknown[][] {
  const { length, event, ...columns } = points
  const isPath = 'health' in columns
  const numbers = isPath
    ? [
        columns.time_ms,
        columns.x,
        columns.y,
        columns.z,
        columns.health,
        columns.speed,
        columns.weapon,
        columns.stance,
        columns.sprint,
      ]
    : [columns.time_ms, columns.x, columns.y, columns.z]
  const events: readonly string[] = isPath ? PATH_EVENTS : POSITION_EVENTS
  return Array.from({ length }, (_, i) => [...numbers.map((column) => column[i]), events[event[i] as number]])
}

/** A row with its points as lists. */
function plain(row: object): object {
  const lists = Object.entries(row).filter(([name]) => name === 'path' || name === 'positions')
  return { ...row, ...Object.fromEntries(lists.map(([name, points]) => [name, pointRows(points)])) }
}

describe.each(FILES)('$name', ({ name, build }) => {
  const bytes = readFileSync(`${MATERIAL}${name}`)
  const { round, problems, problem_count } = parseRound(bytes)
  const naive = readNaively(bytes.toString('utf8'))

  test('is read without a problem that is not explained', () => {
    expect(problems).toEqual(EXPECTED[name] ?? [])
    expect(problem_count).toBe(EXPECTED[name]?.length ?? 0)
    expect([round.build, round.build_exact, round.completeness]).toEqual([build, true, 'unverified'])
  })

  test('has every line accounted for', () => {
    const counts = Object.entries(round.sections).map(([section, count]) => [section, count.accepted + count.reported])
    expect({ ...Object.fromEntries(counts), header: 0 }).toEqual(naiveCounts(bytes))
  })

  test.each(SECTIONS)('agrees with the naive reader about $name', ({ name: section, key }) => {
    expect(round.rows[key].map(plain)).toEqual(naive.rows[section] ?? [])
  })

  test('agrees with the naive reader and its own name about the header', () => {
    const number = (key: string) => (naive.header[key] === undefined ? null : Number(naive.header[key]))
    // 0 stands for a time or an interval that the server did not know
    const known = (key: string) => number(key) || null
    expect(round.header).toMatchObject({
      map_name: naive.header.map,
      round_number_raw: number('round'),
      crossfire_window_ms: number('crossfire_window'),
      escape_time_ms: number('escape_time'),
      escape_distance: number('escape_distance'),
      position_sample_interval_ms: number('position_sample_interval'),
      round_start_unix: known('round_start_unix'),
      round_end_unix: known('round_end_unix'),
      axis_spawn_interval_ms: known('axis_spawn_interval'),
      allies_spawn_interval_ms: known('allies_spawn_interval'),
      tracker_version_full: naive.header.tracker_version_full ?? null,
    })
    const declared = (naive.header.capabilities ?? '').split(',').filter((pair) => pair !== '')
    const states = declared.map((pair) => [pair.split(':')[0], pair.endsWith(':1') ? 'on' : 'off'])
    expect(round.header.capabilities ?? {}).toEqual(Object.fromEntries(states))
    expect(parseFileName(name.slice(name.lastIndexOf('/') + 1))).toMatchObject({
      map_name: round.header.map_name,
      round_number: round.header.round_number_raw,
    })
  })
})
