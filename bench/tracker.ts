/**
 * Measures what the tracker costs a game server: `npm run bench:tracker [-- --quick]`. Everything is switched on. The
 * numbers go to the screen, as a table for the documents, and to results/tracker.json.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { NATIVE_LUAS } from '../tests/support/native-lua.ts'
import { load, machine } from './machine.ts'
import { markdownHead, markdownLine } from './markdown.ts'
import { atMost, type Measured, type Target, tableOf } from './measured.ts'
import { type Cost, costOf } from './tracker-runs.ts'
import { type Play, plays } from './tracker-tapes.ts'

interface Row extends Cost {
  readonly play: string
  readonly lua: string
  readonly module: 'tracker' | 'empty'
}

const RESULTS = join(import.meta.dirname, 'results')
const DIST = join(import.meta.dirname, '../dist')

const EMPTY = ['RunFrame', 'Damage', 'Obituary', 'Print', 'ClientSpawn', 'WeaponFire', 'ClientUserinfoChanged']
  .map((name) => `function et_${name}() end\n`)
  .join('')

const HEADINGS = [
  'play',
  'Lua',
  'module',
  'median',
  'mean',
  'p99',
  'max',
  'max of writing',
  'reads',
  'traces',
  'heap, peak kB',
  'heap, end kB',
  'file kB',
  'written kB',
]

function lineOf(row: Row): string {
  const whole = (value: number) => Math.round(value).toLocaleString('en')
  const tenths = (value: number) => value.toFixed(1)
  const kb = (bytes: number) => whole(bytes / 1_000)
  const times = [whole(row.median), tenths(row.mean), whole(row.p99), whole(row.max), whole(row.writing_max)]
  const memory = [whole(row.heap_peak_kb), whole(row.heap_end_kb)]
  const asked = [tenths(row.reads), tenths(row.traces)]
  return markdownLine([
    row.play,
    row.lua,
    row.module,
    ...times,
    ...asked,
    ...memory,
    kb(row.file_bytes),
    kb(row.written_bytes),
  ])
}

/** What the tracker should take at most; the p99 are half of what the original took on the same kind of play. */
function targetsOf({ name, players }: Play, row: Row): Measured[] {
  const bench = `${row.lua}, ${name}`
  const most = (what: string, value: number, unit: string, target: Target): Measured => ({
    bench,
    what,
    value,
    unit,
    target,
  })
  const all = [most('worst frame', row.max, 'us', atMost(players > 12 ? 5_000 : 2_000))]
  if (players !== 12) return all
  const p99 = name.startsWith('recording') ? 624 : 210
  return [...all, most('p99', row.p99, 'us', atMost(p99)), most('field reads', row.reads, 'a frame', atMost(105))]
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { quick: { type: 'boolean' } } })
  const quick = values.quick === true
  const folder = await mkdtemp(join(tmpdir(), 'proximity-bench-'))
  try {
    const about = { ...machine(), quick, measured_at: new Date().toISOString() }
    console.log(`${about.cpus} x ${about.cpu}, load ${about.load}; times in us of processor time a frame\n`)
    console.log(markdownHead(HEADINGS, 3))
    const empty = join(folder, 'empty.lua')
    await writeFile(empty, EMPTY)
    const modules = { tracker: join(DIST, 'proximity_tracker.lua'), empty }
    const rows: Row[] = []
    const measured: Measured[] = []
    for (const play of plays(quick)) {
      const tape = join(folder, 'tape')
      await writeFile(tape, await play.tape())
      for (const lua of NATIVE_LUAS) {
        for (const module of ['tracker', 'empty'] as const) {
          const programs = { engine: join(DIST, 'proximity_engine.lua'), module: modules[module] }
          const row: Row = { play: play.name, lua, module, ...costOf(lua, programs, tape, play.runs) }
          rows.push(row)
          console.log(lineOf(row))
          if (module === 'tracker' && lua === 'lua5.4') measured.push(...targetsOf(play, row))
        }
      }
    }
    console.log(`\n${tableOf(measured)}\n(load now ${load()})`)
    await mkdir(RESULTS, { recursive: true })
    await writeFile(join(RESULTS, 'tracker.json'), `${JSON.stringify({ ...about, rows, measured }, null, 2)}\n`)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

await main()
