import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import type { RoundFile } from '../rounds/round-file.ts'
import { freshTab, type Probed, probed, useful } from './pages.ts'

/** What a file that the reader opens himself takes, ms. */
export interface Tried {
  /** From giving the file until its round is listed. */
  readonly read_ms: number
  /** From the click until the round is shown. */
  readonly round_ms: number
  /** From the click until the first frame of the replay is drawn. */
  readonly first_frame_ms: number
  /** Longest time in which the page answered nobody. */
  readonly longest_block_ms: number
}

/** Opens a file in the browser, goes to its round, and from there to its replay. */
export async function tried(browser: Browser, url: string, { name, bytes }: RoundFile): Promise<Tried> {
  // from the disk: bytes of the test's own would be unpacked by the page, and that would be measured too
  const folder = await mkdtemp(join(tmpdir(), 'proximity-tried-'))
  const path = join(folder, name)
  await writeFile(path, bytes)
  const { page, close } = await freshTab(browser, url, 'no-preference')
  try {
    return await opened(page, path)
  } finally {
    await close()
    await rm(folder, { recursive: true })
  }
}

async function opened(page: Page, path: string): Promise<Tried> {
  await page.goto('/try')
  await useful(page)
  const given_ms = await now(page)
  await page.locator('input[type=file]').setInputFiles(path)
  await page.locator('.try-round').waitFor()
  const read_ms = (await now(page)) - given_ms

  await page.locator('.try-round').click()
  await page.locator('.timeline').waitFor()
  const round_ms = (await now(page)) - (await probed(page)).clicked_ms

  await page.locator('.round-ways a').first().click()
  await page.waitForFunction(() => (globalThis as unknown as Probed).probe.drawn_ms !== null)
  const { clicked_ms, drawn_ms, blocks_ms } = await probed(page)
  return {
    ...{ read_ms, round_ms, first_frame_ms: (drawn_ms ?? 0) - clicked_ms },
    longest_block_ms: Math.max(0, ...blocks_ms),
  }
}

async function now(page: Page): Promise<number> {
  return await page.evaluate(() => performance.now())
}
