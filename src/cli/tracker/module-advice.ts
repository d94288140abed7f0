import { basename } from 'node:path/posix'
import { type Assignment, assignmentsIn, endsInSeparator, modulesIn, pathOf, VALUE_LIMIT } from './server-config.ts'

/** A config file of the game server. */
export interface ServerConfig {
  /** As it is shown. */
  readonly name: string
  readonly text: string
}

/** What the server must be told of the module. */
export interface Installed {
  /** The name for lua_modules: a path below the mod folder. */
  readonly module: string
  /** What lua_allowedModules wants: the file's SHA-1 in upper case. */
  readonly signature: string
  /** The same of the file that was there before. */
  readonly replaced?: string
  /** The texts of the lists that g_luaModuleList names, by its value. */
  readonly lists: ReadonlyMap<string, string>
}

/** Lines that say what to change in the server's config, with the lines to write. It is never written here. */
export function moduleAdvice(configs: readonly ServerConfig[], installed: Installed): string[] {
  const lines: string[] = []
  let listed = false
  for (const { name, text } of configs) {
    for (const assignment of lastOfEach(assignmentsIn(text))) {
      const at = `${name}, line ${assignment.line}`
      if (assignment.variable === 'lua_allowedmodules') lines.push(...ofAllowed(at, assignment, installed))
      else {
        listed ||= assignment.variable === 'lua_modules' || assignment.value !== ''
        const advise = assignment.variable === 'lua_modules' ? ofModules : ofList
        lines.push(...advise(at, assignment, installed))
      }
    }
  }
  if (!listed) {
    lines.push(
      'no config file here sets lua_modules: add this line to the one that the server executes, such as server.cfg',
      `    set lua_modules "${installed.module}"`,
    )
  }
  return lines
}

/** Of several assignments in one file the last one counts. */
function lastOfEach(assignments: readonly Assignment[]): Assignment[] {
  return [...new Map(assignments.map((one) => [one.variable, one])).values()]
}

function ofModules(at: string, { command, value }: Assignment, { module }: Installed): string[] {
  const names = modulesIn(value)
  const ours = names.filter((name) => basename(pathOf(name)) === basename(module))
  const faults: string[] = []
  if (ours.length === 0) faults.push('does not list the tracker')
  if (ours.length > 1) faults.push('lists the tracker twice')
  const wrong = ours.find((name) => pathOf(name) !== module)
  if (wrong !== undefined) faults.push(`lists ${wrong}, and the file is ${module} (the folder belongs to the name)`)
  if (endsInSeparator(value)) faults.push('ends with a separator, which crashes the server when it loads a map')
  if (value.length > VALUE_LIMIT)
    faults.push(`has ${value.length} characters, of which the server reads ${VALUE_LIMIT}`)
  if (faults.length === 0) return [`${at}: lists the tracker already`]
  const first = names.findIndex((name) => ours.includes(name))
  const others = names.filter((name) => !ours.includes(name))
  const wanted = others.toSpliced(first === -1 ? others.length : first, 0, module).join(' ')
  return [`${at}: ${faults.join('; ')}. Write instead`, `    ${command} "${wanted}"`, ...tooLong(wanted)]
}

function tooLong(value: string): string[] {
  if (value.length <= VALUE_LIMIT) return []
  return [
    `    but this has ${value.length} characters, and the server reads ${VALUE_LIMIT}: put the names into a text file, one a`,
    '    line, and name it in g_luaModuleList instead',
  ]
}

function ofAllowed(at: string, { command, value }: Assignment, { signature, replaced }: Installed): string[] {
  if (value.trim() === '') return []
  if (value.includes(signature)) return [`${at}: allows the tracker already`]
  const known = replaced !== undefined && value.includes(replaced)
  const wanted = known ? value.replace(replaced, signature) : `${value.trim()} ${signature}`
  const long =
    wanted.length > VALUE_LIMIT
      ? [`    but this has ${wanted.length} characters, and the server reads ${VALUE_LIMIT}: take a signature out`]
      : []
  return [
    `${at}: only listed modules are loaded, and the tracker is not one of them. Write instead`,
    `    ${command} "${wanted}"`,
    ...long,
  ]
}

function ofList(at: string, { value }: Assignment, { module, lists }: Installed): string[] {
  if (value === '') return []
  const text = lists.get(value)
  if (text !== undefined && modulesIn(text).some((name) => pathOf(name) === module)) {
    return [`${at}: lua_modules does not count, and the list ${value} has the tracker already`]
  }
  const missing = text === undefined ? ' (which is not in this folder)' : ''
  return [
    `${at}: lua_modules does not count, since g_luaModuleList is set. Add to ${value}${missing} the line`,
    `    ${module}`,
  ]
}
