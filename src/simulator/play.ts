import { LuaFactory } from 'wasmoon'
import { parseReport, type Report } from './report.ts'

/** What is left when a tape has been played. */
export interface Played {
  /** By name below the game's folder, such as `proximity/x.txt`. */
  readonly files: ReadonlyMap<string, Uint8Array>
  readonly report: Report
}

/** The two programs in Lua: the module that is played, and the emulated engine. */
export interface Programs {
  readonly module: string
  readonly engine: string
}

const MODULE = '/proximity_tracker.lua'
const ENGINE = '/proximity_engine.lua'
const TAPE = '/tape'
const OUT = '/out'
/** The bits of a file's mode that tell what it is, and what a folder has there. */
const FILE_TYPE = 0o170000
const FOLDER = 0o040000

const GAME = `${OUT}/legacy`

/**
 * Plays a tape through a module, in a Lua of its own with files of its own, where `given` lies in the game's folder
 * beforehand. Throws an Error with the line of the tape if that cannot be played.
 */
export async function play(
  { module, engine }: Programs,
  tape: Uint8Array,
  given: ReadonlyMap<string, Uint8Array> = new Map(),
): Promise<Played> {
  const factory = new LuaFactory()
  const { FS: files } = (await factory.getLuaModule()).module
  const made = new Set([''])
  const makeFolder = (path: string) => {
    if (made.has(path)) return
    makeFolder(path.replace(/\/[^/]*$/, ''))
    files.mkdir(path)
    made.add(path)
  }
  files.writeFile(MODULE, module)
  files.writeFile(ENGINE, engine)
  files.writeFile(TAPE, tape)
  for (const [name, bytes] of given) {
    makeFolder(`${GAME}/${name}`.replace(/\/[^/]*$/, ''))
    files.writeFile(`${GAME}/${name}`, bytes)
  }
  const lua = await factory.createEngine({ enableProxy: false, injectObjects: false })
  try {
    lua.global.set('host_make_folder', (path: string) => {
      makeFolder(path)
    })
    lua.doStringSync(`arg = { '${MODULE}', '${TAPE}', '${OUT}' }`)
    lua.doFileSync(ENGINE)
  } finally {
    lua.global.close()
  }
  const all = new Map<string, Uint8Array>()
  collect(files, GAME, '', all)
  return { files: all, report: parseReport(files.readFile(`${OUT}/report.txt`)) }
}

/** As much of the module's file system as is needed here. */
interface Files {
  readdir(path: string): string[]
  stat(path: string): { readonly mode: number }
  readFile(path: string): Uint8Array
}

function collect(files: Files, folder: string, prefix: string, into: Map<string, Uint8Array>): void {
  for (const name of files.readdir(folder).sort()) {
    if (name === '.' || name === '..') continue
    const path = `${folder}/${name}`
    if ((files.stat(path).mode & FILE_TYPE) === FOLDER) collect(files, path, `${prefix}${name}/`, into)
    else into.set(`${prefix}${name}`, files.readFile(path))
  }
}
