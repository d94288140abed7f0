import axe from 'axe-core'
import type { Browser, Page } from 'playwright-core'

const WIDTHS = { phone: [360, 740], tablet: [820, 1180], desktop: [1440, 900] } as const
const THEMES = ['dark', 'light'] as const

export interface View {
  readonly width: keyof typeof WIDTHS
  readonly theme: (typeof THEMES)[number]
}

/** Every width in every theme. */
export const VIEWS: readonly View[] = (['phone', 'tablet', 'desktop'] as const).flatMap((width) =>
  THEMES.map((theme) => ({ width, theme })),
)

const DESKTOP: View = { width: 'desktop', theme: 'dark' }

/** A page and what it did. */
export interface Visit {
  readonly page: Page
  /** What went wrong in its scripts. */
  readonly errors: string[]
  /** Addresses asked for, without the server's. */
  readonly requests: string[]
  readonly foreign: string[]
  close(): Promise<void>
}

/** Opens a tab as a visitor in Berlin has it. */
export async function visit(browser: Browser, url: string, view: View = DESKTOP): Promise<Visit> {
  // a language of its own: that of a machine without one is no tag that scripts understand
  const here = { locale: 'en-GB', timezoneId: 'Europe/Berlin' }
  const context = await browser.newContext({ baseURL: url, ...here, reducedMotion: 'reduce' })
  const page = await context.newPage()
  await look(page, view)
  const [errors, requests, foreign]: [string[], string[], string[]] = [[], [], []]
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (message) => {
    // the browser itself reports answers that are none; whether the page copes is seen on the page
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) errors.push(message.text())
  })
  page.on('request', (request) => {
    if (request.url().startsWith(`${url}/`)) requests.push(request.url().slice(url.length))
    else foreign.push(request.url())
  })
  return { page, errors, requests, foreign, close: async () => await context.close() }
}

/** Shows a page on another screen. */
export async function look(page: Page, { width, theme }: View): Promise<void> {
  const [w, h] = WIDTHS[width]
  await page.setViewportSize({ width: w, height: h })
  await page.emulateMedia({ colorScheme: theme })
}

/** Waits until nothing on the page is still loading. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(
    () => document.querySelector('main > *') !== null && document.querySelector('[aria-busy]') === null,
    undefined,
    { timeout: 15_000 },
  )
}

/** What can be seen to be wrong with a page, whatever it shows. */
export async function faultsOf(page: Page): Promise<string[]> {
  return await page.evaluate(() => {
    const faults: string[] = []
    const text = document.body.textContent ?? ''
    for (const sign of [/\[object \w+\]/, /\bundefined\b/, /\bNaN\b/, /\bnull\b/, /\^[\da-z]/i, /Invalid Date/]) {
      const found = sign.exec(text)
      if (found !== null) faults.push(`the text "${text.slice(Math.max(0, found.index - 20), found.index + 20)}"`)
    }
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth > clientWidth) faults.push(`${scrollWidth - clientWidth} px too wide`)
    for (const box of document.querySelectorAll('.panel, table, dialog, canvas, svg')) {
      const { width, height } = box.getBoundingClientRect()
      if (box.checkVisibility() && (width < 4 || height < 4))
        faults.push(`${box.tagName} ${box.getAttribute('class')} is ${width} x ${height} px`)
    }
    if ('wasRun' in window) faults.push('a name was run')
    for (const panel of document.querySelectorAll('.panel')) {
      const { right } = panel.getBoundingClientRect()
      for (const inner of panel.querySelectorAll('*')) {
        const over = inner.getBoundingClientRect().right - right
        // a matrix is scrolled within its panel
        if (over > 0.5 && !inner.closest('.visually-hidden, thead, .matrix'))
          faults.push(`${inner.tagName} ${over} px out of its panel`)
      }
    }
    if (document.querySelectorAll('h1').length !== 1) faults.push('not one h1')
    // charts place their own parts
    if (document.querySelector('[style]:not(.uplot, .uplot *)') !== null) faults.push('a style attribute')
    return faults
  })
}

/** What keeps people with a screen reader, a keyboard or weak eyes from using the page. */
export async function barriersOf(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  const { violations } = await page.evaluate(async () => {
    const injected = (globalThis as unknown as { axe: typeof axe }).axe
    return await injected.run({ resultTypes: ['violations'] })
  })
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`)
}
