import type { FileChooser, Locator } from 'playwright-core'
import { expect, test } from 'vitest'
import { sampleFiles } from './evening-files.ts'
import { go, openPage, page, path, plain } from './opened-page.ts'
import { faultsOf, settled } from './visits.ts'

/** The morning after the sample evening. */
const NOW = Date.UTC(2026, 10, 14, 9)
/** More than the stops of any page. */
const MOST_STOPS = 250

openPage({ files: sampleFiles(), now: () => NOW })

/** What is wrong with the place of the focus; null: it is seen where it is. */
async function lostFocus(): Promise<string | null> {
  return await page.evaluate(() => {
    const at = document.activeElement
    if (at === null || at === document.body) return 'nothing has the focus'
    // a heading and the content are led to, not stopped at: screen readers read on from there
    if (at.matches('[tabindex="-1"]')) return null
    const marks = (style: CSSStyleDeclaration) =>
      (style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 1) || style.boxShadow !== 'none'
    const around = [at, at.parentElement, at.parentElement?.parentElement].filter((one) => one != null)
    const name = `${at.tagName} ${at.getAttribute('class')} "${(at.getAttribute('aria-label') ?? at.textContent ?? '').slice(0, 40)}"`
    const isMarked = around.some((one) => marks(getComputedStyle(one))) || marks(getComputedStyle(at, '::after'))
    if (!isMarked) return `the focus is not seen at ${name}`
    const { top, bottom, left, right } = at.getBoundingClientRect()
    const isOnScreen = bottom > 0 && right > 0 && top < innerHeight && left < innerWidth
    return isOnScreen ? null : `${name} has the focus out of sight`
  })
}

/** Presses a key; the focus is never lost by it. */
async function press(key: string): Promise<void> {
  await page.keyboard.press(key)
  await settled(page)
  await expect.poll(lostFocus, { message: `after ${key}` }).toBeNull()
}

const hasFocus = async (target: Locator) => await target.evaluate((element) => element === document.activeElement)

/** Goes with Tab, or back with Shift and Tab, until something has the focus, which is seen at every stop. */
async function reach(target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await target.waitFor({ state: 'attached' })
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    await page.keyboard.press(key)
    const lost = await lostFocus()
    // behind the last stop lies the browser's own bar
    if (lost !== 'nothing has the focus') expect(lost).toBeNull()
    if (await hasFocus(target)) return
  }
  throw new Error(`no stop at ${target}`)
}

const link = (name: string | RegExp) => page.getByRole('link', { name }).first()
const inBar = (name: string) => page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name, exact: true })

test('from the first page to a round, one of its fights, and its replay', async () => {
  await go('/')
  await reach(link('Skip to the content'))
  await press('Enter')
  await reach(link('Round 1'))
  await press('Enter')
  expect(path()).toMatch(/^\/rounds\/\d+$/)

  const further = page.getByRole('button', { name: /^Show more of/ })
  await reach(further)
  while ((await further.count()) > 0) await press('Enter')
  expect(
    await page.evaluate(() => document.activeElement?.closest('.fights li')?.previousElementSibling),
  ).not.toBeNull()
  await reach(page.locator('.fights li a').nth(2), 'Shift+Tab')
  await press('Enter')
  expect(path()).toMatch(/^\/rounds\/\d+\/replay\?.*fight=\d+/)
  const scrubber = page.getByRole('slider', { name: 'Moment of the round' })
  const moment = async () => Number(await scrubber.inputValue())
  await reach(page.getByRole('button', { name: 'Play', exact: true }))
  await press('Enter')
  await page.getByRole('button', { name: 'Pause' }).waitFor()
  expect(await hasFocus(page.getByRole('button', { name: 'Pause' }))).toBe(true)
  await press(' ')
  await page.getByRole('button', { name: 'Play', exact: true }).waitFor()
  const paused = await moment()
  await press('.')
  await expect.poll(moment).toBeGreaterThan(paused)
  await press('ArrowRight')
  await reach(scrubber, 'Shift+Tab')
  await reach(page.getByRole('button', { name: 'Keys' }))
  await press('Enter')
  await page.getByRole('region', { name: 'Keys' }).waitFor()
  await press('Enter')
  await page.getByRole('region', { name: 'Keys' }).waitFor({ state: 'detached' })
  await reach(link('All about this round'), 'Shift+Tab')
  await press('Enter')
  expect(path()).toMatch(/^\/rounds\/\d+$/)
})

test('to a map, another layer, a filter, and a cell', async () => {
  await go('/')
  await reach(inBar('Maps'))
  await press('Enter')
  await reach(link('fjordworks'))
  await press('Enter')
  expect(path()).toMatch(/^\/maps\/fjordworks/)
  await reach(page.getByLabel('Side', { exact: true }))
  await press('ArrowDown')
  await page.waitForURL(/side=AXIS/)
  await settled(page)
  expect(await hasFocus(page.getByLabel('Side', { exact: true }))).toBe(true)

  await reach(page.getByRole('radio', { name: /^Deaths/ }))
  await press('ArrowDown')
  await page.waitForURL(/layer=push_deaths/)
  expect(await hasFocus(page.getByRole('radio', { name: /^Pushes/ }))).toBe(true)
  await press('ArrowUp')

  const map = page.getByRole('button', { name: /^Deaths on fjordworks/ })
  await reach(map)
  await press('Enter')
  await page.waitForURL(/at=/)
  expect(await hasFocus(map)).toBe(true)
  await reach(page.locator('.map-cell .figure').first())
  await press('Enter')
  await page.getByRole('dialog').waitFor()
  await press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  expect(await hasFocus(page.locator('.map-cell .figure').first())).toBe(true)
  await reach(page.locator('.map-cell').getByRole('button', { name: 'Close' }))
  await press('Enter')
  await page.waitForURL((url) => !url.search.includes('at='))
  expect(await hasFocus(page.locator('.map-beside'))).toBe(true)
  await reach(page.locator('.most-cells button').first())
  await press('Enter')
  await page.getByRole('heading', { name: 'This cell' }).waitFor()
  await press('Tab')
  expect(await page.evaluate(() => document.activeElement?.closest('.map-beside') !== null)).toBe(true)
})

test('to a player by the slash, a number of his, its card, and back', async () => {
  await go('/')
  await press('/')
  await page.keyboard.type('quartz')
  await page.getByRole('option').first().waitFor()
  await press('Enter')
  await page.waitForURL(/\/players\//)
  await settled(page)
  await press('Tab')
  const number = page.locator('.player-numbers .figure').nth(1)
  await reach(number)
  await press('Enter')
  const card = page.getByRole('dialog')
  await card.getByText('Version of the formula').first().waitFor()
  await reach(card.getByRole('link', { name: 'The rounds behind it' }))
  await reach(card.getByRole('button', { name: 'Close' }))
  await press('Enter')
  await card.waitFor({ state: 'detached' })
  expect(await hasFocus(number)).toBe(true)
})

test('to a cell of the matrix and its pair, to the boards, to the files', async () => {
  await go('/')
  await reach(inBar('Pairs'))
  await press('Enter')
  const network = page.getByRole('button', { name: /^Network of/ })
  await reach(network)
  await press('ArrowRight')
  await reach(link('Matrix'), 'Shift+Tab')
  await press('Enter')
  await reach(page.getByRole('slider'))
  await press('Home')
  await reach(page.locator('.matrix td a').nth(3))
  await press('Enter')
  expect(path()).toMatch(/^\/pairs\/\w+\/\w+/)
  expect(plain(await page.locator('.pair-title').textContent())).toContain(' and ')

  await reach(inBar('Leaderboards'), 'Shift+Tab')
  await press('Enter')
  await reach(link('Reactions'))
  await press('Enter')
  await reach(page.getByLabel('Class', { exact: true }))
  await press('ArrowDown')
  await page.waitForURL(/class=/)
  await settled(page)
  expect(await hasFocus(page.getByLabel('Class', { exact: true }))).toBe(true)

  await reach(inBar('Files'), 'Shift+Tab')
  await press('Enter')
  await reach(link('rejected'))
  await press('Enter')
  expect(path()).toBe('/files?state=rejected')
})

test('to a file of this computer', async () => {
  // listened for from the begin: a chooser that opens before the browser knows of the listener is one of its own, for ever
  const chooser = new Promise<FileChooser>((resolve) => page.once('filechooser', resolve))
  await go('/')
  await reach(link('Try a file'))
  await press('Enter')
  const choose = page.getByRole('button', { name: 'Choose files' })
  await reach(choose)
  await page.keyboard.press('Enter')
  const { name, bytes } = sampleFiles()[0] as ReturnType<typeof sampleFiles>[number]
  await (await chooser).setFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(bytes) })
  await page.getByText('fjordworks, round 1').first().waitFor()
  await settled(page)
  expect(await lostFocus()).toBeNull()
  await reach(link(/^fjordworks, round 1/))
  await press('Enter')
  await reach(page.getByRole('link', { name: 'Map', exact: true }))
  await press('Enter')
  await reach(page.getByRole('radio', { name: /^Deaths/ }))
})

test('a panel that failed is asked for again', async () => {
  await page.route('**/api/proximity/players*', (route) => route.fulfill({ status: 503, json: { detail: 'Not now.' } }))
  await go('/players')
  await page.unroute('**/api/proximity/players*')
  await reach(page.getByRole('button', { name: 'Try again' }))
  await press('Enter')
  await page.getByRole('link', { name: 'Quartz' }).waitFor()
})

test.each([
  '/',
  '/rounds/6',
  '/rounds/6/replay?t=24',
  '/maps/fjordworks?at=1,1',
  '/players',
  '/pairs?rounds=1&view=matrix',
  '/leaderboards',
  '/files',
  '/status',
  '/try',
])('every stop of %s is reached once, in the order in which it is read', async (address) => {
  await go(address)
  const isOrderOwn = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('*')].some((one) => one.tabIndex > 0),
  )
  expect(isOrderOwn).toBe(false)
  const stops = async () =>
    await page.evaluate(() => [...document.querySelectorAll('*')].indexOf(document.activeElement ?? document.body))
  const seen: number[] = []
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    await page.keyboard.press('Tab')
    const lost = await lostFocus()
    if (lost === 'nothing has the focus') break
    expect(lost).toBeNull()
    seen.push(await stops())
  }
  expect(seen.length).toBeGreaterThan(3)
  expect(seen.length).toBeLessThan(MOST_STOPS)
  expect(seen).toEqual([...new Set(seen)].sort((a, b) => a - b))
})

test.each([
  '/',
  '/rounds/6',
  '/rounds/6/replay?t=24',
  '/maps/fjordworks?at=1,1',
  '/players',
  '/pairs?rounds=1',
  '/leaderboards',
  '/files',
  '/status',
  '/try',
])('with letters twice as large %s stays within its width', async (address) => {
  const browser = await page.context().newCDPSession(page)
  await browser.send('Page.setFontSizes', { fontSizes: { standard: 32 } })
  await page.setViewportSize({ width: 820, height: 1180 })
  await go(address)
  expect(await page.evaluate(() => getComputedStyle(document.body).fontSize)).toBe('28px')
  // a map is drawn a moment after it has come
  await expect.poll(() => faultsOf(page)).toEqual([])
})
