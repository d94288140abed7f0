import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { SECTIONS, type Section } from '../../src/format/sections.ts'
import { allowedText, PROFILES, TRACKER_SENSORS, TRACKER_SETTINGS } from '../../src/format/tracker-settings.ts'

const PAGE = join(import.meta.dirname, '../../docs/tracker.md')

/** The page about the tracker: written by hand, but for the tables between two marks. */
export function trackerDocument(): string {
  const page = readFileSync(PAGE, 'utf8')
  return Object.entries({ settings: settingsTable(), sensors: sensorsTable() }).reduce(withTable, page)
}

function withTable(page: string, [name, table]: readonly [string, string]): string {
  const marks = new RegExp(`(<!-- ${name}: made by npm run docs -->\n)[^]*?(<!-- end -->)`)
  if (!marks.test(page)) throw new Error(`docs/tracker.md has no place for the table of ${name}`)
  return page.replace(marks, (_, begin, end) => `${begin}\n${table}\n\n${end}`)
}

function settingsTable(): string {
  const rows = TRACKER_SETTINGS.map((setting) => {
    const standard = setting.default === '' ? '(empty)' : `\`${setting.default}\``
    return `| \`${setting.name}\` | ${standard} | ${allowedText(setting)} | ${setting.meaning} |`
  })
  return ['| name | default | allowed | meaning |', '|---|---|---|---|', ...rows].join('\n')
}

function sensorsTable(): string {
  const rows = Object.entries(TRACKER_SENSORS).map(([sensor, profiles]) => {
    const sections = (SECTIONS as readonly Section[])
      .filter(({ capability, key }) => (capability ?? key) === sensor)
      .map(({ name }) => `[${name}](format.md#${name.toLowerCase()})`)
    const marks = PROFILES.map((profile) => (profiles.includes(profile) ? 'x' : ''))
    return `| \`${sensor}\` | ${sections.join(', ')} | ${marks.join(' | ')} |`
  })
  const head = `| sensor | sections | ${PROFILES.map((profile) => `\`${profile}\``).join(' | ')} |`
  return [head, `|---|---|${PROFILES.map(() => ':-:|').join('')}`, ...rows].join('\n')
}
