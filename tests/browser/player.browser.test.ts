import { beforeEach, expect, test } from 'vitest'
import type { ReplyAt } from '../../src/contract/client.ts'
import { guidOf } from '../../src/metrics/round.fixtures.ts'
import { EVENING, type RoundFile, roundFile } from '../support/round-files.ts'
import { HOSTILE } from './evening-files.ts'
import { go, openPage, page, path, plain, served } from './opened-page.ts'
import { settled } from './visits.ts'

const DAY_S = 86_400
const NOW = (EVENING + DAY_S) * 1000
const NAMES = ['^1Anvil', 'Birch', HOSTILE, 'Dune', 'Ember', 'Flint']
const BIRCH = guidOf('Birch')
const BOT = 'OMNIBOT01'.padEnd(32, '0')

/** Eight evenings of three rounds; before the last one Birch was called Twig, and of one round there is a bot. */
const FILES = Array.from({ length: 24 }, (_, i) => {
  const start = EVENING - 7 * DAY_S + Math.floor(i / 3) * DAY_S + (i % 3) * 600
  const file = roundFile({ seed: i + 1, start, players: NAMES, map_name: i % 2 === 0 ? 'supply' : 'radar' })
  if (i === 22) return edited(file, guidOf('Flint'), BOT)
  return i < 21 ? edited(file, 'Birch', '^3Twig') : file
})

function edited({ name, bytes }: RoundFile, from: string, to: string): RoundFile {
  return { name, bytes: Buffer.from(Buffer.from(bytes).toString('latin1').replaceAll(from, to), 'latin1') }
}

openPage({ files: FILES, now: () => NOW })
beforeEach(async () => await page.clock.setSystemTime(NOW))

const heading = () => page.locator('h1').textContent()
const ask = async <T>(url: string) => (await (await fetch(`${served.url}/api/proximity/players${url}`)).json()) as T

test('the list finds people by any name they used, and leads to their page', async () => {
  await go('/')
  await page.getByRole('link', { name: 'Players' }).click()
  await settled(page)
  expect(await page.locator('.players tbody tr').count()).toBe(6)
  await page.getByLabel('Part of any name used').fill('TWIG')
  await page.locator('.players', { hasText: 'once Twig' }).waitFor()
  expect(path()).toBe('/players?search=TWIG')
  expect(await page.locator('.players tbody tr').count()).toBe(1)
  await page.getByRole('link', { name: 'Birch' }).click()
  await settled(page)
  expect(path()).toBe(`/players/${BIRCH}`)
  expect(await heading()).toBe('Birch')
  expect(await page.getByRole('link', { name: 'Players' }).getAttribute('aria-current')).toBe('page')
})

test('the numbers are those of the interface, of the scope that stands in the address', async () => {
  for (const query of ['', '?map_name=supply']) {
    await go(`/players/${BIRCH}${query}`)
    const { means, rounds, opponents } = await ask<ReplyAt<'/api/proximity/players/:guid'>>(`/${BIRCH}${query}`)
    const { value, n } = means.solo_attack_pct
    expect(plain(await page.locator('.player-seen').textContent())).toContain(`${rounds} rounds`)
    const { value: escapes, n: fights } = means.solo_escape_pct
    const line = plain(await page.locator('.player-numbers li', { hasText: 'Got away from one' }).textContent())
    expect(line).toContain(fights < 20 ? `not enough yet (${fights} of 20)` : `${Math.round(escapes ?? 0)} %`)
    expect(line).toContain(`of ${fights} fights`)
    const style = plain(await page.locator('.player-style li', { hasText: 'Attacks alone' }).textContent())
    expect(n).toBeGreaterThan(20)
    expect(style).toContain(`${Math.round(value ?? 0)} %`)
    const first = plain(
      await page.locator('.panel', { hasText: 'Against whom' }).locator('tbody tr').first().textContent(),
    )
    const [most] = opponents
    expect(first).toContain(`${(most?.attacks ?? 0) + (most?.attacked ?? 0)}${most?.kills}${most?.deaths}`)
  }
})

test('a number opens its card, and the card is in the address', async () => {
  await go(`/players/${BIRCH}`)
  await page.getByRole('button', { name: /^Got away from one:/ }).click()
  await page.getByRole('dialog', { name: 'Got away from one' }).waitFor()
  expect(path()).toBe(`/players/${BIRCH}?card=solo_escape_pct`)
  expect(await page.getByRole('dialog').textContent()).toContain('80 % interval')
  await page.keyboard.press('Escape')
  await page.waitForURL((url) => url.search === '')
  expect(path()).toBe(`/players/${BIRCH}`)
})

test('what is drawn over the evenings is chosen in place, and a table says the same', async () => {
  await go(`/players/${BIRCH}`)
  await page.getByLabel('What is drawn').selectOption({ label: 'Fights' })
  expect(path()).toBe(`/players/${BIRCH}?trend=fights_per_minute`)
  const { trends, evenings } = await ask<ReplyAt<'/api/proximity/players/:guid/trend'>>(`/${BIRCH}/trend`)
  const { values, usual } = trends.fights_per_minute
  await page.locator('.uplot canvas').waitFor()
  const { width = 0, height = 0 } = (await page.locator('.uplot canvas').boundingBox()) ?? {}
  expect([width > 300, height > 150]).toEqual([true, true])
  await page.getByText('As a table').click()
  const rows = await page.locator('.player-trend tbody tr').allTextContents()
  expect(rows).toHaveLength(evenings.length)
  expect(plain(rows[0] ?? '')).toContain(`${values.at(-1)?.toFixed(1)} a minute`)
  if (usual === null) throw new Error('nothing is usual')
  expect(plain(await page.locator('.player-trend .remark').textContent())).toContain(
    `the usual, ${usual.low.toFixed(1)} a minute to ${usual.high.toFixed(1)} a minute`,
  )
  await page.reload()
  await settled(page)
  expect(await page.getByLabel('What is drawn').inputValue()).toBe('fights_per_minute')
})

test('the evenings are drawn too where the browser has no language', async () => {
  await page.addInitScript(() => {
    Object.defineProperty(Navigator.prototype, 'language', { get: () => 'en-US@posix' })
  })
  await go(`/players/${BIRCH}`)
  await page.locator('.uplot canvas').waitFor()
  expect(await page.getByText('The drawing could not be loaded').count()).toBe(0)
})

test('the numbers beside other people and of the way of playing open their cards', async () => {
  await go(`/players/${BIRCH}`)
  for (const place of ['.player-style', '.player-halves']) {
    const figure = page.locator(`${place} .figure`).first()
    const words = plain(await figure.textContent())
    await figure.click()
    await page.getByRole('dialog').waitFor()
    expect(plain(await page.getByRole('dialog').textContent())).toContain(words)
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  }
})

test('a place where somebody dies often is called after what is near', async () => {
  await page.route('**/dangers?*', async (route) => {
    const reply = (await (await route.fetch()).json()) as ReplyAt<'/api/proximity/players/:guid/dangers'>
    const zone = { grid_x: 2, grid_y: 1, presence_ms: 1000, deaths: 4, expected_deaths: 0.5 }
    const maps = reply.maps.map((map, i) => ({
      ...map,
      zones: [zone],
      objectives: i === 0 ? [{ name: 'the Gate', x: 640, y: 384 }] : [],
    }))
    await route.fulfill({ json: { ...reply, maps } })
  })
  await go(`/players/${BIRCH}?range_days=30`)
  const zones = await page.locator('.danger-zones li').allTextContents()
  expect(zones.slice(0, 2).map(plain)).toEqual([
    '4 deaths near the Gate, where the time there explains 0.5',
    '4 deaths, where the time there explains 0.5',
  ])
})

test('the slash opens the search, which is used with keys alone', async () => {
  await go('/status')
  const found = page.getByRole('listbox').getByRole('option')
  await page.keyboard.press('/')
  const field = page.getByRole('combobox', { name: 'Search for a player or map' })
  await page.keyboard.type('twi')
  const option = found.filter({ hasText: 'Birch' })
  await option.waitFor()
  expect(await option.getAttribute('aria-selected')).toBe('true')
  expect(await field.getAttribute('aria-activedescendant')).toBe(await option.getAttribute('id'))
  expect(await option.textContent()).toContain('once Twig')
  await page.keyboard.press('Enter')
  await settled(page)
  expect(path()).toBe(`/players/${BIRCH}`)
  expect(await heading()).toBe('Birch')

  await page.keyboard.press('/')
  await page.keyboard.type('r')
  await found.filter({ hasText: 'radar' }).waitFor()
  // the last entry is a map, and the list goes round
  await page.keyboard.press('ArrowUp')
  expect(await page.locator('[aria-selected=true]').textContent()).toContain('radar')
  await page.keyboard.press('Enter')
  await settled(page)
  expect(path()).toBe('/maps/radar')

  await page.keyboard.press('/')
  await page.keyboard.type('nobody at all')
  await page.getByText('No player and no map of this name.').waitFor()
  await page.keyboard.press('Escape')
  expect(await field.inputValue()).toBe('')
})

test('a late answer of the search never stands for a newer text', async () => {
  await go('/status')
  const found = page.getByRole('listbox').getByRole('option')
  let isLate = true
  await page.route('**/api/proximity/players?*', async (route) => {
    if (isLate) {
      isLate = false
      await new Promise((done) => setTimeout(done, 1_000))
    }
    await route.continue().catch(() => undefined)
  })
  const field = page.getByRole('combobox')
  await field.fill('flint')
  await page.waitForTimeout(300)
  await field.fill('ember')
  await found.filter({ hasText: 'Ember' }).waitFor()
  await page.waitForTimeout(1_100)
  expect(await found.allTextContents()).toEqual(['Ember'])
})

test('a name that is markup is text, and runs nothing', async () => {
  await go(`/players/${guidOf(HOSTILE)}`)
  const found = page.getByRole('listbox').getByRole('option')
  expect(await heading()).toBe(HOSTILE)
  await page.keyboard.press('/')
  await page.keyboard.type('<img')
  await found.waitFor()
  expect(await page.evaluate(() => 'wasRun' in window)).toBe(false)
})

test.each([
  ['0'.repeat(32), 'There is nobody with this identifier.'],
  [BOT, 'This is a bot. Bots have no numbers.'],
])('%s has no page, and it says why', async (guid, reason) => {
  await go(`/players/${guid}`)
  expect(await page.locator('main').textContent()).toContain(reason)
  expect(await page.locator('.panel').count()).toBe(1)
  await page.getByRole('link', { name: 'All players' }).click()
  await settled(page)
  expect(path()).toBe('/players')
})

test('of one round there is no trend, no comparison, and no interval of times', async () => {
  await go(`/players/${BIRCH}?round_start_unix=${EVENING}`)
  const text = plain(await page.locator('main').textContent())
  expect(text).toContain('One evening is no line yet.')
  expect(text).toContain('not enough yet (2 of 20 lives)')
  expect(text).toContain('no interval yet')
})

test('who did not play in these rounds is found in others', async () => {
  await go(`/players/${BIRCH}?session_date=2020-01-01`)
  expect(await page.locator('main').textContent()).toContain('Not in these rounds')
  await page.getByRole('link', { name: 'All evenings' }).click()
  await settled(page)
  expect(path()).toBe(`/players/${BIRCH}?range_days=3650`)
  expect(plain(await page.locator('.player-seen').textContent())).toContain('24 rounds')
})

test('an evening and a round lead to their players, with the scope of the evening', async () => {
  await go('/?session_id=1')
  await page
    .locator('.line-ups')
    .getByRole('link', { name: 'Twig' })
    .or(page.locator('.line-ups').getByRole('link', { name: 'Birch' }))
    .first()
    .click()
  await settled(page)
  expect(path()).toBe(`/players/${BIRCH}?session_id=1`)
  await go(`/rounds/1?player=${BIRCH}`)
  await page.getByRole('link', { name: 'More of this player' }).click()
  await settled(page)
  expect(path()).toBe(`/players/${BIRCH}`)
})
