import type { CDPSession } from 'playwright-core'
import { beforeEach, expect, test } from 'vitest'
import { EVENING, roundFile } from '../support/round-files.ts'
import { go, openPage, page } from './opened-page.ts'
import { look } from './visits.ts'

interface Finger {
  readonly x: number
  readonly y: number
}

openPage({
  files: [roundFile({ start: EVENING, build: 'Proximity 1', trailer: true, seed: 2 })],
  now: () => EVENING * 1000 + 86_400_000,
})

let touch: CDPSession

beforeEach(async () => {
  await look(page, { width: 'phone', theme: 'dark' })
  touch = await page.context().newCDPSession(page)
  await touch.send('Emulation.setTouchEmulationEnabled', { enabled: true, maxTouchPoints: 2 })
})

/** Fingers go from one place to another in some steps, as a hand does. */
async function slide(from: readonly Finger[], to: readonly Finger[]): Promise<void> {
  const steps = 12
  const at = (share: number) =>
    from.map(({ x, y }, id) => ({
      id,
      x: x + share * ((to[id]?.x ?? x) - x),
      y: y + share * ((to[id]?.y ?? y) - y),
    }))
  await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(0) })
  for (let step = 1; step <= steps; step++) {
    await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(step / steps) })
    await page.evaluate(() => new Promise(requestAnimationFrame))
  }
  await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
}

/** What of the map is seen, as the address says: x, y and how near; nothing where it is all of it. */
const view = () => (new URL(page.url()).searchParams.get('view') ?? '').split(',').filter(Boolean).map(Number)
const scrolled = async () => await page.evaluate(() => scrollY)

test.each([
  { name: 'map', path: '/maps/supply', picture: '.map-canvas' },
  { name: 'replay', path: '/rounds/1/replay?t=40', picture: '.replay-canvas canvas' },
])('two fingers bring the $name nearer, one moves it, and past all of it one scrolls the page', async (one) => {
  await go(one.path)
  const picture = page.locator(one.picture)
  await picture.evaluate((element) => element.scrollIntoView({ block: 'center' }))
  const middle = async () => {
    const box = await picture.boundingBox()
    return { x: (box?.x ?? 0) + (box?.width ?? 0) / 2, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 }
  }

  const before = await scrolled()
  const { x, y } = await middle()
  await slide([{ x, y }], [{ x: x + 2, y: y - 60 }])
  await expect.poll(scrolled).toBeGreaterThan(before + 30)
  // longer than the address needs to follow
  await page.waitForTimeout(500)
  expect(view()).toEqual([])

  const at = await middle()
  const apart = (by: number) => [
    { x: at.x - by, y: at.y },
    { x: at.x + by, y: at.y },
  ]
  await slide(apart(20), apart(60))
  await expect.poll(() => view()[2] ?? 1).toBeGreaterThan(2)
  expect(await page.evaluate(() => visualViewport?.scale)).toBe(1)

  const [left = 0, bottom = 0, near = 0] = view()
  const still = await scrolled()
  await slide([at], [{ x: at.x - 40, y: at.y - 40 }])
  await expect.poll(() => view()[0] ?? 0).toBeGreaterThan(left)
  expect(view()[1]).toBeLessThan(bottom)
  expect(view()[2]).toBeCloseTo(near, 2)
  expect(await scrolled()).toBe(still)

  // beside the map the page scrolls as before
  await slide([{ x: 6, y: at.y }], [{ x: 6, y: at.y - 60 }])
  await expect.poll(scrolled).toBeGreaterThan(still + 30)
})
