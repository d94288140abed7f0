import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough, Writable } from 'node:stream'
import { run } from './run.ts'
import type { Variables } from './settings/sources.ts'

const PROGRAM = join(import.meta.dirname, '../../proximity')

/** The rounds that the demo shows. */
export const SAMPLES = join(import.meta.dirname, '../../samples')

export interface Ran {
  readonly exitCode: number | null
  readonly out: string
  readonly err: string
}

interface Place {
  readonly environment?: Variables
  readonly folder?: string
  /** What somebody types at the terminal; without it there is none. */
  readonly typed?: string
}

class Collected extends Writable {
  text = ''
  override _write(chunk: Buffer | string, _encoding: BufferEncoding, done: () => void): void {
    this.text += chunk.toString()
    done()
  }
}

/** Runs a command line in this process, with nothing set but what is given. */
export async function runHere(
  args: readonly string[],
  { environment = {}, folder = tmpdir(), typed }: Place = {},
): Promise<Ran> {
  const errors = new Collected()
  const terminal = { isTTY: typed !== undefined }
  const [input, output] = [Object.assign(new PassThrough(), terminal), Object.assign(new Collected(), terminal)]
  input.end(typed)
  const exitCode = await run(args, { environment, folder, input, output, errors })
  return { exitCode, out: output.text, err: errors.text }
}

/** Starts the program as a user does. */
export function startProgram(args: readonly string[], { environment = {}, folder = tmpdir() }: Place = {}) {
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, ...environment }
  const child = spawn(PROGRAM, args, { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] })
  let [out, err] = ['', '']
  child.stdout.on('data', (chunk) => {
    out += chunk
  })
  child.stderr.on('data', (chunk) => {
    err += chunk
  })
  const ended = once(child, 'close').then(([exitCode]): Ran => ({ exitCode, out, err }))
  return {
    child,
    ended,
    /** Waits until the output has so many places that match, or the program has ended. */
    async hasSaid(pattern: RegExp, times: number): Promise<void> {
      const count = () => out.match(pattern)?.length ?? 0
      while (count() < times && child.exitCode === null && child.signalCode === null) {
        await Promise.race([once(child.stdout, 'data'), ended])
      }
    },
    /** Waits until the output has the text, and gives it; fails if the program ends first. */
    async says(text: string): Promise<string> {
      while (!out.includes(text)) {
        const next = await Promise.race([once(child.stdout, 'data'), ended])
        if (!Array.isArray(next) && !out.includes(text)) throw new Error(`it ended without "${text}": ${next.err}`)
      }
      return out
    },
  }
}

/** An empty folder for as long as the work takes. */
export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'proximity-cli-'))
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
