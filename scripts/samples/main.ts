// Writes the sample rounds of the tests: one evening on three invented maps, each played twice with the sides swapped.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Header, SILENT_HEADER } from '../../src/format/header.ts'
import { type Rows, SECTIONS, type Section } from '../../src/format/sections.ts'
import { writeRound } from '../../src/format/write-round.ts'
import { engagementsOf } from './fights.ts'
import { GROUNDS } from './grounds.ts'
import { killCells, laterRows, reactionRows } from './kills.ts'
import { focusRows, movementCells, tracksOf } from './lives.ts'
import { LINE_UPS } from './people.ts'
import { play } from './play.ts'
import { randomOf } from './random.ts'
import type { Tape } from './tape.ts'

const FOLDER = join(import.meta.dirname, '../../samples')
const EVENING_UNIX = Date.UTC(2026, 10, 13, 19, 42) / 1000
const BREAK_S = 95

const EVENING = [
  { ground: GROUNDS.fjordworks, build: '4.2b', seed: 12 },
  { ground: GROUNDS.sandmill, build: '6.11', seed: 16_100 },
  { ground: GROUNDS.oldmarket, build: '6.11', seed: 25_900 },
]

// what the sample's tracker records, of all that build 6.11 can
const RECORDED = ['engagement_tracking', 'crossfire_detection', 'escape_detection', 'heatmap_generation'].concat([
  'reaction_tracking',
  'spawn_timing',
  'trade_kills',
  'kill_outcome_tracking',
  'combat_positions',
])

mkdirSync(FOLDER, { recursive: true })
let start = EVENING_UNIX
for (const { ground, build, seed } of EVENING) {
  for (const round of [1, 2]) {
    const people = (round === 1 ? LINE_UPS : [...LINE_UPS].reverse()).flat()
    const tape = play({ ground, people, limit_ms: 100_000, random: randomOf(seed + round) })
    const end = start + Math.round(tape.length_ms / 1000)
    const header = headerOf(ground.name, round, build, start, end)
    const { bytes, refused } = writeRound({ header, rows: rowsOf(tape) }, { build })
    if (refused.length > 0) throw new Error(`${refused[0]?.section}: ${refused[0]?.reason}`)
    const [date, time] = new Date(end * 1000).toISOString().split(/[T.]/) as [string, string]
    writeFileSync(
      join(FOLDER, `${date}-${time.replaceAll(':', '')}-${ground.name}-round-${round}_engagements.txt`),
      bytes,
    )
    start = end + BREAK_S
  }
}

function headerOf(map_name: string, round: number, build: string, start: number, end: number): Header {
  const switched = (SECTIONS as readonly Section[]).filter((one) => !one.unswitched && !one.comment_rows)
  const capabilities = new Set([...RECORDED, ...switched.flatMap(({ capability }) => capability ?? [])])
  const states = [...capabilities].map((name) => [name, RECORDED.includes(name) ? 'on' : 'off'] as const)
  return {
    ...SILENT_HEADER,
    map_name,
    round_number_raw: round,
    crossfire_window_ms: 1_000,
    escape_time_ms: 5_000,
    escape_distance: 300,
    position_sample_interval_ms: 500,
    round_start_unix: start,
    round_end_unix: end,
    axis_spawn_interval_ms: 20_000,
    allies_spawn_interval_ms: 15_000,
    tracker_version_full: build,
    test_mode: false,
    capabilities: Object.fromEntries(states),
  }
}

function rowsOf(tape: Tape): Rows {
  const none = Object.fromEntries(SECTIONS.map(({ key }) => [key, []])) as unknown as Rows
  const engagements = engagementsOf(tape)
  return {
    ...none,
    engagements,
    player_tracks: tracksOf(tape),
    kill_heatmap: killCells(tape),
    movement_heatmap: movementCells(tape, engagements),
    objective_focus: focusRows(tape),
    reaction_metrics: reactionRows(tape, engagements),
    ...laterRows(tape),
  }
}
