import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { memoryStore } from '../../tests/support/databases.ts'
import { ENDPOINTS } from '../contract/endpoints.ts'
import type { Store } from '../store/open.ts'
import { type Served, serve } from './served.fixtures.ts'

const IDLE = { busy: false, imported: 0, rejected: 0, last_import_at: null, last_scan_at: null, last_error: null }

let opened: { store: Store; drop: () => Promise<void> }
let folder: string
let served: Served

beforeAll(async () => {
  opened = await memoryStore()
  folder = mkdtempSync(join(tmpdir(), 'proximity-page-'))
  mkdirSync(join(folder, 'web/assets'), { recursive: true })
  mkdirSync(join(folder, 'web/.hidden'))
  writeFileSync(join(folder, 'web/index.html'), '<!doctype html><title>Proximity</title>')
  writeFileSync(join(folder, 'web/assets/main-1a2b3c4d.js'), 'export {}')
  writeFileSync(join(folder, 'web/.env'), 'SECRET=1')
  writeFileSync(join(folder, 'web/.hidden/a.txt'), 'SECRET=1')
  writeFileSync(join(folder, 'secret.txt'), 'SECRET=1')
  served = await serve(opened.store, { web_dir: join(folder, 'web'), allowed_origins: ['https://scrim.example'] })
})
afterAll(async () => {
  await opened.drop()
  rmSync(folder, { recursive: true })
})

describe('the page', () => {
  test.each(['/', '/index.html', '/evenings/7', '/players', '/replay?round=3'])('is served at %s', async (url) => {
    const { status, text, headers } = await served.ask(url)
    expect(status).toBe(200)
    expect(text).toContain('<title>Proximity</title>')
    expect(headers).toMatchObject({ 'cache-control': 'no-cache', 'content-type': 'text/html; charset=utf-8' })
  })

  test('its hashed files may be kept for ever', async () => {
    const { status, headers } = await served.ask('/assets/main-1a2b3c4d.js')
    expect(status).toBe(200)
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable')
    expect((await served.ask('/assets/main-old.js')).status).toBe(404)
  })

  test.each([
    '/.env',
    '/.hidden/a.txt',
    '/assets/../.env',
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/%2e%2e%2fsecret.txt',
    '/..\\secret.txt',
    '/assets/..%5c..%5csecret.txt',
    '//etc/passwd',
    '/package.json',
    '/.git/config',
    '/api/nothing',
    '/%00',
  ])('%s is not there', async (url) => {
    const { status, text } = await served.ask(url)
    expect(text).not.toContain('SECRET')
    expect(status).toBe(404)
  })

  test('is nothing but itself: no inline script, no other host, no guessing of types', async () => {
    for (const url of ['/', '/assets/main-1a2b3c4d.js', '/api/proximity/summary', '/nothing.txt']) {
      const { headers } = await served.ask(url)
      const policy = String(headers['content-security-policy'])
      expect(policy).toContain("default-src 'none'")
      expect(policy).not.toMatch(/unsafe|https?:/)
      expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' })
    }
  })

  test('without a folder there is none', async () => {
    const bare = await serve(opened.store)
    expect(await bare.ask('/')).toMatchObject({ status: 404, body: { detail: 'Not Found' } })
  })
})

describe('pages from elsewhere', () => {
  const from = (origin: string, method: 'GET' | 'OPTIONS' = 'GET') =>
    served.ask('/api/proximity/summary', { method, headers: { origin } })

  test('may ask if their origin is allowed', async () => {
    const { headers, status } = await from('https://scrim.example')
    expect({ status, origin: headers['access-control-allow-origin'] }).toEqual({
      status: 200,
      origin: 'https://scrim.example',
    })
    expect(headers.vary).toMatch(/^Origin\b/)
    expect(headers['access-control-expose-headers']).toContain('etag')
    expect((await from('https://scrim.example', 'OPTIONS')).status).toBe(204)
  })

  test('may not otherwise', async () => {
    const { headers } = await from('https://scrim.example.evil.example')
    expect(headers['access-control-allow-origin']).toBeUndefined()
    const bare = await serve(opened.store)
    const answer = await bare.ask('/api/proximity/summary', { headers: { origin: 'https://scrim.example' } })
    expect(answer.headers['access-control-allow-origin']).toBeUndefined()
  })
})

describe('the limit of requests', () => {
  test('is far from what a page needs, however often it is loaded', async () => {
    for (let load = 0; load < 10; load++) {
      for (const { path } of ENDPOINTS.filter(({ method }) => method === 'GET')) {
        expect((await served.ask(path.replace(/:\w+/, '1'))).status, path).not.toBe(429)
      }
      for (let file = 0; file < 10; file++) expect((await served.ask('/assets/main-1a2b3c4d.js')).status).toBe(200)
    }
  })

  test('says when to come back, and does not count files', async () => {
    const few = await serve(opened.store, { requests_per_minute: 3, web_dir: join(folder, 'web') })
    for (let i = 0; i < 3; i++) expect((await few.ask('/api/proximity/summary')).status).toBe(200)
    const { status, headers, body } = await few.ask('/api/proximity/summary')
    expect(status).toBe(429)
    expect(body.detail).toMatch(/^More than 3 requests in a minute\./)
    expect(Number(headers['retry-after'])).toBeGreaterThan(0)
    expect(Number(headers['retry-after'])).toBeLessThanOrEqual(60)
    expect((await few.ask('/%61pi/proximity/summary')).status).toBe(429)
    for (let i = 0; i < 10; i++) expect((await few.ask('/')).status).toBe(200)
    expect((await few.ask('/health')).status).toBe(200)
  })
})

describe('visitors behind a proxy', () => {
  const third = async (trusted_proxies: readonly string[]) => {
    const one = await serve(opened.store, { requests_per_minute: 2, trusted_proxies })
    const from = async (visitor: string) =>
      (await one.ask('/api/proximity/summary', { headers: { 'x-forwarded-for': visitor } })).status
    return [await from('203.0.113.7'), await from('203.0.113.7'), await from('203.0.113.8')]
  }

  test('have a limit of their own each, if the proxy is trusted', async () => {
    expect(await third(['127.0.0.1'])).toEqual([200, 200, 200])
  })

  test('are one visitor otherwise, whatever the request says', async () => {
    expect(await third([])).toEqual([200, 200, 429])
    expect(await third(['203.0.113.1'])).toEqual([200, 200, 429])
  })
})

describe('the documents', () => {
  test('describe every endpoint with its parameters and its answer', async () => {
    const document = (await served.get('/openapi.json')) as {
      openapi: string
      paths: Record<string, Record<string, { parameters?: { name: string; schema: object }[]; responses: object }>>
    }
    expect(document.openapi).toBe('3.1.0')
    for (const { method, path, query, ...rest } of ENDPOINTS) {
      const operation = document.paths[path.replace(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()]
      const params = 'params' in rest ? Object.keys(rest.params.shape) : []
      const names = [...params, ...Object.keys(query.shape)]
      expect((operation?.parameters ?? []).map(({ name }) => name).sort(), path).toEqual(names.sort())
      expect(operation?.responses, path).toMatchObject({
        200: { content: { 'application/json': { schema: { type: 'object', properties: expect.any(Object) } } } },
      })
    }
    const paths = ENDPOINTS.map(({ path }) => path.replace(/:(\w+)/g, '{$1}'))
    expect(Object.keys(document.paths).sort()).toEqual([...new Set(paths)].sort())
  })

  test('have no reference that leads nowhere', async () => {
    const { text } = await served.ask('/openapi.json')
    expect(text).not.toContain('"$ref"')
  })

  test('can be tried out without any other host', async () => {
    const { status, text, headers } = await served.ask('/docs')
    expect(status).toBe(200)
    const addresses = [...text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address as string)
    for (const address of addresses) {
      expect(address).toMatch(/^\/docs\//)
      expect((await served.ask(address)).status).toBe(200)
    }
    expect(text).not.toMatch(/<script>|<style>| on\w+=/)
    expect(String(headers['content-security-policy'])).toContain("default-src 'none'; script-src 'self';")
    expect(String(headers['content-security-policy'])).not.toMatch(/unsafe|https?:/)
  })
})

describe('those who watch', () => {
  test('get figures', async () => {
    await served.ask('/api/proximity/summary')
    const { status, text, headers } = await served.ask('/metrics')
    expect(status).toBe(200)
    expect(headers['content-type']).toMatch(/^text\/plain/)
    expect(text).toMatch(/^proximity_database_up 1$/m)
    expect(text).toMatch(
      /proximity_http_request_duration_seconds_count\{route="\/api\/proximity\/summary",method="GET"/,
    )
    expect(text).toMatch(/^process_cpu_user_seconds_total/m)
  })

  test('read what was ready, what the importer did, and no address', async () => {
    const importer = {
      upload: () => Promise.reject(new Error('none')),
      status: () => ({ ...IDLE, imported: 3, rejected: 2 }),
    }
    const { ask } = await serve(opened.store, {}, importer)
    for (const map of ['supply', 'radar', 'supply']) await ask(`/api/proximity/maps/${map}`)
    const { text } = await ask('/metrics')
    expect(text).toMatch(/^proximity_importer_files\{state="imported"\} 3$/m)
    expect(text).toMatch(/^proximity_importer_files\{state="rejected"\} 2$/m)
    expect(text).toMatch(/^proximity_http_cache_total\{result="miss"\} 2$/m)
    expect(text).toMatch(/^proximity_http_cache_total\{result="hit"\} 1$/m)
    expect(text).not.toContain('radar')
  })

  test('are told of an import that fails, and of uploads only where they are imported', async () => {
    const importer = {
      upload: () => Promise.reject(new Error('none')),
      status: () => ({ ...IDLE, last_error: 'no disk' }),
    }
    const failing = await serve(opened.store, { upload_token: 'x' }, importer)
    const { text, body } = await failing.ask('/api/status')
    expect(body).toMatchObject({ status: 'degraded', database: 'ok', uploads: true, importer: { failing: true } })
    expect(text).not.toContain('no disk')
    const idle = await serve(opened.store, { upload_token: 'x' })
    expect(await idle.get('/api/status')).toMatchObject({ status: 'online', uploads: false })
    for (const path of ['/api/status', '/health', '/ready', '/metrics']) {
      expect((await idle.ask(path)).headers['cache-control'], path).toBe('no-store')
    }
  })

  test('read who the instance is', async () => {
    const named = await serve(opened.store, { instance_name: 'scrim box', instance_role: 'test', version: '1.2.3' })
    expect(await named.get('/api/status')).toMatchObject({
      status: 'online',
      service: 'proximity',
      version: '1.2.3',
      instance_name: 'scrim box',
      instance_role: 'test',
      database: 'ok',
      schema: 'current',
      engine: 'pglite',
      importer: null,
    })
  })

  test('find each request in the log with its query, its time and its id, and nobody’s address', async () => {
    const { headers } = await served.ask('/api/proximity/summary?map_name=supply', {
      remoteAddress: '203.0.113.7',
      headers: { 'x-request-id': 'forged' },
    })
    const line = served.lines.find(({ request_id }) => request_id === headers['x-request-id'])
    expect(line).toMatchObject({
      url: '/api/proximity/summary?map_name=supply',
      method: 'GET',
      status: 200,
      duration_ms: expect.any(Number),
      cache: 'MISS',
    })
    expect(JSON.stringify(served.lines)).not.toMatch(/203\.0\.113\.7|forged/)
  })
})
