import { expect, inject, test } from 'vitest'
import { memoryStore } from '../support/databases.ts'
import { allKindsOfFiles, HOSTILE, sampleFiles } from './evening-files.ts'
import { installation } from './installation.ts'
import { browser, go, openPage, page, path, plain, served, tab } from './opened-page.ts'
import { settled, visit } from './visits.ts'

openPage({ files: allKindsOfFiles() })

const figure = (title: string) => page.getByRole('button', { name: `${title}: ` })
const shownAs = async (title: string) => plain(await figure(title).textContent())
const summaryOf = async (query: string) => {
  const answer = await fetch(`${served.url}/api/proximity/summary${query}`)
  return (await answer.json()) as { total_engagements: number; unique_players: number; sample_rounds: number }
}
const toItsFile = async () => {
  await page.getByRole('link', { name: 'Its figures and its file' }).click()
  await page.waitForURL(/round_start_unix=|map_name=/)
  await settled(page)
}
const choose = async (part: string, words: string | RegExp) => {
  const select = page.getByLabel(part, { exact: true })
  const texts = await select.locator('option').allTextContents()
  const wanted = texts.findIndex((text) => (typeof words === 'string' ? text === words : words.test(text)))
  await select.selectOption({ index: wanted })
  await settled(page)
}

test('without a choice the page shows the latest evening, and the link says which', async () => {
  await go('/')
  expect(path()).toMatch(/^\/\?session_id=\d+$/)
  expect(await page.getByLabel('Time').locator('option:checked').textContent()).toBe('Evening of Fri 13 Nov, 20:42')
  expect(await page.title()).toBe('Evening of Fri 13 Nov, 20:42 · Proximity')
})

test('every part of the scope changes the numbers to those of that scope', async () => {
  await go('/')
  const steps: [string, string | RegExp][] = [
    ['Time', 'All evenings'],
    ['Map', 'sandmill'],
    ['Time', /^Evening of Fri 13 Nov/],
    ['Round', 'round 2 of each map'],
    ['Map', 'all maps'],
    ['Round', /^oldmarket, round 2, /],
  ]
  const seen = new Set<string>()
  for (const [part, words] of steps) {
    await choose(part, words)
    const query = new URL(page.url()).searchParams
    query.delete('round_id')
    const { total_engagements, unique_players, sample_rounds } = await summaryOf(`?${query}`)
    const shown = [await shownAs('Fights'), await shownAs('Players'), await shownAs('Rounds')]
    expect(shown).toEqual([total_engagements, unique_players, sample_rounds].map(String))
    seen.add(shown.join())
  }
  expect(seen.size).toBe(steps.length)
})

test('a shared link shows what its sender saw, and back leads through all that was chosen', async () => {
  await go('/')
  const start = path()
  const startFights = await shownAs('Fights')
  await choose('Map', 'oldmarket')
  const narrowed = path()
  const narrowedFights = await shownAs('Fights')
  expect(narrowedFights).not.toBe(startFights)

  const other = await visit(browser, served.url, { width: 'phone', theme: 'light' })
  await other.page.goto(narrowed)
  await settled(other.page)
  expect(await other.page.getByRole('button', { name: 'Fights: ' }).textContent()).toBe(narrowedFights)
  expect(await other.page.locator('.scope-open').textContent()).toMatch('oldmarket')
  await other.close()

  await page
    .getByRole('link', { name: /oldmarket/ })
    .first()
    .click()
  await settled(page)
  await page.getByRole('link', { name: 'Status' }).click()
  await settled(page)
  for (const expected of [/^\/rounds\/\d+$/, narrowed, start]) {
    await page.goBack()
    await settled(page)
    expect(path()).toMatch(expected)
  }
  expect(await shownAs('Fights')).toBe(startFights)
  await page.goForward()
  await settled(page)
  expect(await shownAs('Fights')).toBe(narrowedFights)
})

test('a round leads to itself and shows its file: state, sensors in four words, problems', async () => {
  await go('/?range_days=3650')
  await page
    .getByRole('link', { name: /sandmill/ })
    .nth(2)
    .click()
  await settled(page)
  await toItsFile()
  expect(path()).toMatch('map_name=sandmill')
  expect(await shownAs('Rounds')).toBe('1')
  const problems = page.getByRole('region', { name: 'Problems while reading' })
  expect(await problems.getByRole('listitem').count()).toBe(10)
  await problems.getByRole('button', { name: 'Show all 14' }).click()
  expect(await problems.getByRole('listitem').count()).toBe(14)

  await go('/?round_id=14')
  const sensors = page.getByRole('region', { name: 'What was recorded' })
  const state = async (name: string) => await sensors.getByRole('row', { name }).textContent()
  expect(await state('Shot fired')).toMatch(/on80$/)
  const silent = async (state: string) => {
    const part = sensors.locator('section', { has: page.getByRole('heading', { name: state }) })
    return await part.textContent()
  }
  expect(await silent('failed')).toBe('FailedThese sensors broke; what they should have seen is missing.Hit regions')
  expect(await silent('off')).toBe('OffSwitched off on the game server, so not captured.Aim lock')
  expect(await silent('not stated')).toMatch('Spawn select')
})

test('what does not count is listed with its reason, and said in the scope line', async () => {
  await go('/?range_days=3650')
  const rows = page.getByRole('region', { name: 'Rounds', exact: true }).getByRole('row')
  for (const reason of ['more bots than people', 'the file is incomplete', 'the tracker ran in test mode']) {
    expect(await rows.filter({ hasText: reason }).count()).toBe(1)
  }
  expect(plain(await page.getByText('Left out: 1').textContent())).toBe(
    'Left out: 1 incomplete round, 1 round of bots and 1 round in test mode.',
  )
})

test('where nothing counts a sentence stands in the place of figures, and the rounds are still listed', async () => {
  await go('/?range_days=3650')
  const rows = page.getByRole('region', { name: 'Rounds', exact: true }).getByRole('row')
  await rows.filter({ hasText: 'more bots than people' }).getByRole('link').first().click()
  await toItsFile()
  await page.getByText('None of these rounds counts: 1 round of bots.').waitFor()
  expect(await page.getByRole('region', { name: 'What happened' }).count()).toBe(0)
})

test('a name that is no UTF-8 shows the letters that were meant, of a player and of a map', async () => {
  await go('/?range_days=3650')
  const rows = page.getByRole('region', { name: 'Rounds', exact: true }).getByRole('row')
  await rows.filter({ hasText: 'straße_mmm' }).getByRole('link').first().click()
  await toItsFile()
  await page.locator('dd', { hasText: 'straße_mmm' }).waitFor()
  await page.getByText('Müller').first().waitFor()
  expect(await page.getByLabel('Map', { exact: true }).locator('option:checked').textContent()).toMatch('straße_mmm')
  expect(await page.locator('main').textContent()).not.toMatch(/[\uef80-\uefff]/)
})

test('a name is text, whatever it holds', async () => {
  await go('/?range_days=3650')
  expect(await page.getByText(HOSTILE).count()).toBeGreaterThan(0)
  expect(await page.locator('main img').count()).toBe(0)
  expect(await page.evaluate(() => 'wasRun' in window)).toBe(false)
})

test('an answer that comes late never paints over a newer choice', async () => {
  await go('/')
  let release: () => void = () => undefined
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route('**/summary?*map_name=sandmill*', async (route) => {
    await held
    await route.continue().catch(() => undefined)
  })
  const before = await shownAs('Fights')
  await page.getByLabel('Map', { exact: true }).selectOption({ label: 'sandmill' })
  await page.locator('[aria-busy]').first().waitFor()
  await page.getByLabel('Map', { exact: true }).selectOption({ label: 'oldmarket' })
  await settled(page)
  const chosen = await shownAs('Fights')
  release()
  await page.waitForTimeout(300)
  expect(await shownAs('Fights')).toBe(chosen)
  expect(chosen).not.toBe(before)
  expect(path()).toMatch('oldmarket')
})

test('a panel whose question fails says so, keeps the others, and recovers', async () => {
  await page.route('**/trades/summary*', (route) =>
    route.fulfill({ status: 503, json: { detail: 'The data cannot be read.', error_id: 'a1b2' } }),
  )
  await go('/')
  expect(await page.getByRole('alert').allTextContents()).toEqual(['The data cannot be read. a1b2Try again'])
  expect(await figure('Ended in a death').count()).toBe(1)
  await page.unroute('**/trades/summary*')
  await page.getByRole('button', { name: 'Try again' }).click()
  await settled(page)
  expect(await figure('Deaths that were traded').count()).toBe(1)
  expect(await page.getByRole('alert').count()).toBe(0)
})

test.each([
  ['no answer at all', 'abort'],
  ['the page of a proxy', '<h1>Gateway</h1>'],
  ['an answer of another version', '{"sessions":[{}],"rounds":[{}],"top_duos":7}'],
])('%s is an error in words, not an empty page', async (_, body) => {
  await page.route('**/api/proximity/**', (route) =>
    body === 'abort' ? route.abort() : route.fulfill({ status: 200, contentType: 'application/json', body }),
  )
  await go('/?range_days=30')
  expect(await page.getByRole('alert').count()).toBeGreaterThan(0)
  expect(await page.getByRole('link', { name: 'Status' }).isVisible()).toBe(true)
  tab.errors.length = 0
})

test('a number opens its card with keys alone; closing gives the focus back', async () => {
  await go('/')
  const before = path()
  await figure('Were crossfires').focus()
  await page.keyboard.press('Enter')
  const card = page.getByRole('dialog', { name: 'Were crossfires' })
  await card.getByText('Fights whose first two enemy attackers').waitFor()
  expect(path()).toBe(`${before}&card=crossfires`)
  await page.keyboard.press('Escape')
  await card.waitFor({ state: 'detached' })
  expect(path()).toBe(before)
  expect(await figure('Were crossfires').evaluate((number) => number === document.activeElement)).toBe(true)
  // the card is no station of the way back
  await page.goForward()
  await card.waitFor()
})

test('the keyboard reaches content, scope, rounds and figures', async () => {
  await go('/')
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the content')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  const reached: string[] = []
  for (let i = 0; i < 40; i++) {
    reached.push((await page.evaluate(() => document.activeElement?.tagName)) ?? '')
    await page.keyboard.press('Tab')
  }
  // then the bar at the top again
  expect([...new Set(reached.filter((name) => name !== 'BODY'))].slice(0, 3)).toEqual(['SELECT', 'BUTTON', 'A'])
})

test('on a phone the scope is one line that opens', async () => {
  const phone = await visit(browser, served.url, { width: 'phone', theme: 'dark' })
  await phone.page.goto('/')
  await settled(phone.page)
  expect(await phone.page.getByLabel('Map', { exact: true }).isVisible()).toBe(false)
  await phone.page.getByRole('button', { name: /^Evening of/ }).click()
  await phone.page.getByLabel('Map', { exact: true }).selectOption({ label: 'sandmill' })
  await settled(phone.page)
  expect(await phone.page.getByRole('button', { name: /^Evening of .*sandmill/ }).isVisible()).toBe(true)
  await phone.close()
})

test('long lists come in parts', async () => {
  await page.route('**/api/proximity/rounds?*', async (route) => {
    const url = new URL(route.request().url())
    url.searchParams.set('limit', '10')
    await route.continue({ url: url.href })
  })
  await go('/?range_days=3650')
  const rows = page.getByRole('region', { name: 'Rounds', exact: true }).getByRole('row')
  expect(await rows.count()).toBe(11)
  await page.getByRole('button', { name: 'Show more rounds' }).click()
  await page.locator('.more').waitFor({ state: 'detached' })
  expect(await rows.count()).toBe(17)
})

test('the files page leads from a file to its round', async () => {
  await go('/files?state=superseded')
  await page.getByRole('link', { name: 'Show its round' }).click()
  await settled(page)
  expect(path()).toMatch(/map_name=fjordworks.*round_id=10/)
  expect(tab.requests.filter((request) => request.startsWith('/api/')).length).toBeLessThanOrEqual(2 + 6)
})

test('the page before the first round fills itself', async () => {
  const fresh = await memoryStore()
  const empty = await installation({ store: fresh.store, page: inject('pageFolder') })
  const first = await visit(browser, empty.url)
  await first.page.clock.install()
  await first.page.goto('/')
  await first.page.getByRole('heading', { name: 'No rounds yet' }).last().waitFor()
  await first.page.clock.fastForward(11_000)
  expect(await first.page.getByText('./proximity import FILE').count()).toBe(1)
  const later = await installation({ store: fresh.store, page: inject('pageFolder'), files: sampleFiles().slice(0, 1) })
  await first.page.clock.fastForward(11_000)
  await first.page.getByRole('button', { name: 'Fights: ' }).waitFor()
  await first.close()
  await Promise.all([empty.close(), later.close()])
  await fresh.drop()
})
