import { afterAll, beforeEach, expect, test } from 'vitest'
import { type FakeGameServer, fakeGameServer, statusMessage } from '../../src/api/game-servers/game-server.fixtures.ts'
import { EVENING, roundFile } from '../support/round-files.ts'
import { HOSTILE } from './evening-files.ts'
import { openPage, page, tab } from './opened-page.ts'
import { barriersOf, faultsOf, look, settled, VIEWS } from './visits.ts'

let fake: FakeGameServer
let now_ms = Date.now()

const PLAYERS = ['12 48 "^1Anvil"', `30 52 "${HOSTILE}"`, '7 0 "M\xfcller"', '0 999 "Dune"']
const playing = (challenge: string) => [
  statusMessage(challenge, { facts: { P: '1-2-13', sv_hostname: '127.0.0.1' }, players: PLAYERS }),
]

openPage(async () => {
  fake = await fakeGameServer(playing)
  return {
    files: [roundFile({ start: EVENING, build: 'Proximity 1', trailer: true, server_name: 'scrim-1' })],
    now: () => now_ms,
    game_servers: [
      { name: 'scrim-1', host: '127.0.0.1', port: fake.port },
      { name: 'gone', host: 'no-such-host.invalid', port: 27_960 },
    ],
  }
})
afterAll(() => fake.close())
beforeEach(() => {
  fake.answer(playing)
  now_ms += 10_000
})

const entry = (name: string) =>
  page.locator('.game-servers > li').filter({ has: page.getByText(name, { exact: true }) })
const textOf = async (name: string) => ((await entry(name).textContent()) ?? '').replaceAll('\u00a0', ' ')

test('who plays is shown by side, names as text, with the newest round and its tracker', async () => {
  await page.goto('/status')
  await settled(page)
  const text = await textOf('scrim-1')
  expect(text).toContain('supply, 4 of 20 players')
  expect(await entry('scrim-1').getByRole('list', { name: 'Axis' }).textContent()).toMatch(
    /Axis, 2[\s\S]*Anvil[\s\S]*Müller/,
  )
  expect(await entry('scrim-1').getByRole('list', { name: 'Allies' }).textContent()).toContain(HOSTILE)
  expect(await entry('scrim-1').getByRole('list', { name: 'Spectators' }).textContent()).toContain('Dune')
  expect(text).toMatch(/Newest round supply, round 1: tracker Proximity 1, file came .+, complete/)
  expect(await page.evaluate('window.wasRun')).toBeUndefined()
})

test('what is wrong is said, with what to do, and no address is shown', async () => {
  await page.goto('/status')
  await settled(page)
  expect(await page.getByRole('heading', { name: 'Something is wrong' }).count()).toBe(1)
  expect(await textOf('gone')).toMatch(/has an address that leads nowhere[\s\S]*see whether it is spelled right/)
  expect(await page.locator('main').textContent()).not.toMatch(/127\.0\.0\.1|invalid/)
})

test('the page asks again every half minute while it is seen, and says aloud only what has changed', async () => {
  await page.clock.install()
  await page.goto('/status')
  await settled(page)
  const aloud = page.locator('main > [role=status]')
  const askedBy = () => tab.requests.filter((request) => request === '/api/game-servers').length
  const halfMinute = async () => {
    const before = askedBy()
    now_ms += 30_000
    await page.clock.runFor(31_000)
    await expect.poll(askedBy).toBe(before + 1)
  }
  await halfMinute()
  await settled(page)
  expect(await aloud.textContent()).toBe('')

  fake.answer(() => [])
  await halfMinute()
  expect(await entry('scrim-1').count(), 'what is known stays while it is asked').toBe(1)
  await expect
    .poll(() => aloud.textContent(), { timeout: 10_000 })
    .toMatch(/scrim-1: does not answer \(since \d\d:\d\d, last answer \d\d:\d\d\)/)
  expect(await textOf('scrim-1')).toMatch(/does not answer[\s\S]*let UDP through/)

  const before = askedBy()
  await page.evaluate(() => Object.defineProperty(document, 'hidden', { value: true, configurable: true }))
  await page.clock.runFor(120_000)
  expect(askedBy()).toBe(before)
  await page.evaluate(() => {
    Object.defineProperty(document, 'hidden', { value: false })
    document.dispatchEvent(new Event('visibilitychange'))
  })
  await expect.poll(askedBy).toBe(before + 1)
})

test('on every screen and in both themes it can be read and used', async () => {
  await page.goto('/status')
  await settled(page)
  for (const view of VIEWS) {
    await look(page, view)
    expect([...(await faultsOf(page)), ...(await barriersOf(page))], `${view.width}, ${view.theme}`).toEqual([])
  }
})
