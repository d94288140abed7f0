// Photographs the page with the sample evening, and before the first round, into docs/screenshots.
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { openStore, type Store } from '../src/store/open.ts'
import { sampleFiles } from '../tests/browser/evening-files.ts'
import { builtPage, installation } from '../tests/browser/installation.ts'
import { launchChromium } from '../tests/support/chromium.ts'

const FOLDER = join(import.meta.dirname, '../docs/screenshots')
/** The morning after the sample evening. */
const NOW = Date.UTC(2026, 10, 14, 9)
const IMPORTED = new Date(Date.UTC(2026, 10, 13, 20, 1))

const SIZES = { phone: { width: 360, height: 740 }, desktop: { width: 1280, height: 800 } }

interface Shot {
  readonly name: string
  readonly path: string
  readonly size: keyof typeof SIZES
  readonly theme: 'dark' | 'light'
  /** False: only what is seen at first. */
  readonly whole?: boolean
}

/** Two mates of the sample evening. */
const QUARTZ = 'FEC302E35A911064938C23728234F703'
const TERN = 'BB89630255BE38265BB37B462D95F124'

const FULL: readonly Shot[] = [
  { name: 'evening-desktop-dark', path: '/', size: 'desktop', theme: 'dark' },
  { name: 'evening-desktop-light', path: '/', size: 'desktop', theme: 'light' },
  { name: 'evening-phone-dark', path: '/', size: 'phone', theme: 'dark' },
  { name: 'evening-phone-light', path: '/', size: 'phone', theme: 'light' },
  { name: 'number-desktop-dark', path: '/?session_id=1&card=crossfires', size: 'desktop', theme: 'dark', whole: false },
  { name: 'round-desktop-dark', path: '/rounds/6', size: 'desktop', theme: 'dark' },
  { name: 'round-phone-light', path: '/rounds/6', size: 'phone', theme: 'light' },
  { name: 'replay-desktop-dark', path: '/rounds/6/replay?t=24', size: 'desktop', theme: 'dark', whole: false },
  { name: 'replay-phone-light', path: '/rounds/6/replay?t=24', size: 'phone', theme: 'light' },
  { name: 'file-desktop-dark', path: '/?round_id=6', size: 'desktop', theme: 'dark' },
  { name: 'map-desktop-dark', path: '/maps/fjordworks', size: 'desktop', theme: 'dark' },
  { name: 'map-phone-light', path: '/maps/fjordworks?layer=flow', size: 'phone', theme: 'light' },
  { name: 'players-desktop-light', path: '/players', size: 'desktop', theme: 'light' },
  { name: 'player-desktop-dark', path: `/players/${QUARTZ}`, size: 'desktop', theme: 'dark' },
  { name: 'player-phone-light', path: `/players/${QUARTZ}`, size: 'phone', theme: 'light' },
  { name: 'pairs-desktop-dark', path: '/pairs?rounds=1', size: 'desktop', theme: 'dark' },
  { name: 'pair-desktop-light', path: `/pairs/${TERN}/${QUARTZ}`, size: 'desktop', theme: 'light' },
  { name: 'leaderboards-desktop-dark', path: '/leaderboards', size: 'desktop', theme: 'dark' },
  { name: 'leaderboards-phone-light', path: '/leaderboards', size: 'phone', theme: 'light' },
  { name: 'try-desktop-light', path: '/try', size: 'desktop', theme: 'light', whole: false },
  { name: 'files-desktop-light', path: '/files', size: 'desktop', theme: 'light' },
  { name: 'status-desktop-dark', path: '/status', size: 'desktop', theme: 'dark' },
]
const EMPTY: readonly Shot[] = [
  { name: 'empty-desktop-light', path: '/', size: 'desktop', theme: 'light', whole: false },
  { name: 'empty-phone-dark', path: '/', size: 'phone', theme: 'dark', whole: false },
]

async function photograph(browser: Browser, store: Store, folder: string, shots: readonly Shot[], isFull: boolean) {
  const files = isFull ? sampleFiles() : []
  const served = await installation({ store, page: folder, files, now: () => NOW, instance_role: 'demo' })
  await store.db.updateTable('round_file').set({ imported_at: IMPORTED }).execute()
  for (const { name, path, size, theme, whole = true } of shots) {
    const viewport = SIZES[size]
    const context = await browser.newContext({
      viewport,
      colorScheme: theme,
      locale: 'en-GB',
      timezoneId: 'Europe/Berlin',
      reducedMotion: 'reduce',
    })
    const page = await context.newPage()
    await page.clock.setFixedTime(NOW)
    await page.goto(served.url + path)
    await page.locator('main > *').first().waitFor()
    await page.waitForLoadState('networkidle')
    await page.locator('[aria-busy]').first().waitFor({ state: 'detached' })
    await page.screenshot({ path: join(FOLDER, `${name}.png`), fullPage: whole })
    await context.close()
  }
  await served.close()
}

rmSync(FOLDER, { recursive: true, force: true })
mkdirSync(FOLDER, { recursive: true })
const [browser, built] = await Promise.all([launchChromium(), builtPage()])
for (const [shots, isFull] of [
  [FULL, true],
  [EMPTY, false],
] as const) {
  const store = await openStore({ memory: true })
  await photograph(browser, store, built.folder, shots, isFull)
  await store.close()
}
await browser.close()
built.drop()
