// Compiles the tracker and the emulated engine to dist/. What was there before stays until a new one is whole.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = join(import.meta.dirname, '..')
const COMPILER = fileURLToPath(import.meta.resolve('typescript-to-lua/dist/tstl.js'))
const CACHE = join(ROOT, 'node_modules/.cache')
/** Stands in src/tracker/version.ts for the build's hash. */
const PLACEHOLDER = '@BUILD@'
const HASH_DIGITS = 8

/** Compiles one program; gives false, with the compiler's words on the console, if it cannot be compiled. */
async function compile(part: 'tracker' | 'engine', folder: string): Promise<boolean> {
  const name = `proximity_${part}.lua`
  // the compiler takes a bundle's path as one from its output folder, node_modules/.cache/tsc
  const args = [COMPILER, '-p', `tsconfig/${part}.json`, '--luaBundle', `../${basename(folder)}/${name}`]
  const compiler = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] })
  const words: Buffer[] = []
  for (const output of [compiler.stdout, compiler.stderr]) output.on('data', (some: Buffer) => words.push(some))
  const [code, signal] = await once(compiler, 'close')
  if (code !== 0) {
    const why = signal === null ? '' : `: the compiler ended by ${signal}`
    process.stderr.write(
      `${Buffer.concat(words)}src/${folderOf(part)} cannot be compiled; dist/${name} is as it was${why}\n`,
    )
    return false
  }
  const path = join(folder, name)
  await writeFile(path, stamped(await readFile(path, 'utf8')))
  await rename(path, join(ROOT, 'dist', name))
  return true
}

function folderOf(part: 'tracker' | 'engine'): string {
  return part === 'tracker' ? 'tracker' : 'simulator/engine'
}

/** The text with its own hash in place of the placeholder: the same sources give the same file. */
function stamped(text: string): string {
  return text.replaceAll(PLACEHOLDER, createHash('sha256').update(text).digest('hex').slice(0, HASH_DIGITS))
}

await mkdir(CACHE, { recursive: true })
await mkdir(join(ROOT, 'dist'), { recursive: true })
const folder = await mkdtemp(join(CACHE, 'lua-'))
try {
  const done = await Promise.all([compile('tracker', folder), compile('engine', folder)])
  if (done.includes(false)) process.exitCode = 1
} finally {
  await rm(folder, { recursive: true, force: true })
}
