import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { PGlite } from '@electric-sql/pglite'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest'

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new Client(url)
  try {
    await client.connect()
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

let embedded: PGlite
beforeAll(async () => {
  embedded = await PGlite.create()
})
afterAll(() => embedded.close())

test('the shared server and the embedded database both answer', async () => {
  expect(await ask(inject('databaseUrl'), 'select 1 as one')).toEqual([{ one: 1 }])
  expect((await embedded.query('select 1 as one')).rows).toEqual([{ one: 1 }])
})

test.skipIf(process.env.TEST_DATABASE_URL)('the started server sorts text like the embedded database', async () => {
  const words = `select word from unnest(array['b', 'ä', 'A', 'a', 'B', '^1a']) as word order by word`
  expect(await ask(inject('databaseUrl'), words)).toEqual((await embedded.query(words)).rows)
})

test('a server does not outlive a process that was killed', async () => {
  const start = `
    const { startPostgres } = await import('${import.meta.dirname}/postgres-server.ts')
    console.log((await startPostgres()).url)
    setInterval(() => {}, 1000)`
  const owner = spawn(process.execPath, ['--input-type=module', '--eval', start], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = await once(owner.stdout, 'data')
  const url = String(line).trim()
  expect(await ask(url, 'select 1 as one')).toEqual([{ one: 1 }])

  owner.kill('SIGKILL')
  await vi.waitFor(() => expect(ask(url, 'select 1')).rejects.toThrow('ECONNREFUSED'), 10_000)
})
