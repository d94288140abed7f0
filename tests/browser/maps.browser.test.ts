import { expect, test } from 'vitest'
import type { ReplyAt } from '../../src/contract/client.ts'
import { sampleFiles } from './evening-files.ts'
import { browser, go, openPage, page, path, plain, served, tab } from './opened-page.ts'
import { settled, visit } from './visits.ts'

/** The morning after the sample evening. */
const NOW = Date.UTC(2026, 10, 14, 9)

openPage({ files: sampleFiles(), now: () => NOW })

const mapOf = async (query = '') => {
  const response = await page.request.get(`/api/proximity/maps/fjordworks${query}`)
  return (await response.json()) as ReplyAt<'/api/proximity/maps/:map_name'>
}
const heading = async () => plain(await page.locator('.map-main .panel-head').textContent())
/** How many pixels of the map are of a colour that is no grey. */
const coloured = async () =>
  await page.locator('.map-canvas').evaluate((element) => {
    const canvas = element as HTMLCanvasElement
    const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] }
    let found = 0
    for (let i = 0; i < data.length; i += 4) {
      const [r = 0, g = 0, b = 0] = [data[i], data[i + 1], data[i + 2]]
      if ((data[i + 3] ?? 0) > 150 && Math.max(r, g, b) - Math.min(r, g, b) > 30) found += 1
    }
    return found
  })

test('the list leads to a map', async () => {
  await go('/')
  await page.getByRole('link', { name: 'Maps' }).click()
  await settled(page)
  await page.getByRole('link', { name: 'fjordworks' }).click()
  await settled(page)
  expect(path()).toBe('/maps/fjordworks')
  expect(await page.getByRole('link', { name: 'Maps' }).getAttribute('aria-current')).toBe('page')
})

test('every layer says the sum of the cells that the interface gives, and of how many rounds', async () => {
  const { cells, rounds } = await mapOf()
  await go('/maps/fjordworks')
  for (const layer of ['kills', 'deaths', 'fights', 'escapes'] as const) {
    await page.getByRole('radio', { name: new RegExp(`^${layer}`, 'i') }).check()
    const sum = cells.reduce((total, cell) => total + cell[layer], 0)
    expect(sum).toBeGreaterThan(0)
    expect(await heading()).toMatch(new RegExp(`${sum} ${layer} in ${rounds} rounds$`))
    expect(await coloured()).toBeGreaterThan(500)
  }
})

test('the filters stand in the address, change what is shown, and a link shows the same', async () => {
  await go('/maps/fjordworks?cell=256')
  const before = await heading()
  await page.getByLabel('Side', { exact: true }).selectOption({ label: 'Axis' })
  await settled(page)
  await page.getByLabel('Class', { exact: true }).selectOption({ label: 'medics' })
  await settled(page)
  expect(path()).toBe('/maps/fjordworks?side=AXIS&class=MEDIC&cell=256')
  const { totals } = await mapOf('?side=AXIS&player_class=MEDIC')
  expect(await heading()).toContain(`${totals.deaths} death`)
  expect(await heading()).not.toBe(before)
  const other = await visit(browser, served.url)
  await other.page.goto(path())
  await settled(other.page)
  expect(plain(await other.page.locator('.map-main .panel-head').textContent())).toBe(await heading())
  await other.close()
  await page.goBack()
  await settled(page)
  expect(path()).toBe('/maps/fjordworks?side=AXIS&cell=256')
})

test('with keys alone a cell is chosen, moved and left; its panel says the same as the map', async () => {
  await go('/maps/fjordworks?cell=512')
  const { cells } = await mapOf('?cell_units=512')
  const most = cells.reduce((best, cell) => (cell.deaths > best.deaths ? cell : best))
  const map = page.getByRole('button', { name: /^Deaths on fjordworks/ })
  await map.focus()
  await page.keyboard.press('Enter')
  await settled(page)
  expect(path()).toContain(`at=${encodeURIComponent(`${most.grid_x},${most.grid_y}`)}`)
  expect(plain(await page.locator('.cell-sums').textContent())).toContain(`${most.deaths} death`)
  await page.keyboard.press('ArrowRight')
  await settled(page)
  expect(path()).toContain(`at=${encodeURIComponent(`${most.grid_x + 1},${most.grid_y}`)}`)
  await page.keyboard.press('Escape')
  expect(path()).not.toContain('at=')
  await page.getByRole('heading', { name: 'Where most is' }).waitFor()
})

test('a moment of a cell leads into the replay, some seconds before it', async () => {
  await go('/maps/fjordworks?cell=512')
  await page.locator('.most-cells button').first().click()
  await settled(page)
  const link = page.locator('.cell-moments a').first()
  expect(await link.getAttribute('href')).toMatch(/^\/rounds\/\d+\/replay\?t=\d+(\.\d+)?$/)
})

test('a cell under the pointer is told without asking', async () => {
  await go('/maps/fjordworks')
  const asked = tab.requests.length
  const box = await page.locator('.map-canvas').boundingBox()
  await page.mouse.move((box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2)
  await page.getByRole('heading', { name: 'Under the pointer' }).waitFor()
  expect(tab.requests.length).toBe(asked)
})

test('the map is brought nearer and moved by buttons, keys, wheel and hand, and a link shows the same part', async () => {
  await go('/maps/fjordworks')
  const map = page.getByRole('button', { name: /^Deaths on fjordworks/ })
  const picture = async () =>
    await page.locator('.map-canvas').evaluate((canvas) => (canvas as HTMLCanvasElement).toDataURL())
  const view = () => (new URL(page.url()).searchParams.get('view') ?? '').split(',').map(Number)
  const whole = await picture()
  await page.getByRole('button', { name: 'Closer' }).click()
  await page.waitForURL(/view=/)
  const near = await picture()
  expect(near).not.toBe(whole)
  expect(view()[2]).toBe(1.4)
  const [x = 0, y = 0] = view()

  await map.focus()
  await page.keyboard.press('+')
  await expect.poll(() => view()[2]).toBeCloseTo(1.96, 2)
  await page.keyboard.press('-')
  await expect.poll(() => view()[2]).toBe(1.4)
  await page.keyboard.press('Shift+ArrowRight')
  await expect.poll(() => view()[0]).toBeGreaterThan(x)
  expect(path()).not.toContain('at=')

  const box = await page.locator('.map-canvas').boundingBox()
  const [left, top] = [(box?.x ?? 0) + 100, (box?.y ?? 0) + 100]
  await page.mouse.move(left, top)
  await page.mouse.down()
  await page.mouse.move(left, top + 60, { steps: 4 })
  await page.mouse.up()
  await expect.poll(() => view()[1]).toBeGreaterThan(y)
  expect(path()).not.toContain('at=')
  await page.keyboard.down('Control')
  await page.mouse.wheel(0, -200)
  await page.keyboard.up('Control')
  await expect.poll(() => view()[2]).toBeGreaterThan(1.5)

  const other = await visit(browser, served.url)
  await other.page.goto(path())
  await settled(other.page)
  expect(new URL(other.page.url()).search).toBe(new URL(page.url()).search)
  await expect.poll(() => other.page.locator('.map-button.is-part').count()).toBe(1)
  await other.close()

  await page.mouse.move(0, 0)
  await map.focus()
  await page.keyboard.press('0')
  await page.waitForURL((url) => !url.search.includes('view'))
  await expect.poll(picture).toBe(whole)
})

test('a cell that is chosen by keys is never out of sight', async () => {
  await go('/maps/fjordworks?cell=512&view=-9000,-9000,8')
  const map = page.getByRole('button', { name: /^Deaths on fjordworks/ })
  await map.focus()
  await page.keyboard.press('ArrowRight')
  await page.waitForURL(/at=/)
  await expect.poll(() => new URL(page.url()).searchParams.get('view')).not.toMatch(/^-9000/)
  expect(await coloured()).toBeGreaterThan(100)
})

test('the counts of the layers, of a cell and of who was there open their cards', async () => {
  const { totals } = await mapOf()
  await go('/maps/fjordworks?cell=512')
  await page.locator('.most-cells button').first().click()
  await settled(page)
  for (const [place, n] of [
    ['.layer', 5],
    ['.cell-others', 4],
    ['.cell-who', 1],
  ] as const) {
    const figures = page.locator(`${place} .figure`)
    expect(await figures.count()).toBeGreaterThanOrEqual(n)
    const words = plain(await figures.first().textContent())
    await figures.first().click()
    const card = page.getByRole('dialog')
    await card.getByText('Made from, and its sensor').first().waitFor()
    expect(plain(await card.textContent())).toContain(words)
    expect(plain(await card.textContent())).toMatch(/on in (all )?\d+ /)
    await page.keyboard.press('Escape')
    await card.waitFor({ state: 'detached' })
  }
  expect(plain(await page.locator('.layer .figure').first().textContent())).toBe(String(totals.kills))
})

test('lines that do not come are said, and the rest stays', async () => {
  await page.route('**/kills*', (route) => route.fulfill({ status: 503, json: { detail: 'Not now.' } }))
  await go('/maps/fjordworks?layer=lines')
  expect(await page.getByRole('alert').textContent()).toContain('Not now.')
  await page.unroute('**/kills*')
  await page.getByRole('button', { name: 'Try again' }).click()
  await settled(page)
  expect(await page.getByRole('alert').count()).toBe(0)
  expect(await coloured()).toBeGreaterThan(200)
})

test('a map that nobody played leads on', async () => {
  await go('/maps/nowhere')
  await page.getByRole('heading', { name: 'Nothing of nowhere here' }).waitFor()
  await page.getByRole('link', { name: 'All maps' }).click()
  await settled(page)
  expect(path()).toBe('/maps?range_days=3650')
})
