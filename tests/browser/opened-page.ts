import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { memoryStore } from '../support/databases.ts'
import { type Installation, type InstallationOptions, installation } from './installation.ts'
import { settled, type Visit, visit } from './visits.ts'

/** Those of the test file that called {@link openPage}. */
export let browser: Browser
export let served: Installation
/** Those of the test that runs. */
export let tab: Visit
export let page: Page

type Options = Omit<InstallationOptions, 'store' | 'page'>

/**
 * Gives all tests of a file one installation, and each of them a new tab in which no script may fail.
 *
 * @param given what is installed; a function where only the start of the tests tells it
 */
export function openPage(given: Options | (() => Promise<Options>)): void {
  let store: Awaited<ReturnType<typeof memoryStore>>
  beforeAll(async () => {
    const options = typeof given === 'function' ? await given() : given
    ;[browser, store] = await Promise.all([launchChromium(), memoryStore()])
    served = await installation({ ...options, store: store.store, page: inject('pageFolder') })
  })
  afterAll(async () => {
    await served.close()
    await Promise.all([browser.close(), store.drop()])
  })
  beforeEach(async () => {
    tab = await visit(browser, served.url)
    page = tab.page
  })
  afterEach(async () => {
    expect(tab.errors).toEqual([])
    await tab.close()
  })
}

/** Goes to an address of the installation. */
export async function go(path: string): Promise<void> {
  await page.goto(path)
  await settled(page)
}

/** Where the page is, without the installation's address. */
export function path(): string {
  return page.url().slice(served.url.length)
}

/** Text with plain spaces. */
export function plain(text: string | null): string {
  return (text ?? '').replaceAll('\u00a0', ' ')
}
