import type { Browser, CDPSession, Page } from 'playwright-core'
import { quantile } from '../statistics.ts'
import { freshTab, type Probed, probed, useful } from './pages.ts'

/** What a replay takes; ms. There is no GPU: whatever is drawn is drawn by the processor. */
export interface Replayed {
  readonly frames: number
  /** From the click that leads to it until the first frame is drawn. */
  readonly first_frame_ms: number
  /** Processor time of the page's thread a frame: all that it does, whatever else runs on the machine. */
  readonly processor_ms: number
  /** In the page's own script. */
  readonly draw: Times
  /** From one frame to the next. */
  readonly frame: Times
}

interface Times {
  readonly median_ms: number
  readonly p99_ms: number
  readonly longest_ms: number
}

/** What comes before the first second of a replay is its beginning, not its course. */
const BEGINNING_FRAMES = 30
/** Where it is watched: in the middle, when everybody fights. */
const FROM_S = 300

/** Opens a round, goes to its replay by a click, and watches it for some time. */
export async function replayed(browser: Browser, url: string, round_id: number, watched_ms: number): Promise<Replayed> {
  const { page, close } = await freshTab(browser, url, 'no-preference')
  await page.goto(`/rounds/${round_id}`)
  await useful(page)
  await page.locator(`a[href^="/rounds/${round_id}/replay"]`).first().click()
  await page.waitForFunction(() => (globalThis as unknown as Probed).probe.drawn_ms !== null)
  const { clicked_ms, drawn_ms } = await probed(page)

  await page.goto(`/rounds/${round_id}/replay?t=${FROM_S}`)
  await page.waitForFunction(
    (least) => (globalThis as unknown as Probed).probe.times_ms.length > least,
    BEGINNING_FRAMES,
  )
  const clock = await page.context().newCDPSession(page)
  await clock.send('Performance.enable', { timeDomain: 'threadTicks' })
  const before = await worked(page, clock)
  await page.waitForTimeout(watched_ms)
  const after = await worked(page, clock)
  const { costs_ms, times_ms } = await probed(page)
  await close()
  const costs = costs_ms.slice(BEGINNING_FRAMES)
  const times = times_ms.slice(BEGINNING_FRAMES)
  return {
    frames: costs.length,
    first_frame_ms: (drawn_ms ?? 0) - clicked_ms,
    processor_ms: (after.busy_ms - before.busy_ms) / (after.frames - before.frames),
    draw: timesOf(costs),
    frame: timesOf(times.slice(1).map((time, i) => time - (times[i] as number))),
  }
}

/** How long the page's thread was busy so far, and with how many frames. */
async function worked(page: Page, clock: CDPSession) {
  const { metrics } = await clock.send('Performance.getMetrics')
  const busy_s = metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0
  const { times_ms } = await probed(page)
  return { busy_ms: 1_000 * busy_s, frames: times_ms.length }
}

function timesOf(values: readonly number[]): Times {
  return { median_ms: quantile(values, 0.5), p99_ms: quantile(values, 0.99), longest_ms: Math.max(...values) }
}
