import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { memoryStore } from '../support/databases.ts'
import type { RoundFile } from '../support/round-files.ts'
import { sampleFiles } from './evening-files.ts'
import { installation } from './installation.ts'
import { barriersOf, faultsOf, settled, visit } from './visits.ts'

const TOKEN = 'a token for this test only'

let browser: Browser
let opened: Awaited<ReturnType<typeof memoryStore>>

beforeAll(async () => {
  ;[browser, opened] = await Promise.all([launchChromium(), memoryStore()])
})
afterAll(async () => {
  await Promise.all([browser.close(), opened.drop()])
})

const asFile = ({ name, bytes }: Pick<RoundFile, 'name' | 'bytes'>) => ({
  name,
  mimeType: 'text/plain',
  buffer: Buffer.from(bytes),
})

test('a server without a token says that uploads are off, and how to switch them on', async () => {
  const served = await installation({ store: opened.store, page: inject('pageFolder') })
  const { page, errors, close } = await visit(browser, served.url)
  await page.goto('/files')
  await settled(page)
  const panel = page.getByRole('region', { name: 'Bring files from here' })
  expect(await panel.textContent()).toContain('Uploads are off on this server')
  expect(await panel.textContent()).toContain('PROXIMITY_UPLOAD_TOKEN')
  expect(await panel.locator('input').count()).toBe(0)
  expect(errors).toEqual([])
  await close()
  await served.close()
})

test('files are sent with the token that is asked for once, and what became of each is said', async () => {
  const served = await installation({ store: opened.store, page: inject('pageFolder'), upload_token: TOKEN })
  const { page, errors, close } = await visit(browser, served.url)
  const files = sampleFiles().slice(0, 2)
  const give = async (all: readonly Pick<RoundFile, 'name' | 'bytes'>[], done: number) => {
    await page.locator('input[type=file]').setInputFiles(all.map(asFile))
    await page.getByText(`${done} of ${done}\u00a0files done`).waitFor()
    await settled(page)
  }
  const useToken = async (token: string) => {
    await page.getByLabel('Upload token of this server').fill(token)
    await page.getByRole('button', { name: 'Use it' }).click()
  }
  await page.goto('/files')
  await settled(page)
  await useToken('a wrong one')
  await page.locator('input[type=file]').setInputFiles(files.map(asFile))
  await page.getByText('The upload token is missing or wrong. Nothing was imported.').waitFor()
  expect(await page.getByText('No file has come yet').count()).toBe(1)

  await useToken(TOKEN)
  const text = new TextEncoder().encode('nothing of a round\n')
  await give([...files, { name: 'x_engagements.txt', bytes: text }], 3)
  const states = async () =>
    await page.locator('.upload-list .state').evaluateAll((all) => all.map(({ textContent }) => textContent))
  expect(await states()).toEqual(['imported', 'imported', 'rejected'])
  expect(await page.locator('.tabs').textContent()).toContain('imported 2')
  expect(await faultsOf(page)).toEqual([])
  expect(await barriersOf(page)).toEqual([])

  await page.reload()
  await settled(page)
  await give(files, 2)
  expect(await states()).toEqual(['unchanged', 'unchanged'])
  expect(page.url()).toBe(`${served.url}/files`)
  expect(await page.evaluate(() => localStorage.length)).toBe(0)
  await page.locator('.upload-list a').first().click()
  await settled(page)
  expect(await page.locator('h1').textContent()).toBe('fjordworks, round 1')

  const other = await visit(browser, served.url)
  await other.page.goto('/files')
  await settled(other.page)
  expect(await other.page.getByLabel('Upload token of this server').count()).toBe(1)
  expect([...errors, ...other.errors]).toEqual([])
  await other.close()
  await close()
  await served.close()
})
