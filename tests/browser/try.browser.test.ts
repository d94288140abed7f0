import { zipSync } from 'fflate'
import { expect, inject, test } from 'vitest'
import type { RoundFile } from '../support/round-files.ts'
import { allKindsOfFiles, HOSTILE, sampleFiles } from './evening-files.ts'
import { go, openPage, page, path, tab } from './opened-page.ts'
import { plainServer } from './plain-server.ts'
import { settled } from './visits.ts'

/** The morning after the sample evening. */
const NOW = Date.UTC(2026, 10, 14, 9)

const FILE = sampleFiles()[0] as RoundFile

openPage({ files: [FILE], now: () => NOW })

const asFile = ({ name, bytes }: RoundFile) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(bytes) })
const give = async (...files: readonly RoundFile[]) => {
  await page.locator('input[type=file]').setInputFiles(files.map(asFile))
  await page.locator('.try-progress').waitFor({ state: 'detached' })
  await settled(page)
}
const follow = async (name: string) => {
  await page.getByRole('link', { name, exact: true }).first().click()
  await settled(page)
}
const textOf = async (selector: string) => {
  await settled(page)
  return await page.locator(selector).evaluateAll((elements) => elements.map(({ textContent }) => textContent ?? ''))
}

test('a file shows the same round, replay and map as the server that imported it, and nothing is sent', async () => {
  const pages = [
    ['/rounds/1', 'Round', 'main .panel'],
    ['/rounds/1/replay', 'Replay', '.replay-head p, .replay-moments, .replay-players, .replay-missing'],
    ['/maps/fjordworks', 'Map', '.map-columns .panel'],
  ] as const
  const theirs: string[][] = []
  for (const [address, , parts] of pages) {
    await page.goto(address)
    theirs.push(await textOf(parts))
  }
  await go('/try')
  const asked = tab.requests.length
  await give(FILE)
  await follow('fjordworks, round 1')
  expect(path()).toBe('/try/1')
  for (const [i, [, way, parts]] of pages.entries()) {
    await follow(way)
    const ours = await textOf(parts)
    expect(ours.length).toBeGreaterThan(2)
    expect(ours).toEqual(theirs[i])
  }
  expect(tab.requests.slice(asked).filter((request) => !request.startsWith('/assets/'))).toEqual([])
})

test('what was given and cannot be read is named with the reason, and so is every problem of a file', async () => {
  await go('/try')
  const damaged = allKindsOfFiles().find(({ name }) => name.includes('203200-sandmill')) as RoundFile
  const archive = zipSync({ 'evening/notes.txt': damaged.bytes, [`evening/${damaged.name}`]: damaged.bytes })
  const text = new TextEncoder().encode('nothing of a round\n')
  await give(
    { name: 'evening.zip', bytes: archive },
    { name: 'cut.zip', bytes: archive.subarray(0, 9000) },
    { name: 'notes.txt', bytes: text },
    { name: 'x_engagements.txt', bytes: text },
  )
  expect(await textOf('.panel .bad')).toEqual([
    'cut.zip was not read: it is no zip archive, or damaged.',
    'notes.txt was not read: its name ends neither in _engagements.txt nor in .zip.',
    expect.stringMatching(/^It cannot be shown: no round file: its first line is "nothing of a round"/),
  ])
  await page.getByRole('button', { name: '14 problems' }).click()
  expect((await textOf('.problems li')).length).toBe(14)
  expect((await textOf('.problems li'))[0]).toMatch(/^line \d+, ENGAGEMENTS/)
})

test('names that are markup are text, and no filter or click leaves the file', async () => {
  await go('/try')
  await give(allKindsOfFiles().find(({ name }) => name.includes('201200-supply')) as RoundFile)
  await follow('supply, round 1')
  await page.getByLabel('Shown for').selectOption({ label: HOSTILE })
  await settled(page)
  expect(path()).toMatch(/^\/try\/1\?player=/)
  expect((await textOf('.who')).join()).toContain(HOSTILE)
  await page.locator('.fights a').first().click()
  await settled(page)
  expect(path()).toMatch(/^\/try\/1\/replay\?fight=\d+&player=/)
  await follow('Map')
  await page.getByLabel('Side', { exact: true }).selectOption({ label: 'Axis' })
  await settled(page)
  expect(path()).toBe('/try/1/map?side=AXIS')
  await page.locator('.most-cells button').first().click()
  await settled(page)
  await page.locator('.cell-moments a').first().click()
  await settled(page)
  expect(path()).toMatch(/^\/try\/1\/replay\?t=/)
  expect(await page.evaluate(() => 'wasRun' in window)).toBe(false)
})

test('a reload says that the file must be opened again, and then shows it where the reader was', async () => {
  await go('/try/1/replay?t=40')
  expect((await textOf('main')).join()).toContain('This tab does not have the file')
  await give(FILE)
  expect((await textOf('h1'))[0]).toBe('Replay of fjordworks, round 1')
  expect(path()).toBe('/try/1/replay?t=40')
})

test('files can be dropped anywhere on the page', async () => {
  await go('/try')
  await page.evaluate(
    ({ name, text }) => {
      const data = new DataTransfer()
      data.items.add(new File([text], name))
      document.querySelector('h1')?.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true }))
    },
    { name: FILE.name, text: Buffer.from(FILE.bytes).toString() },
  )
  await page.getByRole('link', { name: 'fjordworks, round 1' }).click()
  await settled(page)
  expect(path()).toBe('/try/1')
})

test('a plain server of files is enough, in any folder, without one failing request', async () => {
  const plain = await plainServer(inject('pageFolder'))
  const failed: string[] = []
  page.on('response', (response) => {
    if (response.status() >= 400) failed.push(response.url())
  })
  await go(`${plain.url}/some/folder/try.html`)
  await give(FILE)
  await follow('fjordworks, round 1')
  expect(new URL(page.url()).hash).toBe('#/try/1')
  await page.locator('.who td button').first().click()
  await page.locator('.definition').first().waitFor()
  await page.keyboard.press('Escape')
  await page.locator('.card').waitFor({ state: 'detached' })
  expect(new URL(page.url()).hash).toBe('#/try/1')
  await follow('Replay')
  expect(await page.locator('.replay-canvas canvas').count()).toBe(1)
  await follow('Map')
  await page.getByRole('radio', { name: /^Kill lines/ }).check()
  await settled(page)
  expect(new URL(page.url()).hash).toBe('#/try/1/map?layer=lines')
  await page.goBack()
  await page.goBack()
  await settled(page)
  expect(new URL(page.url()).hash).toBe('#/try/1')
  await page.getByRole('link', { name: 'Skip to the content' }).focus()
  await page.keyboard.press('Enter')
  expect((await textOf('h1'))[0]).toBe('fjordworks, round 1')
  expect([...failed, ...tab.requests]).toEqual([])
  const ofFolder = `${plain.url}/some/folder/`
  expect(tab.foreign.filter((url) => !url.startsWith(ofFolder) || !/\/assets\/|try\.html$/.test(url))).toEqual([])
  await plain.close()
})
