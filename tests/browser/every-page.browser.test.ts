import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { guidOf } from '../../src/metrics/round.fixtures.ts'
import { launchChromium } from '../support/chromium.ts'
import { memoryStore } from '../support/databases.ts'
import { EVENING } from '../support/round-files.ts'
import { allKindsOfFiles, HOSTILE } from './evening-files.ts'
import { builtPage, type Installation, installation } from './installation.ts'
import { barriersOf, faultsOf, look, settled, VIEWS, visit } from './visits.ts'

let browser: Browser
let page: Awaited<ReturnType<typeof builtPage>>

beforeAll(async () => {
  ;[browser, page] = await Promise.all([launchChromium(), builtPage()])
})
afterAll(async () => {
  await browser.close()
  page.drop()
})

const MOST_REQUESTS = 6
const MOST_SCRIPT_BYTES = 150_000
const MOST_THREAD_BYTES = 60_000

const FULL = [
  '/',
  '/?session_id=2',
  '/?session_id=5&month=2026-02',
  '/?session_id=99',
  '/?range_days=3650',
  '/?range_days=3650&card=crossfires',
  '/?round_id=12',
  '/?round_id=14',
  '/?session_id=1&map_name=nowhere',
  '/rounds/5',
  '/rounds/14',
  '/rounds/5/replay?t=40',
  '/rounds/14/replay?t=40',
  '/rounds/999',
  '/maps?range_days=3650',
  '/maps/fjordworks?range_days=3650&at=0,0',
  '/maps/supply?range_days=3650&layer=lines&side=AXIS',
  '/maps/supply?range_days=3650&layer=kills&relative=1&cell=256',
  '/maps/nowhere',
  '/players?range_days=3650',
  '/players?search=nobody',
  `/players/${guidOf('Birch')}?range_days=3650`,
  `/players/${guidOf(HOSTILE)}?range_days=3650&trend=solo_attack_pct`,
  `/players/${guidOf('Birch')}?round_start_unix=${EVENING}`,
  '/players/nobody',
  '/pairs?range_days=3650&rounds=1',
  '/pairs?range_days=3650&view=matrix&rounds=1&measure=support',
  '/pairs?range_days=3650&view=trios',
  `/pairs/${guidOf('Birch')}/${guidOf('M\ueffcller {{7*7}}')}?range_days=3650`,
  '/files',
  '/files?state=rejected',
  '/status',
  '/try',
  '/try/1/replay',
  '/nowhere',
]
const SPARE = [
  '/',
  '/?round_id=1',
  '/rounds/1',
  '/rounds/1/replay',
  '/maps',
  '/maps/supply',
  '/players',
  '/players/nobody',
  '/pairs',
  '/pairs?view=trios',
  '/pairs/A1/B2',
  '/files',
  '/status',
  '/try',
]

/** What the thread that reads files is made of: no page waits for it. */
const OF_THREAD = /^(thread|unpack)-/

test('all scripts together are small', () => {
  const assets = join(page.folder, 'assets')
  const scripts = readdirSync(assets).filter((name) => name.endsWith('.js'))
  const sizeOf = (names: readonly string[]) =>
    names.map((name) => gzipSync(readFileSync(join(assets, name))).length).reduce((sum, size) => sum + size, 0)
  const ofThread = scripts.filter((name) => OF_THREAD.test(name))
  const ofPages = scripts.filter((name) => !OF_THREAD.test(name))
  expect(ofThread.length).toBe(2)
  expect(sizeOf(ofThread)).toBeLessThan(MOST_THREAD_BYTES)
  expect(sizeOf(ofPages)).toBeGreaterThan(0)
  expect(sizeOf(ofPages)).toBeLessThan(MOST_SCRIPT_BYTES)
})

describe.each([
  { backEnd: 'full', files: allKindsOfFiles(), isBroken: false, paths: FULL },
  { backEnd: 'empty', files: [], isBroken: false, paths: SPARE },
  { backEnd: 'failing', files: [], isBroken: true, paths: SPARE },
])('back end: $backEnd', ({ files, isBroken, paths }) => {
  let served: Installation
  let drop: () => Promise<void> = async () => undefined
  beforeAll(async () => {
    const opened = await memoryStore()
    served = await installation({ store: opened.store, page: page.folder, files })
    if (isBroken) await opened.drop()
    else drop = opened.drop
  })
  afterAll(async () => {
    await served.close()
    await drop()
  })

  test.each(paths)('%s is right on every screen, in both themes', { concurrent: true }, async (path) => {
    const tab = await visit(browser, served.url)
    await tab.page.goto(path)
    await settled(tab.page)
    const asked = tab.requests.filter((request) => request.startsWith('/api/'))
    expect(asked.length, `asks ${asked.join(' ')}`).toBeLessThanOrEqual(MOST_REQUESTS)
    for (const view of VIEWS) {
      await look(tab.page, view)
      const found = await faultsOf(tab.page)
      // a tablet shows the elements of the desktop
      if (view.width !== 'tablet') found.push(...(await barriersOf(tab.page)))
      expect(found, `${view.width}, ${view.theme}`).toEqual([])
    }
    expect([...tab.errors, ...tab.foreign]).toEqual([])
    await tab.close()
  })
})
