import { expect, test } from 'vitest'
import type { ReplyAt } from '../../src/contract/client.ts'
import { roundFile } from '../support/round-files.ts'
import { sampleFiles } from './evening-files.ts'
import { go, openPage, page, path, plain } from './opened-page.ts'
import { settled } from './visits.ts'

/** The morning after the sample evening. */
const NOW = Date.UTC(2026, 10, 14, 9)

/** Others, who met in one round alone. */
const ONCE = roundFile({ start: NOW / 1000 - 36_000, seed: 3 })

openPage({ files: [...sampleFiles(), ONCE], now: () => NOW })

type Pairs = ReplyAt<'/api/proximity/pairs'>
const pairsOf = async () => (await (await page.request.get('/api/proximity/pairs')).json()) as Pairs
const guidsOf = ({ people }: Pairs, pair: Pairs['pairs'][number]) => [
  people[pair.player1]?.guid ?? '',
  people[pair.player2]?.guid ?? '',
]
/** What has happened so far is on the screen. */
const painted = async () =>
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
/** The network as it is drawn, as text: once it stays the same from one picture to the next. */
const drawn = async () => {
  let before = ''
  for (;;) {
    await painted()
    const now = await page.locator('.network-canvas').evaluate((canvas) => (canvas as HTMLCanvasElement).toDataURL())
    if (now === before) return now
    before = now
  }
}

test('the bar leads to the network, which has every pair that met more than now and then', async () => {
  await go('/')
  await page.getByRole('link', { name: 'Pairs', exact: true }).click()
  await settled(page)
  expect(path()).toBe('/pairs')
  const { pairs } = await pairsOf()
  const often = pairs.filter(({ rounds }) => rounds >= 3)
  expect(often.length).toBeLessThan(pairs.length)
  const players = new Set(often.flatMap(({ player1, player2 }) => [player1, player2]))
  const network = page.getByRole('button', { name: /^Network/ })
  expect(plain(await network.getAttribute('aria-label'))).toBe(
    `Network of ${players.size} players and ${often.length} pairs`,
  )
})

test('the same data are drawn the same, and colours follow what is measured', async () => {
  await go('/pairs')
  const first = await drawn()
  await go('/pairs')
  await expect.poll(drawn).toBe(first)
  await page.getByLabel('Colour by').selectOption('support')
  await settled(page)
  expect(path()).toBe('/pairs?measure=support')
  await expect.poll(drawn).not.toBe(first)
})

test('with keys alone a pair is chosen, read, and opened', async () => {
  await go('/pairs')
  const found = await pairsOf()
  const [longest] = found.pairs
  if (longest === undefined) throw new Error('the samples have no pair')
  await page.getByRole('button', { name: /^Network/ }).focus()
  await page.keyboard.press('ArrowRight')
  const line = page.locator('.network-shown')
  await line.getByRole('link').waitFor()
  expect(plain(await line.textContent())).toContain(`${longest.rounds} rounds`)
  await page.keyboard.press('Enter')
  await settled(page)
  expect(path()).toBe(`/pairs/${guidsOf(found, longest).join('/')}`)
  await page.goBack()
  await settled(page)
  expect(path()).toBe('/pairs')
})

test('a pair under the pointer is told, and the picture gets nearer and whole again', async () => {
  await go('/pairs')
  const box = await page.locator('.network-canvas').boundingBox()
  const [width, height] = [box?.width ?? 0, box?.height ?? 0]
  expect(Math.min(width, height)).toBeGreaterThan(200)
  const line = page.locator('.network-shown')
  const before = plain(await line.textContent())
  let told = before
  for (let step = 1; step < 20 && told === before; step++) {
    await page.mouse.move((box?.x ?? 0) + (width * step) / 20, (box?.y ?? 0) + height / 2)
    await painted()
    told = plain(await line.textContent())
  }
  expect(told).toMatch(/rounds?: |with \d+ mates?/)
  await page.mouse.move(0, 0)
  await painted()
  const whole = await drawn()
  await page.getByRole('button', { name: 'Closer' }).click()
  await expect.poll(drawn).not.toBe(whole)
  await page.getByRole('button', { name: 'Farther' }).click()
  await expect.poll(drawn).toBe(whole)
})

test('the slider leaves out pairs, in the address too, and the matrix has the same ones twice', async () => {
  const { pairs } = await pairsOf()
  const most = Math.max(...pairs.map(({ rounds }) => rounds))
  const often = pairs.filter(({ rounds }) => rounds >= most).length
  expect(often).toBeLessThan(pairs.length)
  await go('/pairs?view=matrix&rounds=1')
  expect(await page.locator('.matrix td a').count()).toBe(2 * pairs.length)
  await page.getByRole('slider').fill(String(most))
  await settled(page)
  expect(path()).toBe(`/pairs?view=matrix&rounds=${most}`)
  expect(await page.locator('.matrix td a').count()).toBe(2 * often)
})

test('a cell of the matrix says whom, how often and how sure, and leads to the pair', async () => {
  await go('/pairs?view=matrix&rounds=1')
  const cell = page.locator('.matrix td a').first()
  expect(plain(await cell.textContent())).toMatch(/ and .*, \d+ rounds?: (.* points \(.* to .*\)|not enough yet)/)
  await cell.click()
  await settled(page)
  expect(path()).toMatch(/^\/pairs\/\w+\/\w+$/)
})

test('the card has the numbers of the interface, opens their definition, and leads to a map and into the replay', async () => {
  const found = await pairsOf()
  const [longest] = found.pairs
  if (longest === undefined) throw new Error('the samples have no pair')
  await go(`/pairs/${guidsOf(found, longest).join('/')}`)
  const { done, chances } = longest.rates.crossfires
  const crossfires = page.locator('.pair-measure').first()
  expect(plain(await crossfires.locator('li').first().textContent())).toContain(`${done} of ${chances} chances`)
  expect(await page.locator('.pair-moments a').first().getAttribute('href')).toMatch(/^\/rounds\/\d+\/replay\?t=/)
  expect(await page.locator('.where-canvas').getAttribute('aria-label')).toMatch(/^\d+ crossfires on /)
  expect(await page.getByRole('link', { name: 'The whole map' }).getAttribute('href')).toMatch(/^\/maps\//)
  await crossfires.getByRole('button').first().click()
  await page.getByRole('dialog').getByText('Fights in which one of the two hit the enemy').waitFor()
  expect(path()).toContain('card=crossfires')
})

test('trios come from the interface in its order, and say what was not captured', async () => {
  const reply = (await (
    await page.request.get('/api/proximity/trios?limit=25')
  ).json()) as ReplyAt<'/api/proximity/trios'>
  await go('/pairs?view=trios')
  const rows = await page.locator('.trios tbody tr').allTextContents()
  expect(rows.map((row) => plain(row))).toHaveLength(reply.trios.length)
  for (const [i, trio] of reply.trios.entries()) {
    const row = plain(rows[i] ?? '')
    for (const player of trio.players) {
      expect(row).toContain((reply.people[player]?.name ?? '').replaceAll(/\^./g, '').trim())
    }
    expect(row).toContain(trio.results.known === 0 ? 'not captured' : `${trio.results.won} of ${trio.results.known}`)
  }
})

test('names of the matrix, the trios and the network lead to their players, with the scope', async () => {
  const found = await pairsOf()
  for (const place of ['view=matrix&rounds=1', 'view=trios']) {
    await go(`/pairs?range_days=90&${place}`)
    const name = page.locator('.matrix th a, .trios td a').first()
    const words = plain(await name.textContent())
    await name.click()
    await settled(page)
    expect(path()).toMatch(/^\/players\/[^/]+\?range_days=90$/)
    expect(plain(await page.locator('h1').textContent())).toBe(words)
  }
  await go('/pairs')
  await drawn()
  const dot = await page.locator('.network-canvas').evaluate((canvas: HTMLCanvasElement) => {
    const { data, width } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? {}
    const isBright = (at: number) => (data?.[4 * at] ?? 0) > 220
    // a dot is as bright as a letter, but no letter is as thick
    for (let at = 0; at < (data?.length ?? 0) / 4; at++) {
      const isDot = [-3, 0, 3].every((dx) => [-3, 0, 3].every((dy) => isBright(at + dx + dy * (width ?? 0))))
      if (isDot) return { x: at % (width ?? 1), y: Math.floor(at / (width ?? 1)) }
    }
    throw new Error('there is no dot')
  })
  await page.locator('.network-canvas').click({ position: dot })
  const line = page.locator('.network-shown')
  const link = line.getByRole('link')
  await link.hover()
  await link.click()
  await settled(page)
  expect(found.people.map(({ guid }) => `/players/${guid}`)).toContain(path())
})

test('the pairs of a stretch of days lead to their card within it', async () => {
  await go('/?range_days=30')
  await page.locator('.duos td a').first().click()
  await settled(page)
  expect(path()).toMatch(/^\/pairs\/\w+\/\w+\?range_days=30$/)
})

test('two who were never together are told so, with a way on', async () => {
  const found = await pairsOf()
  const [longest] = found.pairs
  if (longest === undefined) throw new Error('the samples have no pair')
  await go(`/pairs/${guidsOf(found, longest).join('/')}?map_name=nowhere`)
  await page.getByText('never stood on one side in this time').waitFor()
  await page.getByRole('link', { name: 'All evenings' }).click()
  await settled(page)
  expect(path()).toContain('range_days=3650')
})

test('an answer that does not come is said, and asked for again', async () => {
  await page.route('**/api/proximity/pairs*', (route) => route.fulfill({ status: 503, json: { detail: 'Not now.' } }))
  await go('/pairs')
  expect(await page.getByRole('alert').textContent()).toContain('Not now.')
  await page.unroute('**/api/proximity/pairs*')
  await page.getByRole('button', { name: 'Try again' }).click()
  await settled(page)
  await page.getByRole('button', { name: /^Network/ }).waitFor()
})
