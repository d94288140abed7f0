import { total } from './counters.ts'
import { fail } from './failure.ts'

const READ = 0
const APPEND = 2
const APPEND_SYNC = 3

/** Handles are shared with the engine, which holds the first. */
const FIRST_HANDLE = 2
const LAST_HANDLE = 63

/** What the C library keeps before it writes, in bytes. */
const BUFFER = 4096

interface Opened {
  readonly file: LuaFile
  readonly mode: number
  /** Written by the module, but not yet to the disk: lost when the process dies. */
  waiting: string[]
  waitingBytes: number
}

const handles = new LuaTable<number, Opened>()
/** Names that were written below the folder; a listing asks whether they are still there. */
const written = new LuaTable<string, boolean>()
const folders = new LuaTable<string, boolean>()

let root = ''

/** The folder of the game, into which modules write. */
export function setRoot(path: string): void {
  root = path
  makeFolder(path)
}

export function makeFolder(path: string): void {
  if (folders.has(path)) return
  folders.set(path, true)
  if (host_make_folder !== undefined) {
    host_make_folder(path)
  } else {
    const [escaped] = string.gsub(path, "'", "'\\''")
    os.execute(`mkdir -p '${escaped}'`)
  }
}

/** Below the folder, without a leading slash; undefined for a name that the engine refuses. */
function pathOf(name: string): string | undefined {
  const [up] = string.find(name, '..', 1, true)
  const [stream] = string.find(name, '::', 1, true)
  if (up !== undefined || stream !== undefined) return undefined
  const [relative] = string.gsub(name, '^/+', '')
  return relative
}

function refuseProtected(name: string): void {
  const [protectedEnd] = string.match(string.lower(name), '%.(%w+)$')
  if (protectedEnd === 'so' || protectedEnd === 'dll' || protectedEnd === 'pk3') fail(`${name} may not be written`)
}

function makeFolderOf(relative: string): void {
  const [folder] = string.match(relative, '^(.*)/')
  if (folder !== undefined) makeFolder(`${root}/${folder}`)
}

/** Handle and length; 0 and -1 if it fails. */
export function openFile(name: string, mode: number): LuaMultiReturn<[number, number]> {
  if (mode !== READ && mode !== 1 && mode !== APPEND && mode !== APPEND_SYNC) fail(`no mode of opening: ${mode}`)
  if (mode !== READ) refuseProtected(name)
  const relative = pathOf(name)
  if (relative === undefined || relative === '') return $multi(0, -1)
  let handle = FIRST_HANDLE
  while (handles.has(handle)) handle++
  if (handle > LAST_HANDLE) fail('none free: all file handles are taken')
  if (mode !== READ) makeFolderOf(relative)
  const [file] = io.open(`${root}/${relative}`, mode === READ ? 'rb' : mode === 1 ? 'wb' : 'ab')
  if (file === undefined) return $multi(0, -1)
  let length = 0
  if (mode === READ) {
    const [size] = file.seek('end')
    // a folder opens on some systems, and cannot be read
    if (size === undefined || size > 2 ** 52) {
      file.close()
      return $multi(0, -1)
    }
    length = size
    file.seek('set')
  } else {
    file.setvbuf('no')
    written.set(relative, true)
  }
  handles.set(handle, { file, mode, waiting: [], waitingBytes: 0 })
  return $multi(handle, length)
}

/** So many bytes, up to the first NUL. */
export function readFile(handle: number, count: number): string {
  const opened = handles.get(handle)
  if (opened === undefined || opened.mode !== READ) return ''
  const text = (opened.file.read(count) as string | undefined) ?? ''
  const [end] = string.find(text, '\0', 1, true)
  return end === undefined ? text : string.sub(text, 1, end - 1)
}

/** The number of bytes written: 0 without a file. */
export function writeFile(data: string, count: number, handle: number): number {
  const opened = handles.get(handle)
  if (opened === undefined || opened.mode === READ) return 0
  if (count > data.length) error(`count ${count} of ${data.length} bytes: the engine would write foreign memory`)
  if (count <= 0) return 0
  opened.waiting.push(count === data.length ? data : string.sub(data, 1, count))
  opened.waitingBytes += count
  total.bytes += count
  if (opened.mode === APPEND_SYNC || opened.waitingBytes >= BUFFER) flush(opened)
  return count
}

function flush(opened: Opened): void {
  opened.file.write(table.concat(opened.waiting))
  opened.waiting = []
  opened.waitingBytes = 0
}

export function closeFile(handle: number): void {
  const opened = handles.get(handle)
  if (opened === undefined) return
  flush(opened)
  opened.file.close()
  handles.delete(handle)
}

/** Gives no result: whether it worked shows in opening the file. */
export function renameFile(from: string, to: string): void {
  const [source, target] = [pathOf(from), pathOf(to)]
  if (source === undefined || target === undefined) return
  refuseProtected(to)
  makeFolderOf(target)
  os.rename(`${root}/${source}`, `${root}/${target}`)
  written.set(target, true)
}

/** What a module did with Lua's own functions, so that a listing finds it. */
export function noteWritten(path: string): void {
  if (string.sub(path, 1, root.length + 1) === `${root}/`) written.set(string.sub(path, root.length + 2), true)
}

/** Names in a folder with this ending, without the folder; "/" lists folders. Only what was written in this play. */
export function listFiles(folder: string, ending: string): string[] {
  const prefix = folder === '' ? '' : `${folder}/`
  const found = new LuaTable<string, boolean>()
  const names: string[] = []
  const add = (name: string) => {
    const short = string.sub(name, 1, 63)
    if (!found.has(short)) names.push(short)
    found.set(short, true)
  }
  for (const [path] of written) {
    if (string.sub(path, 1, prefix.length) === prefix && exists(path)) {
      const name = string.sub(path, prefix.length + 1)
      const [inner] = string.match(name, '^([^/]+)/')
      if (ending === '/' && inner !== undefined) add(inner)
      if (ending !== '/' && inner === undefined && endsIn(name, ending)) add(name)
    }
  }
  return names.sort((a, b) => (a < b ? -1 : 1))
}

function endsIn(name: string, ending: string): boolean {
  return ending === '' || string.sub(name, -ending.length) === ending
}

function exists(relative: string): boolean {
  const [file] = io.open(`${root}/${relative}`, 'rb')
  file?.close()
  return file !== undefined
}

/** The process ends: what waits is written. */
export function closeFiles(): void {
  for (const handle of openHandles()) closeFile(handle)
}

/** The process dies: what waits is lost. */
export function dropFiles(): void {
  for (const handle of openHandles()) {
    handles.get(handle)?.file.close()
    handles.delete(handle)
  }
}

function openHandles(): number[] {
  const open: number[] = []
  for (const [handle] of handles) open.push(handle)
  return open
}
