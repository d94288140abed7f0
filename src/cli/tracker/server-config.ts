/** The engine reads these values into buffers of 256 bytes and loses the rest in silence. */
export const VALUE_LIMIT = 255

/** What between the names of lua_modules ends one. */
const SEPARATORS = /[\s,;]+/

/** A place in a config file of the server where one of the variables about Lua modules is set. */
export interface Assignment {
  readonly variable: 'lua_modules' | 'lua_allowedmodules' | 'g_luamodulelist'
  readonly line: number
  /** The text up to the value, such as `setl lua_modules`. */
  readonly command: string
  readonly value: string
}

const QUOTED_OR_COMMENT = /("[^"\n]*")|\/\/[^\n]*|\/\*[\s\S]*?\*\//g
// what the engine takes as the end of a command; a config of the competition kind has `init {` before it
const ASSIGNMENT =
  /(?<=^|[;{\n])[ \t]*((?:set[asul]?[ \t]+)?"?(lua_modules|lua_allowedModules|g_luaModuleList)"?)[ \t]+(?:"([^"\n]*)"?|([^;\n]*))/gi

/** Every assignment in the text of a config file, in its order. Names of variables are lower case. */
export function assignmentsIn(text: string): Assignment[] {
  const bare = text.replace(QUOTED_OR_COMMENT, (all, quoted) => quoted ?? all.replace(/[^\n]/g, ' '))
  return [...bare.matchAll(ASSIGNMENT)].map((match) => {
    const [, command = '', variable = '', quoted, plain = ''] = match
    return {
      variable: variable.toLowerCase() as Assignment['variable'],
      line: bare.slice(0, match.index).split('\n').length,
      command: command.replace(/[ \t]+/g, ' '),
      value: quoted ?? plain.trim(),
    }
  })
}

/** The names in a value of lua_modules, as they stand there. */
export function modulesIn(value: string): string[] {
  return value.split(SEPARATORS).filter((name) => name !== '')
}

/** A module's path below the mod folder: the engine adds the suffix where it is missing. */
export function pathOf(module: string): string {
  return module.toLowerCase().endsWith('.lua') ? module : `${module}.lua`
}

/** True if the value ends in a way that crashes the server when it loads a map. */
export function endsInSeparator(value: string): boolean {
  return /[\s,;]$/.test(value)
}
