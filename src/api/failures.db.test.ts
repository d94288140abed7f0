import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { eachEngine, memoryStore, serverStore } from '../../tests/support/databases.ts'
import { roundFile } from '../../tests/support/round-files.ts'
import { ENDPOINTS } from '../contract/endpoints.ts'
import { addressOf, edited, importRounds, serve } from './served.fixtures.ts'

const DATA = ENDPOINTS.filter(({ path, method }) => method === 'GET' && path.startsWith('/api/proximity/'))

/** Words that only the database knows. */
const SPOKEN = /select|relation|derived_|rounds"|column|postgres|ECONN|driver/i

eachEngine('failures', (store, engine) => {
  test('a failed query is 503 with an id, and the log alone says what happened to which request', async () => {
    await importRounds(store(), [{}])
    const served = await serve(store())
    await sql`alter table derived_round rename to derived_gone`.execute(store().db)
    const { status, body, text, headers } = await served.ask('/api/proximity/summary?map_name=supply')
    await sql`alter table derived_gone rename to derived_round`.execute(store().db)

    expect(status).toBe(503)
    expect(body).toEqual({ detail: expect.any(String), error_id: headers['x-request-id'] })
    expect(text).not.toMatch(SPOKEN)
    expect(headers['cache-control']).toBe('no-store')
    const line = served.lines.find(({ msg }) => msg === 'request failed')
    expect(line).toMatchObject({
      request_id: body.error_id,
      method: 'GET',
      url: '/api/proximity/summary?map_name=supply',
      err: { stack: expect.stringContaining('derived_round') },
    })
    expect((await served.ask('/api/proximity/summary?map_name=supply')).status).toBe(200)
  })

  test('a fault of the program is 500 with an id, and none of its words', async () => {
    const fails = () => {
      throw new Error('words of the program')
    }
    const served = await serve(store(), {}, { upload: fails, status: fails })
    const { status, body, text, headers } = await served.ask('/api/status')
    expect({ status, body }).toEqual({
      status: 500,
      body: { detail: expect.any(String), error_id: headers['x-request-id'] },
    })
    expect(text).not.toContain('words of the program')
    expect(JSON.stringify(served.lines)).toContain('words of the program')
  })

  test('without the database every question is 503 without a word of it, and the process lives', async () => {
    const { store: gone, drop } = engine === 'pglite' ? await memoryStore() : await serverStore()
    const served = await serve(gone)
    await drop()
    for (const { path } of DATA) {
      const { status, text } = await served.ask(addressOf(path))
      expect(status, path).toBe(503)
      expect(text, path).not.toMatch(SPOKEN)
    }
    expect(await served.ask('/health')).toMatchObject({ status: 200, body: { status: 'ok' } })
    expect(await served.ask('/ready')).toMatchObject({ status: 503, body: { database: 'unavailable', schema: null } })
    expect(await served.ask('/metrics')).toMatchObject({
      status: 200,
      text: expect.stringMatching(/^proximity_database_up 0$/m),
    })
    expect(await served.get('/api/status')).toMatchObject({ status: 'degraded', database: 'unavailable', counts: null })
  })

  test('a schema that is not of this version is not ready', async () => {
    const served = await serve(store())
    expect(await served.ask('/ready')).toMatchObject({ status: 200, body: { status: 'ok', schema: 'current' } })
    const [last] = await store().db.selectFrom('schema_migration').selectAll().orderBy('name', 'desc').execute()
    if (last === undefined) throw new Error('no schema')
    await store().db.deleteFrom('schema_migration').where('name', '=', last.name).execute()
    expect(await served.ask('/ready')).toMatchObject({ status: 503, body: { schema: 'outdated' } })
    await store().db.insertInto('schema_migration').values(last).execute()
  })

  test('what is not there is 404, also with numbers that no column can hold', async () => {
    const served = await serve(store())
    const missing = ['event/1', 'event/-1', 'event/9007199254740991', 'rounds/1', 'rounds/2147483647', 'players/nobody']
    for (const path of missing) expect((await served.ask(`/api/proximity/${path}`)).status, path).toBe(404)
    expect((await served.ask('/api/proximity/event/1')).body).toEqual({ detail: 'Event not found' })
    expect((await served.ask('/api/proximity/event/abc')).body).toEqual({
      detail: [{ loc: ['path', 'event_id'], msg: 'value is not a valid integer', type: 'type_error.integer' }],
    })
    for (const path of ['/api/proximity/summary/', '/api/nothing', '/nothing', '/api']) {
      expect(await served.ask(path), path).toMatchObject({ status: 404, body: { detail: 'Not Found' } })
    }
  })

  test('only questions are allowed', async () => {
    const served = await serve(store())
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const) {
      const { status, body, headers } = await served.ask('/api/proximity/summary', { method })
      expect({ status, body }).toEqual({ status: 405, body: { detail: 'Method Not Allowed' } })
      expect(headers.allow).toBe('GET, HEAD')
    }
    const head = await served.ask('/api/proximity/summary', { method: 'HEAD' })
    expect(head).toMatchObject({ status: 200, text: '' })
    expect(head.headers.etag).toBeDefined()
  })

  test('addresses without an end and broken ones are refused', async () => {
    const served = await serve(store())
    expect((await served.ask(`/api/proximity/summary?map_name=${'x'.repeat(5_000)}`)).status).toBe(414)
    expect(await served.ask('/api/proximity/players/%zz')).toMatchObject({
      status: 400,
      body: { detail: expect.any(String) },
    })
    expect((await served.ask(`/api/proximity/maps/${'x'.repeat(200)}`)).status).toBe(200)
    expect((await served.ask(`/api/proximity/maps/${'x'.repeat(201)}`)).status).toBe(400)
  })

  test('an empty database answers everything', async () => {
    const served = await serve(store())
    for (const { path } of DATA) {
      const { status, body } = await served.ask(addressOf(path))
      // a map is a scope, and a scope may be empty
      if (path.includes(':') && !path.includes(':map_name')) expect(status, path).toBe(404)
      else expect({ path, status }).toEqual({ path, status: 200 })
      if ('status' in body) {
        expect(body, path).toMatchObject({
          status: 'prototype',
          ready: false,
          message: 'Proximity pipeline not connected.',
        })
      }
    }
  })

  test('markup, quotes and directions in names stay text', async () => {
    const names = ['<img src=x onerror=alert(1)>', `"'><script>1</script>`, '{{7*7}}%24{7*7}', '\u202egnp.exe']
    const file = edited(roundFile(), (text) =>
      ['Birch', 'Cobalt', 'Dune', 'Ember'].reduce((rest, name, i) => rest.replaceAll(name, names[i] as string), text),
    )
    const [id] = await importRounds(store(), [file])
    const served = await serve(store())
    const found = new Set<string>()
    for (const { path } of DATA) {
      const { headers, text, status } = await served.ask(addressOf(path, id))
      expect(status, path).toBe(200)
      expect(headers['content-type']).toBe('application/json; charset=utf-8')
      expect(headers['x-content-type-options']).toBe('nosniff')
      for (const name of names) if (text.includes(JSON.stringify(name))) found.add(name)
    }
    expect(found.size).toBe(names.length)
    const { players } = (await served.get(`/api/proximity/players?search=${encodeURIComponent('<IMG SRC')}`)) as {
      players: { name: string }[]
    }
    expect(players.map(({ name }) => name)).toEqual([names[0]])
  })
})
