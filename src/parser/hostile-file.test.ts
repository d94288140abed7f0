import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const SCRIPT = fileURLToPath(new URL('hostile-file.fixtures.ts', import.meta.url))
/** Megabytes of memory for what is not bytes: no hostile file needs more. */
const HEAP = 384
// enough for a slow machine, and less than any time that grows with the square of the file
const TIMEOUT_MS = 40_000

interface Outcome {
  readonly accepted: number
  readonly reported: number
  readonly problem_count: number
  readonly sections: number
  readonly cpu_ms: number
}

async function outcome(kind: string): Promise<Outcome> {
  const options = [`--max-old-space-size=${HEAP}`, SCRIPT, kind]
  const { stdout } = await promisify(execFile)(process.execPath, options, { timeout: TIMEOUT_MS })
  return JSON.parse(stdout)
}

test.each<[kind: string, expected: Partial<Outcome>]>([
  ['one line without end', { accepted: 0, reported: 1 }],
  ['lines of garbage', { accepted: 0, reported: 10_000_000 }],
  ['sound rows without end', { accepted: 1_000_000, reported: 9_000_000 }],
  ['comments without end', { accepted: 0, reported: 0, sections: 1 }],
  ['sections without end', { sections: 1_001 }],
  ['one section again and again', { sections: 2 }],
  ['header keys without end', { sections: 1 }],
  ['fights without end', { accepted: 100_000 }],
  ['lives without end', { accepted: 100_000 }],
  ['points without end', { accepted: 11 }],
  ['empty points', { accepted: 1 }],
  ['attackers without end', { accepted: 1 }],
  ['many fights of many attackers', { accepted: 1_954 }],
  ['weapons without a colon', { accepted: 100_000 }],
  ['separators in names', { accepted: 0 }],
  ['names of broken letters', { accepted: 100_000, reported: 0 }],
  ['lists without end', { accepted: 999 }],
  ['ids without end', { accepted: 0 }],
])(
  'a file of %s is read to its end with little memory',
  async (kind, expected) => {
    expect(await outcome(kind)).toMatchObject(expected)
  },
  TIMEOUT_MS,
)

test(
  'names made to collide cost no more than others',
  async () => {
    const [differ, collide] = [await outcome('names that differ'), await outcome('names that collide')]
    expect([differ.accepted, collide.accepted]).toEqual([100_000, 100_000])
    expect(collide.cpu_ms).toBeLessThan(5 * differ.cpu_ms)
  },
  TIMEOUT_MS,
)
