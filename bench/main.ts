/**
 * Measures the program: `npm run bench [-- name...] [--quick]`. The benchmarks take turns, since two at a time would
 * slow each other down; the numbers go to the screen and to results/latest.json.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type PostgresServer, startPostgres } from '../tests/support/postgres-server.ts'
import { api } from './api.ts'
import type { Bench } from './bench.ts'
import { ranAsCase } from './cases.ts'
import { writeCorpora } from './corpus.ts'
import { imports } from './imports.ts'
import { load, machine } from './machine.ts'
import { type Measured, tableOf } from './measured.ts'
import { parse } from './parse.ts'
import { sizes } from './sizes.ts'

const BENCHES: Readonly<Record<string, Bench>> = { parse, import: imports, size: sizes, api }

const RESULTS = join(import.meta.dirname, 'results')
const ROUNDS = { quick: 12, full: 60 } as const

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { quick: { type: 'boolean' } } })
  const unknown = positionals.filter((name) => BENCHES[name] === undefined)
  if (unknown.length > 0) {
    throw new Error(`no benchmark is called ${unknown.join(', ')}; there are: ${Object.keys(BENCHES).join(', ')}`)
  }
  const quick = values.quick === true
  const folder = await mkdtemp(join(tmpdir(), 'proximity-bench-'))
  let server: Promise<PostgresServer> | undefined
  const postgres = async () => {
    server ??= startPostgres({ durable: true })
    return (await server).url
  }
  try {
    const corpora = await writeCorpora(join(folder, 'rounds'), quick ? ROUNDS.quick : ROUNDS.full)
    const about = { ...machine(), quick, measured_at: new Date().toISOString() }
    console.log(`${about.cpus} x ${about.cpu}, Node ${about.node}, load ${about.load}`)
    const measured: Measured[] = []
    for (const [name, bench] of Object.entries(BENCHES)) {
      if (positionals.length > 0 && !positionals.includes(name)) continue
      const found = await bench({ corpora, postgres, folder, quick })
      console.log(`\n${tableOf(found)}\n(load now ${load()})`)
      measured.push(...found)
    }
    await mkdir(RESULTS, { recursive: true })
    await writeFile(join(RESULTS, 'latest.json'), `${JSON.stringify({ ...about, measured }, null, 2)}\n`)
  } finally {
    await (await server)?.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

if (!(await ranAsCase())) await main()
