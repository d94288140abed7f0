import { join, relative } from 'node:path'
import type { Context } from '../context.ts'
import { EXIT, type ExitCode } from '../exit-code.ts'
import { builtTracker } from '../lua-programs.ts'
import { printable } from '../printable.ts'
import { CONFIG_FILE, configFile } from '../tracker/config-file.ts'
import { checkModFolder, serverConfigs, textOf, writeWhole } from '../tracker/mod-folder.ts'
import { moduleAdvice, type ServerConfig } from '../tracker/module-advice.ts'
import { MODULE_FILE, signatureOf, versionOf } from '../tracker/module-file.ts'
import { assignmentsIn, modulesIn, pathOf } from '../tracker/server-config.ts'
import { UserError } from '../user-error.ts'

/** The tracker takes no longer name of a folder. */
const LONGEST_FOLDER = 60

/** Puts the tracker into the mod folder of a game server, and says what its config needs. */
export async function installTracker(context: Context, { to }: { readonly to: string }): Promise<ExitCode> {
  const folder = context.path(to)
  const tracker = await builtTracker()
  const version = versionOf(tracker)
  if (version === undefined) throw new UserError(`dist/${MODULE_FILE} states no build: make it with npm run build:lua`)
  const given = settingsFor(context, folder)
  await checkModFolder(to, folder)
  const configs = await serverConfigs(to, folder)
  const module = await placeFor(folder, configs)
  const before = await textOf(join(folder, module))
  const old = before === undefined ? undefined : versionOf(before)
  if (before !== undefined && old === undefined) {
    throw new UserError(
      `${join(to, module)} is a tracker of another kind: move it away first, and this one takes its place`,
    )
  }

  if (before !== tracker) await writeWhole(join(folder, module), tracker)
  context.print(`${printable(join(to, module))}  ${changeOf(before === tracker, old, version)}`)
  const config = join(folder, CONFIG_FILE)
  const hasConfig = (await textOf(config)) !== undefined
  if (!hasConfig) await writeWhole(config, configFile(given))
  const shown = printable(join(to, CONFIG_FILE))
  context.print(`${shown}  ${hasConfig ? 'is left as it is' : newConfig(given)}`)

  const advice = moduleAdvice(configs, {
    module,
    signature: signatureOf(tracker),
    ...(before === undefined ? {} : { replaced: signatureOf(before) }),
    lists: await listsOf(folder, configs),
  })
  for (const line of advice) context.print(printable(line))
  context.print('The server loads it with its next map, and then says on its console where it writes.')
  return EXIT.done
}

/** Settings of the tracker that follow from those of this project: whose rounds they are, and where they are looked for. */
function settingsFor(context: Context, folder: string): Record<string, string> {
  const { serverName, importFolder } = context.settings()
  const output = `${relative(folder, importFolder).replaceAll('\\', '/')}/`
  const isBelow = !output.startsWith('/') && !output.includes('..') && !/^\w:/.test(output)
  return {
    ...(serverName === '' ? {} : { server_name: serverName }),
    ...(isBelow && output !== 'proximity/' && output.length <= LONGEST_FOLDER ? { output_dir: output } : {}),
  }
}

/** The mod folder itself, unless the server loads the tracker from a folder in it. */
async function placeFor(folder: string, configs: readonly ServerConfig[]): Promise<string> {
  for (const { variable, value } of configs.flatMap(({ text }) => assignmentsIn(text))) {
    if (variable !== 'lua_modules') continue
    for (const path of modulesIn(value).map(pathOf)) {
      const isTracker = path.endsWith(`/${MODULE_FILE}`) && !path.includes('..')
      if (isTracker && (await textOf(join(folder, path))) !== undefined) return path
    }
  }
  return MODULE_FILE
}

/** The texts of the lists that g_luaModuleList names, as far as they are here. */
async function listsOf(folder: string, configs: readonly ServerConfig[]): Promise<Map<string, string>> {
  const lists = new Map<string, string>()
  for (const { variable, value } of configs.flatMap(({ text }) => assignmentsIn(text))) {
    if (variable !== 'g_luamodulelist' || value === '' || value.includes('..')) continue
    const text = (await textOf(join(folder, value))) ?? (await textOf(join(folder, '../etmain', value)))
    if (text !== undefined) lists.set(value, text)
  }
  return lists
}

function newConfig(given: Readonly<Record<string, string>>): string {
  const texts = Object.entries(given).map(([name, value]) => `${name} ${printable(value)}`)
  return `is new: every setting with its default${texts.length === 0 ? '' : `, but for ${texts.join(' and ')}`}`
}

function changeOf(same: boolean, old: string | undefined, version: string): string {
  if (same) return `is ${version} already`
  return old === undefined ? `is new: ${version}` : `was ${old}, is ${version}`
}
