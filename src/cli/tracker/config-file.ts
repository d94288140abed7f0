import { allowedText, luaValue, PROFILES, TRACKER_SENSORS, TRACKER_SETTINGS } from '../../format/tracker-settings.ts'

/** The name by which the tracker looks for its settings, in the mod folder. */
export const CONFIG_FILE = 'proximity_config.lua'

const WIDTH = 100

/** A first config file: every setting as a comment with its default, but for those that are given. */
export function configFile(given: Readonly<Record<string, string>>): string {
  const settings = TRACKER_SETTINGS.map((setting) => {
    const value = given[setting.name]
    const line = `${setting.name} = ${luaValue(value ?? setting.default)},`
    return `  -- ${setting.meaning} (${allowedText(setting)})\n  ${value === undefined ? '-- ' : ''}${line}`
  })
  return `-- Settings of the tracker Proximity, read whenever a map is loaded or restarted.
-- A line that begins with two dashes is a comment, and shows the default: take the dashes away to change it.
-- A console variable proximity_NAME, such as proximity_profile, wins over this file.
return {
${settings.join('\n\n')}

  -- Single sensors, whatever the profile has. The smallest profile with each:
${sensors()}
  -- sensors = { comm_events = true, aim_lock = false },
}
`
}

/** The names of the sensors as comments, below the smallest profile that has them. */
function sensors(): string {
  return [...PROFILES.toReversed(), 'none']
    .map((profile) => {
      const names = Object.keys(TRACKER_SENSORS).filter((name) => (TRACKER_SENSORS[name]?.at(-1) ?? 'none') === profile)
      return wrapped(`${profile}: ${names.join(', ')}`)
    })
    .join('\n')
}

function wrapped(text: string): string {
  const lines: string[] = []
  let line = '  --  '
  for (const word of text.split(' ')) {
    if (line.length + 1 + word.length > WIDTH) {
      lines.push(line)
      line = '  --    '
    }
    line += ` ${word}`
  }
  return [...lines, line].join('\n')
}
