import type { Setting } from './setting.ts'
import { SETTINGS } from './table.ts'

/** The page that describes every setting, as Markdown. */
export function settingsDocument(): string {
  const rows = Object.values<Setting>(SETTINGS).map((setting) => {
    const standard = setting.default === '' ? '(empty)' : `\`${setting.default}\``
    return `| \`${setting.name}\` | ${standard} | ${setting.meaning} | ${setting.allowed} |`
  })
  return `# Settings

Settings are environment variables. They can also stand in a file \`.env\` in the working directory, one \`NAME=value\` a
line; the environment wins over the file, and an empty value counts as none. A wrong value stops the start with one
sentence. \`proximity config\` shows every setting, its value and where it comes from.

This page is made from the table in [src/cli/settings/table.ts](../src/cli/settings/table.ts) by
\`npm run docs\`.

| name | default | meaning | allowed |
|---|---|---|---|
${rows.join('\n')}
`
}
