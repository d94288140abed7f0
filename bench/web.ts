/**
 * Measures the page in a real browser: `npm run bench:web [-- --quick]`. The numbers go to the screen, as a table for the
 * documents, and to results/web.json.
 */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { gzipSync } from 'node:zlib'
import type { Browser } from 'playwright-core'
import { openStore } from '../src/store/open.ts'
import { builtPage, installation } from '../tests/browser/installation.ts'
import { launchChromium } from '../tests/support/chromium.ts'
import { load, machine } from './machine.ts'
import { markdownHead, markdownLine } from './markdown.ts'
import { atMost, type Measured, tableOf } from './measured.ts'
import { bigRound } from './rounds/season.ts'
import { type Loaded, loadedOf, type Route } from './web/pages.ts'
import { type Replayed, replayed } from './web/replay.ts'
import { MORNING_AFTER_MS, webRounds } from './web/rounds.ts'
import { type Tried, tried } from './web/tried.ts'

const RESULTS = join(import.meta.dirname, 'results')
const RUNS = { quick: 1, full: 5 } as const
const WATCHED_MS = { quick: 3_000, full: 20_000 } as const

const OF_THREAD = /^(thread|unpack)-/
const MOST_QUESTIONS = 6
const MOST_SCRIPT_KB = 150
/** A quarter of a frame at 60 a second. */
const MOST_FRAME_MS = 4
/** From a file of 24 MB. */
const MOST_TRIED_MS = 3_000

/** Every page, of what is the newest there. */
async function routesOf(url: string): Promise<Route[]> {
  const first = async (path: string, list: string) => {
    const answer = (await (await fetch(`${url}/api/proximity/${path}`)).json()) as Record<string, Named[]>
    const [one] = answer[list] ?? []
    if (one === undefined) throw new Error(`${path} has none`)
    return one
  }
  const { id, map_name } = await first('rounds?range_days=3650', 'rounds')
  const { guid } = await first('players?range_days=3650', 'players')
  return [
    { name: 'evening', path: '/' },
    { name: 'all evenings', path: '/?range_days=3650' },
    { name: 'round', path: `/rounds/${id}` },
    { name: 'replay', path: `/rounds/${id}/replay` },
    { name: 'maps', path: '/maps?range_days=3650' },
    { name: 'map', path: `/maps/${map_name}?range_days=3650` },
    { name: 'map, lines', path: `/maps/${map_name}?range_days=3650&layer=lines` },
    { name: 'players', path: '/players?range_days=3650' },
    { name: 'player', path: `/players/${guid}?range_days=3650` },
    { name: 'leaderboards', path: '/leaderboards?range_days=3650' },
    { name: 'try', path: '/try' },
    { name: 'files', path: '/files' },
    { name: 'status', path: '/status' },
  ]
}

interface Named {
  readonly id: number
  readonly guid: string
  readonly map_name: string
}

/** Scripts of the pages; the thread that reads round files in the browser is not one, nor what it loads. */
async function scriptBytes(folder: string): Promise<number> {
  const assets = join(folder, 'assets')
  const names = (await readdir(assets)).filter((name) => name.endsWith('.js') && !OF_THREAD.test(name))
  const sizes = await Promise.all(names.map(async (name) => gzipSync(await readFile(join(assets, name))).length))
  return sizes.reduce((sum, size) => sum + size, 0)
}

const HEADINGS = ['page', 'requests', 'questions', 'kB', 'script kB', 'of use, ms']

function lineOf({ name, requests, questions, bytes, script_gz_bytes, useful_ms }: Loaded): string {
  const kb = (value: number) => Math.round(value / 1_000).toLocaleString('en')
  return markdownLine([name, `${requests}`, `${questions}`, kb(bytes), kb(script_gz_bytes), `${Math.round(useful_ms)}`])
}

function figuresOf(pages: readonly Loaded[], script_bytes: number, { draw, frame, ...replay }: Replayed): Measured[] {
  const bench = 'replay, 12 a side'
  const most = pages.reduce((one, other) => (other.questions > one.questions ? other : one))
  const ms = (what: string, value: number) => ({ bench, what, value, unit: 'ms' })
  return [
    {
      bench: 'web',
      what: 'scripts of all pages, gzip',
      value: script_bytes / 1_000,
      unit: 'kB',
      target: atMost(MOST_SCRIPT_KB),
    },
    {
      bench: 'web',
      what: `most questions, ${most.name}`,
      value: most.questions,
      unit: '',
      target: atMost(MOST_QUESTIONS),
    },
    { ...ms('click to first frame', replay.first_frame_ms) },
    { ...ms('processor a frame, all of the thread', replay.processor_ms), target: atMost(MOST_FRAME_MS) },
    { ...ms('drawing a frame: p99', draw.p99_ms), median: draw.median_ms },
    { ...ms('drawing a frame: longest', draw.longest_ms) },
    { ...ms('frame to frame: p99', frame.p99_ms), median: frame.median_ms },
    { ...ms('frame to frame: longest', frame.longest_ms) },
    { bench, what: 'frames', value: replay.frames, unit: '' },
  ]
}

function triedFigures({ read_ms, round_ms, first_frame_ms, longest_block_ms }: Tried): Measured[] {
  const ms = (what: string, value: number) => ({ bench: 'try, 64 players for 30 min', what, value, unit: 'ms' })
  return [
    { ...ms('file to list', read_ms), target: atMost(MOST_TRIED_MS) },
    { ...ms('click to round', round_ms), target: atMost(MOST_TRIED_MS) },
    { ...ms('click to first frame', first_frame_ms), target: atMost(MOST_TRIED_MS) },
    ms('longest block of the page', longest_block_ms),
  ]
}

async function measure(browser: Browser, folder: string, quick: boolean) {
  const { season, match } = await webRounds()
  const store = await openStore({ memory: true })
  const served = await installation({ store, page: folder, files: [...season, match], now: () => MORNING_AFTER_MS })
  try {
    console.log(markdownHead(HEADINGS, 1))
    const pages: Loaded[] = []
    for (const route of await routesOf(served.url)) {
      const page = await loadedOf(browser, served.url, folder, route, quick ? RUNS.quick : RUNS.full)
      pages.push(page)
      console.log(lineOf(page))
    }
    const { id } = await store.db
      .selectFrom('rounds')
      .innerJoin('round_file', 'round_file.id', 'rounds.file_id')
      .where('round_file.name', '=', match.name)
      .select('rounds.id')
      .executeTakeFirstOrThrow()
    const replay = await replayed(browser, served.url, id, quick ? WATCHED_MS.quick : WATCHED_MS.full)
    const big = await tried(browser, served.url, bigRound())
    const script_gz_bytes = await scriptBytes(folder)
    const measured = [...figuresOf(pages, script_gz_bytes, replay), ...triedFigures(big)]
    return { pages, replay, tried: big, script_gz_bytes, measured }
  } finally {
    await served.close()
    await store.close()
  }
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { quick: { type: 'boolean' } } })
  const quick = values.quick === true
  const about = { ...machine(), quick, measured_at: new Date().toISOString() }
  console.log(`${about.cpus} x ${about.cpu}, load ${about.load}; no GPU: the processor draws\n`)
  const [browser, built] = await Promise.all([launchChromium(), builtPage()])
  try {
    const found = await measure(browser, built.folder, quick)
    console.log(`\n${tableOf(found.measured)}\n(load now ${load()})`)
    await mkdir(RESULTS, { recursive: true })
    await writeFile(join(RESULTS, 'web.json'), `${JSON.stringify({ ...about, ...found }, null, 2)}\n`)
  } finally {
    await browser.close()
    built.drop()
  }
}

await main()
