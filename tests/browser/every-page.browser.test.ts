import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { readAddress } from '../../src/web/address.ts'
import { launchChromium } from '../support/chromium.ts'
import { memoryStore } from '../support/databases.ts'
import { allKindsOfFiles } from './evening-files.ts'
import { type Installation, installation } from './installation.ts'
import { PAGES } from './pages.ts'
import { barriersOf, faultsOf, look, settled, VIEWS, visit } from './visits.ts'

let browser: Browser

beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(async () => {
  await browser.close()
})

const MOST_REQUESTS = 6
const MOST_SCRIPT_BYTES = 150_000
const MOST_THREAD_BYTES = 60_000

const FULL = [...Object.values(PAGES).flatMap(({ full }) => full), '/nowhere']
const SPARE = Object.values(PAGES).flatMap(({ spare }) => spare)

/** What the thread that reads files is made of: no page waits for it. */
const OF_THREAD = /^(thread|unpack)-/

test('all scripts together are small', () => {
  const assets = join(inject('pageFolder'), 'assets')
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
    served = await installation({ store: opened.store, page: inject('pageFolder'), files })
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

test('every page is reached by links from the first, and no link leads nowhere', async () => {
  const opened = await memoryStore()
  const served = await installation({ store: opened.store, page: inject('pageFolder'), files: allKindsOfFiles() })
  const tab = await visit(browser, served.url)
  const pageOf = (link: string) => readAddress(new URL(link, served.url)).page
  const reached = new Set(['evenings'])
  const open = ['/']
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    await tab.page.goto(next)
    await settled(tab.page)
    const links = await tab.page
      .locator('a[href^="/"]')
      .evaluateAll((all) => all.map((a) => a.getAttribute('href') ?? ''))
    expect(
      links.filter((link) => pageOf(link) === 'unknown'),
      next,
    ).toEqual([])
    // one address of each page has the links that any other has
    for (const link of links.filter((one) => !reached.has(pageOf(one)))) {
      if (!reached.has(pageOf(link))) open.push(link)
      reached.add(pageOf(link))
    }
  }
  expect([...reached].sort()).toEqual(Object.keys(PAGES).sort())
  expect(tab.errors).toEqual([])
  await tab.close()
  await served.close()
  await opened.drop()
})
