import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Browser, Page } from 'playwright-core'
import { median } from '../statistics.ts'

const PROBE = { path: join(import.meta.dirname, 'probe.js') }
const VIEWPORT = { width: 1_440, height: 900 }

export interface Route {
  readonly name: string
  readonly path: string
}

/** What a visitor's first look at a page takes, with nothing kept from an earlier one. */
export interface Loaded extends Route {
  readonly requests: number
  /** Requests to the interface. */
  readonly questions: number
  /** All that came, compressed. */
  readonly bytes: number
  readonly script_gz_bytes: number
  readonly useful_ms: number
}

/** A tab without a past, with the probe in it. */
export async function freshTab(browser: Browser, url: string, reducedMotion: 'reduce' | 'no-preference') {
  const context = await browser.newContext({ baseURL: url, viewport: VIEWPORT, reducedMotion, serviceWorkers: 'block' })
  const page = await context.newPage()
  await page.addInitScript(PROBE)
  return { page, close: async () => await context.close() }
}

/** What `probe.js` has noted in a page, ms. */
export interface Probed {
  readonly probe: {
    readonly useful_ms: number | null
    readonly clicked_ms: number
    readonly drawn_ms: number | null
    readonly costs_ms: readonly number[]
    readonly times_ms: readonly number[]
    readonly blocks_ms: readonly number[]
  }
}

/** Waits until a page is of use, and gives the time since it was asked for, ms. */
export async function useful(page: Page): Promise<number> {
  await page.waitForFunction(() => (globalThis as unknown as Probed).probe.useful_ms !== null)
  const { useful_ms } = await probed(page)
  return useful_ms ?? 0
}

export async function probed(page: Page): Promise<Probed['probe']> {
  return await page.evaluate(() => (globalThis as unknown as Probed).probe)
}

/** Loads a page some times; the time is the median. */
export async function loadedOf(
  browser: Browser,
  url: string,
  folder: string,
  route: Route,
  runs: number,
): Promise<Loaded> {
  const loads: Omit<Loaded, keyof Route>[] = []
  for (let run = 0; run < runs; run++) {
    const { page, close } = await freshTab(browser, url, 'reduce')
    loads.push(await load(page, folder, route.path))
    await close()
  }
  const [first] = loads
  if (first === undefined) throw new RangeError('no run')
  return { ...route, ...first, useful_ms: median(loads.map(({ useful_ms }) => useful_ms)) }
}

async function load(page: Page, folder: string, path: string): Promise<Omit<Loaded, keyof Route>> {
  const paths: string[] = []
  let bytes = 0
  const network = await page.context().newCDPSession(page)
  await network.send('Network.enable')
  network.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength
  })
  page.on('request', (request) => paths.push(new URL(request.url()).pathname))
  await page.goto(path)
  const useful_ms = await useful(page)
  await page.waitForLoadState('networkidle')
  const scripts = paths.filter((name) => name.endsWith('.js'))
  return {
    requests: paths.length,
    questions: paths.filter((name) => name.startsWith('/api/')).length,
    bytes,
    script_gz_bytes: scripts.reduce((sum, name) => sum + gzipSync(readFileSync(join(folder, name))).length, 0),
    useful_ms,
  }
}
