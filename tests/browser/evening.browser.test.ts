import { expect, test } from 'vitest'
import type { ReplyAt } from '../../src/contract/client.ts'
import type { Rows } from '../../src/format/sections.ts'
import { writeRound } from '../../src/format/write-round.ts'
import { parseRound } from '../../src/parser/parse-round.ts'
import { EVENING, type RoundFile, roundFile } from '../support/round-files.ts'
import { go, openPage, page, path, plain, served } from './opened-page.ts'
import { settled } from './visits.ts'

const own = { build: 'Proximity 1', trailer: true } as const
const DAY_S = 86_400

/** A round of this project's tracker with its end as given. */
function ending(file: RoundFile, over: Partial<Rows['round_outcome'][number]>): RoundFile {
  const { round } = parseRound(file.bytes)
  const round_outcome = round.rows.round_outcome.map((row) => ({ ...row, ...over }))
  return { ...file, bytes: writeRound({ ...round, rows: { ...round.rows, round_outcome } }, own).bytes }
}

/** A map that the second attackers won after a restart, and half of one of an old tracker; the day before, old files only. */
const FILES = [
  ending(roundFile({ seed: 1, start: EVENING, ...own }), { duration_ms: 120_000 }),
  ending(roundFile({ seed: 2, start: EVENING + 200, round_number: 2, duration_s: 30, ...own }), {
    ...{ end_reason: 'restart', winner_team: null, duration_ms: 30_000 },
  }),
  ending(roundFile({ seed: 3, start: EVENING + 300, round_number: 2, ...own }), {
    ...{ duration_ms: 100_000, time_to_beat_ms: 120_000, time_limit_ms: 120_000 },
  }),
  roundFile({ seed: 4, start: EVENING + 600, map_name: 'radar' }),
  roundFile({ seed: 5, start: EVENING - DAY_S }),
  roundFile({ seed: 6, start: EVENING - DAY_S + 300, round_number: 2 }),
]

openPage({ files: FILES })

const region = (name: string) => page.getByRole('region', { name, exact: true })
const evening = async () => {
  const sessions = await fetch(`${served.url}/api/proximity/sessions?range_days=3650`)
  const [newest, older] = ((await sessions.json()) as ReplyAt<'/api/proximity/sessions'>).sessions
  const answer = await fetch(`${served.url}/api/proximity/sessions/${newest?.id}`)
  return { found: (await answer.json()) as ReplyAt<'/api/proximity/sessions/:id'>, older: older?.id }
}

test('each map says who won, each round how it ended, and an old one that its outcome was not captured', async () => {
  await go('/')
  const maps = region('Map by map').locator('.plays > li')
  expect(await maps.locator('.play-head strong').allTextContents()).toEqual([
    expect.stringMatching(/^[AB] won$/),
    'no second round',
  ])
  expect((await maps.nth(0).locator('.play-words').allTextContents()).map(plain)).toEqual([
    'Allies won after 2:00',
    'The round was restarted after 0:30',
    'Allies won after 1:40, 2:00 to beat',
  ])
  expect(plain(await maps.nth(1).locator('.play-words').textContent())).toMatch(/^1:5\d played, outcome not captured$/)
  await maps.nth(0).getByRole('link').last().click()
  await settled(page)
  await page.getByText('Allies won after 1:40.').waitFor()
})

test('the teams are named with those who played, and the score is theirs', async () => {
  const { found } = await evening()
  await go('/')
  const teams = region('Line-ups').locator('.teams').first()
  expect(found.line_ups).toHaveLength(1)
  for (const { people } of found.line_ups[0]?.teams ?? []) {
    for (const { player } of people) {
      const name = found.people[player]?.name.replace(/^\^\d/, '') ?? ''
      expect(await teams.getByText(name, { exact: true }).count()).toBe(1)
    }
  }
  const [a, b] = found.line_ups[0]?.teams ?? []
  expect(await region('Map by map').locator('.score').textContent()).toBe(
    `A ${a?.maps_won} : ${b?.maps_won} B, 1 not known`,
  )
})

test('a moment leads into the replay at its second, on the one whom it is about', async () => {
  const { found } = await evening()
  await go('/')
  const list = region('Worth a look')
  const [first] = found.moments
  if (first === undefined) throw new Error('the evening has no moment')
  expect(await list.locator('.moments > li').count()).toBe(found.moments.length)
  await list.getByRole('link').first().click()
  await settled(page)
  const t = Math.floor(first.start_ms / 1000)
  expect(path()).toBe(`/rounds/${first.round_id}/replay?t=${t}&player=${found.people[first.player]?.guid}`)
})

test('what was not recorded is said and is no zero', async () => {
  const { older } = await evening()
  await go(`/?session_id=${older}`)
  expect(await region('Map by map').textContent()).toMatch('Outcome not captured')
  expect(await region('Map by map').locator('.play-head strong').count()).toBe(0)
  expect(plain(await region('Worth a look').textContent())).toMatch(
    'Not captured: runs of revives, contested runs, deliveries.',
  )
  expect(plain(await region('Best pair').textContent())).toMatch('Nobody was near when a mate died.')
})

test('older evenings are found in a calendar by keys alone, and the link shows the same month', async () => {
  const { older } = await evening()
  await go('/')
  await region('Evenings').getByRole('link', { name: 'Calendar' }).click()
  const month = /&month=(\d{4}-\d\d)$/
  expect(path()).toMatch(/&month=2026-02$/)
  const days = region('Evenings').locator('td a')
  await days.last().focus()
  await page.keyboard.press('ArrowLeft')
  expect(await days.first().evaluate((day) => day === document.activeElement)).toBe(true)
  await page.keyboard.press('PageUp')
  expect(path()).toMatch(/&month=2026-01$/)
  await region('Evenings').getByText('No evening in this month.').waitFor()
  await page.keyboard.press('PageDown')
  expect(path()).toMatch(/&month=2026-02$/)
  await days.first().focus()
  await page.keyboard.press('Enter')
  await settled(page)
  expect(path()).toBe(`/?session_id=${older}&month=2026-02`)
  await go(path())
  expect(month.exec(path())?.[1]).toBe('2026-02')
  expect(await days.first().getAttribute('aria-current')).toBe('page')
  await region('Evenings').getByRole('link', { name: 'List' }).click()
  expect(path()).toBe(`/?session_id=${older}`)
  expect(await region('Evenings').locator('.evening-list a').count()).toBe(2)
})

test('evenings beyond the first answer are in the list and in the calendar, one answer after the other', async () => {
  const asked: (string | null)[] = []
  await page.route('**/api/proximity/sessions?**', async (route) => {
    const url = new URL(route.request().url())
    url.searchParams.set('limit', '1')
    asked.push(url.searchParams.get('cursor'))
    await route.continue({ url: url.href })
  })
  await go('/')
  const links = region('Evenings').locator('.evening-list a')
  expect(await links.count()).toBe(1)
  await region('Evenings').getByRole('button', { name: 'Show more evenings' }).click()
  await links.nth(1).waitFor()
  expect(await region('Evenings').getByRole('button', { name: 'Show more' }).count()).toBe(0)
  const { older } = await evening()
  await links.nth(1).click()
  await settled(page)
  expect(path()).toBe(`/?session_id=${older}`)
  await go(`/?session_id=${older}&month=2026-02`)
  await region('Evenings').locator('td a').nth(1).waitFor()
  expect(asked.filter((cursor) => cursor !== null)).toHaveLength(2)
})

test('an evening that does not come says so in its panels, keeps the figures, and recovers', async () => {
  await page.route('**/api/proximity/sessions/*', (route) =>
    route.fulfill({ status: 503, json: { detail: 'The data cannot be read.' } }),
  )
  await go('/')
  expect(await region('Map by map').getByRole('alert').textContent()).toMatch('The data cannot be read.')
  expect(await page.getByRole('button', { name: 'Fights: ' }).count()).toBe(1)
  await page.unroute('**/api/proximity/sessions/*')
  await region('Map by map').getByRole('button', { name: 'Try again' }).click()
  await settled(page)
  expect(await region('Map by map').locator('.plays > li').count()).toBe(2)
})

test('an evening that is older than the list has its date as any other', async () => {
  const { older } = await evening()
  await page.route('**/api/proximity/sessions?**', async (route) => {
    const url = new URL(route.request().url())
    url.searchParams.set('limit', '1')
    await route.continue({ url: url.href })
  })
  await go(`/?session_id=${older}`)
  await page.getByRole('heading', { level: 1, name: /^Evening of Tue 17 Feb/ }).waitFor()
  expect(await page.getByLabel('Time', { exact: true }).locator('option:checked').textContent()).toMatch(
    /^Evening of Tue 17 Feb/,
  )
})
