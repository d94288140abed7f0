import { expect, test } from 'vitest'
import { guidOf } from '../../src/metrics/round.fixtures.ts'
import { EVENING, roundFile } from '../support/round-files.ts'
import { HOSTILE } from './evening-files.ts'
import { go, openPage, page, path, plain } from './opened-page.ts'
import { settled } from './visits.ts'

const PLAYERS = ['^1Anvil', 'Birch', HOSTILE, 'Dune', 'Ember', 'Flint']
const FILES = Array.from({ length: 12 }, (_, i) =>
  roundFile({
    seed: i,
    start: EVENING + i * 900,
    duration_s: 240,
    trailer: true,
    players: PLAYERS.slice(0, i < 2 ? 6 : 5),
  }),
)

openPage({ files: FILES })

test('the boards are reached from every page, and each is a link of its own', async () => {
  await go('/')
  await page.getByRole('link', { name: 'Leaderboards' }).click()
  await settled(page)
  for (const [name, expected] of [
    ['Trades', '/leaderboards?board=trades'],
    ['Reactions', '/leaderboards?board=reactions'],
    ['Crossfires', '/leaderboards'],
  ] as const) {
    await page.getByRole('navigation', { name: 'Boards' }).getByRole('link', { name }).click()
    await settled(page)
    expect(path()).toBe(expected)
    expect(await page.getByRole('heading', { level: 2, name }).count()).toBe(1)
  }
})

test('the best stand in the order of what is sure, each number opens its card, the rest stand apart by name', async () => {
  await go('/leaderboards?range_days=3650')
  const lines = page.locator('.board tbody tr')
  const lows = (await page.locator('.board-interval span').allTextContents()).map((text) => Number.parseInt(text, 10))
  expect(await lines.count()).toBeGreaterThan(1)
  expect(lows).toEqual([...lows].sort((a, b) => b - a))
  expect(plain(await page.locator('.board + .remark').textContent())).toMatch(
    /^The best [23] of [456] players with at least 20 attacks/,
  )
  await lines.first().getByRole('button').click()
  const card = page.getByRole('dialog')
  await card.getByRole('heading', { name: 'Place on a leaderboard' }).waitFor()
  expect(path()).toMatch(/card=crossfires%3A/)
  await page.keyboard.press('Escape')
  await card.waitFor({ state: 'detached' })

  await go(`/leaderboards?range_days=3650&map_name=supply&round_start_unix=${EVENING}`)
  expect(await page.getByText('Nobody has 20').count()).toBe(1)
  const waiting = await page.getByRole('region', { name: 'Not enough yet' }).getByRole('listitem').allTextContents()
  expect(waiting.every((text) => /\d+ of 20$/.test(text))).toBe(true)
  expect(waiting[1]).toMatch('Anvil')
})

test('a line of my own stands out, also where it is not among the best', async () => {
  await go('/leaderboards?range_days=3650&board=escapes')
  const choice = page.getByLabel('Whose line')
  await choice.selectOption({ label: 'Flint' })
  await settled(page)
  expect(path()).toMatch(`player=${guidOf('Flint')}`)
  const own = page.getByRole('region', { name: 'Your line' })
  expect(plain(await own.textContent())).toMatch(/Flint/)
  await choice.selectOption({ label: HOSTILE })
  await settled(page)
  expect(await own.getByText(HOSTILE).count()).toBe(1)
  expect(await page.evaluate(() => 'wasRun' in window)).toBe(false)
  await go(`/leaderboards?range_days=3650&player=${'0'.repeat(32)}`)
  expect(await own.getByText('No attacks of this player').count()).toBe(1)
})

test('a class is chosen for reactions alone', async () => {
  await go('/leaderboards?range_days=3650')
  expect(await page.getByLabel('Class').count()).toBe(0)
  await go('/leaderboards?range_days=3650&board=reactions')
  await page.getByLabel('Class').selectOption({ label: 'medics' })
  await settled(page)
  expect(path()).toBe('/leaderboards?range_days=3650&board=reactions&class=MEDIC')
})
