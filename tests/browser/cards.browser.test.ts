import { expect, test } from 'vitest'
import { allKindsOfFiles, sampleFiles } from './evening-files.ts'
import { go, openPage, page } from './opened-page.ts'
import { PAGES } from './pages.ts'
import { settled } from './visits.ts'

openPage({ files: allKindsOfFiles() })

/** Where a digit needs no card, and why. */
const WITHOUT_CARD: Readonly<Record<string, string>> = {
  '.figure': 'is the number that opens its card',
  '[data-of]': 'stands in the card of the number beside it',
  '.card': 'is the card',
  a: 'leads to where the number stands with its card, or is the name of a round or an evening',
  button: 'unfolds or shows what it counts',
  'select, input, label, legend': 'is a choice of the reader',
  time: 'is a date or a clock',
  'code, .file-name': 'is a version, a setting, a hash or a name of a file',
  'bdi, .player-name': 'is the name of a player',
  'h1, h2, .team-name': 'is a title',
  'th, caption': 'is the heading of a row or a column',
  '.remark, .empty, .scope': 'says by which rule numbers are made, what is missing and what was left out',
  'svg, .map-legend, .effect-legend': 'is the scale of a drawing',
  '.map-cell > .panel-head, .most-cells .muted': 'is the place of a cell',
  '.problems, .reason': 'says what is wrong with a file or a line of it',
  '.setting': 'is a setting of the tracker',
  '.facts .more-words': 'says where a fact comes from',
  '.checks, .game-servers': 'is how machines are at this minute, in a sentence that says what it counts',
}

/** What is not there to be explained: dates, and the 80 % of every interval. */
const DATES =
  /\b\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)(?: \d{4})?(?:, (?:about )?\d\d:\d\d)?|80\s% interval/g

/** The replay is a round at one moment: its clock, health and speed are what is seen, not what is counted. */
const looked = Object.entries(PAGES).flatMap(([name, { full }]) => (name === 'replay' ? [] : full))

/** Texts with a digit that nothing explains, each with the element that holds it. */
async function unexplained(): Promise<string[]> {
  return await page.evaluate(
    ([exceptions, source]) => {
      const found: string[] = []
      const walker = document.createTreeWalker(document.querySelector('main') as Node, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const text = (node.textContent ?? '').replace(new RegExp(source, 'g'), '')
        const holder = node.parentElement
        // digits within a word are part of a name
        if (!/(?<![\w.])\d/.test(text) || holder === null || !holder.checkVisibility()) continue
        if (holder.closest(exceptions) !== null) continue
        found.push(`${holder.tagName.toLowerCase()}.${holder.className}: ${holder.textContent?.slice(0, 80)}`)
      }
      return found
    },
    [Object.keys(WITHOUT_CARD).join(', '), DATES.source] as const,
  )
}

/** Small print of no number, and ids that two different numbers share. */
async function confused(): Promise<string[]> {
  return await page.evaluate(() => {
    const figures = [...document.querySelectorAll('[data-figure]')]
    const byId = Map.groupBy(figures, (figure) => figure.getAttribute('data-figure'))
    const shared = [...byId].filter(([, all]) => new Set(all.map((one) => one.getAttribute('aria-label'))).size > 1)
    const alone = [...document.querySelectorAll('[data-of]')].filter((one) => !byId.has(one.getAttribute('data-of')))
    return [...shared.map(([id]) => `shared: ${id}`), ...alone.map((one) => `alone: ${one.textContent}`)]
  })
}

/** What is wrong with the card of the first number of each panel. */
async function wrongCards(): Promise<string[]> {
  const wrong: string[] = []
  for (const panel of await page.locator('.panel').all()) {
    const figure = panel.locator('.figure:visible').first()
    if ((await figure.count()) === 0) continue
    const id = await figure.getAttribute('data-figure')
    const name = `${await figure.getAttribute('aria-label')}`.replace(/: .*/, '')
    const beside = await panel.locator(`[data-of="${id}"]:visible`).allTextContents()
    await figure.click()
    const card = page.getByRole('dialog')
    await card.waitFor()
    await settled(page)
    const said = `${await card.textContent()}`
    if (!said.includes(name)) wrong.push(`${name}: another card`)
    if ((await card.locator('.definition').count()) === 0) wrong.push(`${name}: no definition`)
    if ((await card.getByRole('link').count()) === 0) wrong.push(`${name}: no way to the rows`)
    const missing = beside.flatMap((text) => text.match(/\d+/g) ?? []).filter((digits) => !said.includes(digits))
    if (missing.length > 0) wrong.push(`${name}: the card does not say ${missing.join(', ')}`)
    await card.getByRole('button', { name: 'Close' }).click()
    await card.waitFor({ state: 'detached' })
  }
  return wrong
}

test.each(looked)('every number of %s opens its card', async (path) => {
  page.setDefaultTimeout(10_000)
  await go(path)
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll('details')) fold.open = true
  })
  expect(await unexplained()).toEqual([])
  expect(await confused()).toEqual([])
  if (!path.includes('card=')) expect(await wrongCards()).toEqual([])
})

test('the numbers of files that were opened in the tab have cards without a server', async () => {
  await go('/try')
  const files = sampleFiles().slice(0, 2)
  await page
    .locator('input[type=file]')
    .setInputFiles(files.map(({ name, bytes }) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(bytes) })))
  await page.locator('.try-progress').waitFor({ state: 'detached' })
  await page.route('**/api/**', (route) => route.abort())
  for (const way of [null, 'Round', 'Map']) {
    if (way !== null) await page.getByRole('link', { name: way, exact: true }).first().click()
    else await page.locator('.try-round').first().waitFor()
    await settled(page)
    expect(await unexplained()).toEqual([])
    expect(await confused()).toEqual([])
    expect(await wrongCards()).toEqual([])
    if (way === null) await page.locator('.try-round').first().click()
  }
})
