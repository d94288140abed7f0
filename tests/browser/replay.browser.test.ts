import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { decodePath } from '../../src/contract/packed-path.ts'
import { EVENING, roundFile } from '../support/round-files.ts'
import { HOSTILE } from './evening-files.ts'
import { browser, go, openPage, page, path, served } from './opened-page.ts'
import { barriersOf, faultsOf, look, settled, VIEWS, visit } from './visits.ts'

interface RoundReply {
  readonly players: readonly { readonly guid: string; readonly name: string }[]
  readonly engagements: readonly { readonly id: number; readonly start_time_ms: number; readonly end_time_ms: number }[]
  readonly tracks: readonly { readonly player: number; readonly path: string }[]
}

const NAMES = ['^1Anvil', 'Birch', HOSTILE, 'Dune', 'Ember', 'M\ueffcller {{7*7}}']
/** A round of this project's tracker, and one of a tracker that knew neither lives nor waves nor who won. */
const [NEW, OLD] = [1, 2]

openPage({
  files: [
    roundFile({ start: EVENING, build: 'Proximity 1', trailer: true, players: NAMES, seed: 2 }),
    roundFile({ start: EVENING + 600, players: NAMES, seed: 3 }),
  ],
})

const scrubber = () => page.getByRole('slider', { name: 'Moment of the round' })
const moment = async () => Number(await scrubber().inputValue())
const roundOf = async (id: number) => {
  const answer = await fetch(`${served.url}/api/proximity/rounds/${id}`)
  return (await answer.json()) as RoundReply
}
const placeOf = async (guid: string) => {
  const { x, y, state } = await page.locator(`[data-player="${guid}"]`).evaluate(({ dataset }: HTMLElement) => dataset)
  return { state, x: Number(x), y: Number(y) }
}
const fightOf = (round: RoundReply) => round.engagements[5] as RoundReply['engagements'][number]

test('at the moment of a sample everybody is where the file has him', async () => {
  for (const id of [NEW, OLD]) {
    const { players, tracks } = await roundOf(id)
    for (const at of [2, 7]) {
      const samples = tracks.map(({ player, path: text }) => ({ player, ...decodePath(text) }))
      const t_ms = samples[at]?.time_ms[3] as number
      await go(`/rounds/${id}/replay?t=${t_ms / 1000}`)
      let compared = 0
      for (const { player, time_ms, x, y } of samples) {
        const sample = time_ms.indexOf(t_ms)
        if (sample === -1) continue
        const place = { state: 'here', x: x[sample], y: y[sample] }
        expect(await placeOf(players[player]?.guid as string)).toEqual(place)
        compared += 1
      }
      expect(compared).toBeGreaterThan(1)
    }
  }
})

test('the map shows something, and something else a little later', async () => {
  await go(`/rounds/${NEW}/replay?t=20`)
  const picture = async () => await page.locator('canvas').evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL())
  const before = await picture()
  expect(before.length).toBeGreaterThan(5_000)
  await page.keyboard.press('ArrowRight')
  expect(await picture()).not.toBe(before)
})

test('every key does what the help says', async () => {
  await go(`/rounds/${NEW}/replay?t=20`)
  for (const [key, t_ms] of [
    ['ArrowRight', 25_000],
    ['ArrowLeft', 20_000],
    ['Shift+ArrowRight', 21_000],
    ['Shift+ArrowLeft', 20_000],
    ['.', 22_000],
    [',', 20_000],
  ] as const) {
    await page.keyboard.press(key)
    await expect.poll(moment, { message: key }).toBe(t_ms)
  }

  await page.keyboard.press('9')
  const chosen = async (label: string) => await page.getByLabel(label).inputValue()
  await expect.poll(() => chosen('Speed')).toBe('8')
  await page.keyboard.press('f')
  await expect.poll(() => chosen('Follow')).not.toBe('')
  await page.keyboard.press('f')
  await expect.poll(() => chosen('Follow')).toBe('')
  await page.keyboard.press('l')
  await expect.poll(() => chosen('Repeat')).not.toBe('')
  await page.keyboard.press('l')
  await expect.poll(() => chosen('Repeat')).toBe('')
  await page.keyboard.press('?')
  await page.getByRole('region', { name: 'Keys' }).waitFor()

  await page.keyboard.press(' ')
  await page.getByRole('button', { name: 'Pause' }).waitFor()
  await page.waitForFunction(
    () => Number(document.querySelector<HTMLInputElement>('input[type=range]')?.value) > 21_000,
  )
  await page.keyboard.press(' ')
  await page.getByRole('button', { name: 'Play' }).waitFor()
})

test('it plays by itself, unless the reader wants no motion', async () => {
  await go(`/rounds/${NEW}/replay`)
  expect(await page.getByRole('button', { name: 'Play' }).count()).toBe(1)
  expect(path()).toBe(`/rounds/${NEW}/replay`)
  await page.emulateMedia({ reducedMotion: 'no-preference' })
  await go(`/rounds/${NEW}/replay?t=30`)
  await page.waitForFunction(
    () => Number(document.querySelector<HTMLInputElement>('input[type=range]')?.value) > 30_300,
  )
})

test('a shared link shows the moment, the player and the fight that its sender saw', async () => {
  const round = await roundOf(NEW)
  const fight = fightOf(round)
  await go(`/rounds/${NEW}/replay?fight=${fight.id}`)
  expect(await moment()).toBe(Math.max(fight.start_time_ms - 2000, 0))
  await page.getByLabel('Follow').selectOption({ label: 'Dune' })
  await page.keyboard.press('Shift+ArrowRight')
  await page.waitForURL(/t=.*player=.*view=/)
  const link = await page.getByRole('link', { name: 'Link to this moment' }).getAttribute('href')
  expect(link).toBe(page.url())

  const other = await visit(browser, served.url, { width: 'phone', theme: 'light' })
  await other.page.goto(link ?? '')
  await settled(other.page)
  const shown = async (of: Page) => [
    await of.getByRole('slider').inputValue(),
    await of.getByLabel('Follow').inputValue(),
    await of.getByLabel('Repeat').inputValue(),
    await of.locator('.replay-clock').textContent(),
  ]
  expect(await shown(other.page)).toEqual(await shown(page))
  await other.close()
})

test('a shared link shows the part of the map that its sender saw, on a smaller screen too', async () => {
  await go(`/rounds/${NEW}/replay?t=20`)
  const box = await page.locator('canvas').boundingBox()
  if (box === null) throw new Error('there is no map')
  await page.getByRole('button', { name: 'Closer' }).click()
  await page.mouse.move(box.x + 200, box.y + 200)
  await page.mouse.down()
  await page.mouse.move(box.x + 120, box.y + 150, { steps: 4 })
  await page.mouse.up()
  await page.waitForURL(/view=-?\d+%2C-?\d+%2C1\.4/)
  const link = page.url()

  const other = await visit(browser, served.url, { width: 'phone', theme: 'light' })
  await other.page.goto(link)
  await settled(other.page)
  await other.page.keyboard.press('Shift+ArrowRight')
  await other.page.waitForURL(/t=21/)
  expect(new URL(other.page.url()).searchParams.get('view')).toBe(new URL(link).searchParams.get('view'))
  await other.page.getByRole('button', { name: 'All of it' }).click()
  await other.page.waitForURL((url) => !url.searchParams.has('view'))
  await other.close()
})

test('the scrubber, the list and the map answer to hand and finger', async () => {
  await go(`/rounds/${NEW}/replay?t=20`)
  await scrubber().fill('40000')
  await expect.poll(moment).toBe(40_000)
  expect(await scrubber().getAttribute('aria-valuetext')).toBe('0:40')
  const line = page.getByRole('region', { name: 'What happens' }).getByRole('button').first()
  const [, minutes, seconds] = /^(\d+):(\d\d)/.exec((await line.textContent()) ?? '') ?? []
  await line.click()
  await expect.poll(async () => Math.floor((await moment()) / 1000)).toBe(Number(minutes) * 60 + Number(seconds))

  await page.getByRole('region', { name: 'Players' }).getByRole('button', { name: 'Dune' }).click()
  expect(await page.getByLabel('Follow').locator('option:checked').textContent()).toBe('Dune')
  const box = await page.locator('canvas').boundingBox()
  if (box === null) throw new Error('there is no map')
  await page.mouse.move(box.x + 100, box.y + 100)
  await page.mouse.down()
  await page.mouse.move(box.x + 160, box.y + 130, { steps: 4 })
  await page.mouse.up()
  expect(await page.getByLabel('Follow').inputValue()).toBe('')
})

test('what an old file lacks is said in sentences, not shown as none', async () => {
  await go(`/rounds/${OLD}`)
  expect(await page.getByText('who won is not recorded').count()).toBe(1)
  expect(await page.locator('.timeline li', { hasText: 'Revives' }).textContent()).toBe('Revives not captured')
  expect(await page.getByText('Not captured, as this file of tracker 4.2b says nothing of it').textContent()).toMatch(
    'revives',
  )
  await go(`/rounds/${OLD}/replay`)
  expect(await page.locator('.replay-wave').first().textContent()).toBe('Axis waves not recorded')

  await go(`/rounds/${NEW}`)
  expect(await page.getByText('Allies won after 2:00.').count()).toBe(1)
  expect(await page.locator('.timeline li', { hasText: 'Deaths' }).textContent()).toBe('Deaths 1')
})

test('a round is narrowed to one player, by list and by table, and the link keeps it', async () => {
  await go(`/rounds/${NEW}`)
  const fights = async () => await page.locator('.timeline li', { hasText: 'Fights' }).textContent()
  const all = await fights()
  await page.getByLabel('Shown for').selectOption({ label: 'Dune' })
  await page.waitForURL(/player=/)
  const own = await fights()
  expect(own).not.toBe(all)
  await page.reload()
  await settled(page)
  expect(await fights()).toBe(own)
  await page.getByRole('region', { name: 'Who played' }).getByRole('link', { name: 'Dune' }).click()
  expect(path()).toBe(`/rounds/${NEW}`)
  expect(await fights()).toBe(all)
})

test('the timeline leads to the replay at that moment, a fight to its replay', async () => {
  await go(`/rounds/${NEW}`)
  const lane = page.locator('.lane').first()
  const width = (await lane.boundingBox())?.width ?? 0
  await lane.click({ position: { x: width / 2, y: 10 } })
  await settled(page)
  expect(Math.abs((await moment()) - 58_000)).toBeLessThan(4_000)
  await page.goBack()
  await settled(page)
  await page.getByRole('region', { name: 'Fights', exact: true }).getByRole('link').first().click()
  await settled(page)
  expect(path()).toMatch(/fight=\d+/)
  expect(await page.getByLabel('Repeat').inputValue()).not.toBe('')
})

test('a name is text, whatever it holds', async () => {
  for (const where of [`/rounds/${NEW}`, `/rounds/${NEW}/replay?t=20`]) {
    await go(where)
    expect(await page.getByText(HOSTILE).count()).toBeGreaterThan(0)
    expect(await page.getByText('Müller {{7*7}}').count()).toBeGreaterThan(0)
    expect(await page.locator('main img').count()).toBe(0)
    expect(await page.evaluate(() => 'wasRun' in window)).toBe(false)
  }
})

test('a script that does not come is said, and comes when asked again', async () => {
  await page.route('**/assets/round-page-*.js', (route) => route.abort())
  await page.goto(`/rounds/${NEW}`)
  await page.getByRole('alert').waitFor()
  expect(await page.getByRole('link', { name: 'Status' }).isVisible()).toBe(true)
})

test('a round that fails says so and recovers', async () => {
  await page.route('**/api/proximity/rounds/*', (route) =>
    route.fulfill({ status: 503, json: { detail: 'The data cannot be read.', error_id: 'a1b2' } }),
  )
  for (const where of [`/rounds/${NEW}`, `/rounds/${NEW}/replay`]) {
    await go(where)
    expect(await page.getByRole('alert').textContent()).toMatch('The data cannot be read. a1b2')
  }
  await page.unroute('**/api/proximity/rounds/*')
  await page.getByRole('button', { name: 'Try again' }).click()
  await settled(page)
  expect(await page.locator('canvas').count()).toBe(1)
})

test.each([`/rounds/${NEW}`, `/rounds/${OLD}`, `/rounds/${NEW}/replay?t=20`, `/rounds/${OLD}/replay?t=20`])(
  '%s is right on every screen, in both themes',
  async (where) => {
    await go(where)
    if (where.includes('replay')) await page.keyboard.press('?')
    for (const view of VIEWS) {
      await look(page, view)
      expect([...(await faultsOf(page)), ...(await barriersOf(page))], `${view.width}, ${view.theme}`).toEqual([])
    }
  },
)
