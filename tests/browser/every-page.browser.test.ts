import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { memoryStore } from '../support/databases.ts'
import { allKindsOfFiles } from './evening-files.ts'
import { builtPage, type Installation, installation } from './installation.ts'
import { barriersOf, faultsOf, settled, VIEWS, visit } from './visits.ts'

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

const FULL = [
  '/',
  '/?range_days=3650',
  '/?range_days=3650&card=crossfires',
  '/?round_id=12',
  '/?round_id=14',
  '/?session_id=1&map_name=nowhere',
  '/files',
  '/files?state=rejected',
  '/status',
  '/nowhere',
]
const SPARE = ['/', '/?round_id=1', '/files', '/status']

describe.each([
  { backEnd: 'full', files: allKindsOfFiles(), isBroken: false, paths: FULL },
  { backEnd: 'empty', files: [], isBroken: false, paths: SPARE },
  { backEnd: 'failing', files: [], isBroken: true, paths: SPARE },
])('with a $backEnd back end', ({ files, isBroken, paths }) => {
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

  test.each(VIEWS)('every page is right on a $width, $theme', { concurrent: true }, async (view) => {
    const tab = await visit(browser, served.url, view)
    for (const path of paths) {
      tab.requests.length = 0
      await tab.page.goto(path)
      await settled(tab.page)
      const found = [...(await faultsOf(tab.page)), ...tab.errors, ...tab.foreign]
      // a tablet shows the elements of the desktop
      if (view.width !== 'tablet') found.push(...(await barriersOf(tab.page)))
      expect(found, path).toEqual([])
      const asked = tab.requests.filter((request) => request.startsWith('/api/'))
      expect(asked.length, `${path} asks ${asked.join(' ')}`).toBeLessThanOrEqual(MOST_REQUESTS)
    }
    await tab.close()
  })
})
