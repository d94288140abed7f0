import { unixTime } from './clock.ts'
import { noteWritten } from './files.ts'
import { note, quoted } from './report.ts'

type Library = LuaTable<string, unknown>

const pristine = copyOf(_G as unknown as Library)
pristine.delete('arg')
pristine.delete('host_make_folder')

function copyOf(library: Library): Library {
  const copy: Library = new LuaTable()
  for (const [name, member] of library) copy.set(name, member)
  return copy
}

/** New globals for a module: Lua's own libraries, with the clock of the tape and an `os.date` that speaks UTC. */
export function newEnvironment(et: object): Library {
  const environment = copyOf(pristine)
  for (const [name, member] of pristine) {
    if (type(member) === 'table' && name !== '_G') environment.set(name, copyOf(member as Library))
  }
  environment.set('_G', environment)
  environment.set('et', et)
  environment.set('LUA_DIRSEP', '/')
  environment.set('print', (...values: unknown[]) => {
    const texts: string[] = []
    for (const value of values) texts.push(tostring(value))
    note('print', quoted(`${texts.join('\t')}\n`))
  })
  const library = environment.get('os') as Library
  library.set('time', (date?: LuaDateInfo) => (date === undefined ? unixTime() : os.time(date)))
  library.set('date', (format?: string, time?: number) => {
    const [local] = string.gsub(format ?? '%c', '^!', '')
    return os.date(`!${local}`, time ?? unixTime())
  })
  library.set('rename', (from: string, to: string) => {
    noteWritten(to)
    return os.rename(from, to)
  })
  return environment
}
