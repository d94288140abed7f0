import { expect, test } from 'vitest'
import { eachEngine } from '../../tests/support/databases.ts'
import { roundFile } from '../../tests/support/round-files.ts'
import { createImporter } from '../importer/importer.ts'
import { type Served, serve } from './served.fixtures.ts'

const TOKEN = 'a token for this test only'
const FILE = roundFile()

function post(served: Served, { name = FILE.name, token = TOKEN, body = Buffer.from(FILE.bytes) } = {}) {
  const headers = { 'content-type': 'text/plain', ...(token === '' ? {} : { authorization: `Bearer ${token}` }) }
  return served.ask(`/api/proximity/files?name=${encodeURIComponent(name)}`, { method: 'POST', headers, body })
}

eachEngine('an upload', (store) => {
  const importer = () => createImporter(store(), { timeZone: 'UTC', maxFileBytes: 50_000_000 })

  test('is off without a token, and says so', async () => {
    const served = await serve(store(), {}, importer())
    expect(await post(served)).toMatchObject({
      status: 403,
      body: { detail: 'Uploads are off: this server has no upload token.' },
    })
    expect(await served.get('/api/status')).toMatchObject({ uploads: false, counts: { files: { imported: 0 } } })
  })

  test.each(['', 'wrong', `${TOKEN}x`, TOKEN.slice(1)])('with the token %j is refused', async (token) => {
    const served = await serve(store(), { upload_token: TOKEN }, importer())
    expect(await post(served, { token })).toMatchObject({ status: 401, body: { detail: expect.any(String) } })
    expect(await served.get('/api/proximity/files')).toMatchObject({ files: [] })
    expect(JSON.stringify(served.lines)).not.toContain(TOKEN)
  })

  test('goes the way of every file: once into the data, always into the ledger', async () => {
    const served = await serve(store(), { upload_token: TOKEN }, importer())
    const { status, body, headers } = await post(served)
    expect({ status, body }).toMatchObject({ status: 201, body: { state: 'imported', reason: null } })
    expect(headers['cache-control']).toBe('no-store')
    expect(await post(served)).toMatchObject({ status: 200, body: { state: 'unchanged', round_id: body.round_id } })
    expect(await served.get(`/api/proximity/rounds/${body.round_id}`)).toMatchObject({ file: { name: FILE.name } })
    expect(await served.get('/api/status')).toMatchObject({
      status: 'online',
      uploads: true,
      newest_file: { name: FILE.name, state: 'imported' },
      importer: { imported: 1, failing: false },
    })
  })

  test('that is no round file is 422 with the reason', async () => {
    const served = await serve(store(), { upload_token: TOKEN }, importer())
    expect(await post(served, { body: Buffer.from('nonsense') })).toMatchObject({
      status: 422,
      body: { state: 'rejected', reason: expect.any(String), round_id: null },
    })
  })

  test.each(['../../etc/passwd', 'a/b_engagements.txt', 'a\\b_engagements.txt', ''])(
    'under the name %j is refused',
    async (name) => {
      const served = await serve(store(), { upload_token: TOKEN }, importer())
      expect((await post(served, { name })).status).toBe(400)
    },
  )

  test('beyond the limit of size is refused', async () => {
    const served = await serve(store(), { upload_token: TOKEN, upload_limit_bytes: 1_000 }, importer())
    expect(await post(served)).toMatchObject({ status: 413, body: { detail: expect.any(String) } })
  })

  test('of somebody without the token is refused before it is read, however large', async () => {
    const served = await serve(store(), { upload_token: TOKEN, upload_limit_bytes: 1_000 }, importer())
    expect((await post(served, { token: 'wrong' })).status).toBe(401)
  })

  test('to a process that imports nothing is refused', async () => {
    const served = await serve(store(), { upload_token: TOKEN })
    expect((await post(served)).status).toBe(403)
  })
})
