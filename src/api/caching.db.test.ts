import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { eachEngine } from '../../tests/support/databases.ts'
import { EVENING, roundFile } from '../../tests/support/round-files.ts'
import { createImporter } from '../importer/importer.ts'
import { importRounds, NOW, serve } from './served.fixtures.ts'

const SUMMARY = '/api/proximity/summary?session_date=2026-02-18'

eachEngine('kept answers', (store) => {
  test('the same question twice is answered once, and a client that has the answer gets 304', async () => {
    await importRounds(store(), [{}])
    let now = NOW
    const served = await serve(store(), {}, null, () => now)
    const first = await served.ask(SUMMARY)
    now += 60_000
    const second = await served.ask('/api/proximity/summary?range_days=30&session_date=2026-2-18')

    expect(first.headers).toMatchObject({ 'x-cache': 'MISS', 'cache-control': 'no-cache' })
    expect(second.headers['x-cache']).toBe('HIT')
    expect(second.body).toEqual(first.body)
    expect(first.body.generated_at).toBe('2026-02-20T21:30:00.000000Z')

    const tag = String(first.headers.etag)
    expect(tag).toMatch(/^"[0-9a-f]{24}"$/)
    const again = await served.ask(SUMMARY, { headers: { 'if-none-match': `"other", W/${tag}` } })
    expect(again).toMatchObject({ status: 304, text: '' })
    expect((await served.ask(SUMMARY, { headers: { 'if-none-match': '"other"' } })).status).toBe(200)
  })

  test('a new round shows at once, and a new day counts anew', async () => {
    let now = NOW
    const served = await serve(store(), {}, null, () => now)
    const rounds = async (url: string) => (await served.get(url)).sample_rounds
    expect(await rounds(SUMMARY)).toBe(0)
    await importRounds(store(), [{ seed: 1 }])
    expect(await rounds(SUMMARY)).toBe(1)
    await importRounds(store(), [{ seed: 2, start: EVENING + 600 }])
    expect(await rounds(SUMMARY)).toBe(2)

    expect(await rounds('/api/proximity/summary?range_days=2')).toBe(2)
    now += 24 * 3_600_000
    expect(await rounds('/api/proximity/summary?range_days=2')).toBe(0)
  })

  test('a rejected file shows at once in the ledger', async () => {
    const importer = createImporter(store(), { timeZone: 'UTC', maxFileBytes: 1_000_000 })
    const served = await serve(store(), {}, importer)
    expect(await served.get('/api/proximity/files')).toMatchObject({ counts: { rejected: 0 } })
    await importer.upload('2026-02-18-201200-supply-round-1_engagements.txt', Buffer.from('nonsense'))
    const { counts, files } = (await served.get('/api/proximity/files')) as { counts: object; files: object[] }
    expect(counts).toEqual({ imported: 0, superseded: 0, rejected: 1 })
    expect(files).toEqual([expect.objectContaining({ state: 'rejected', reason: expect.any(String), round_id: null })])
  })

  test('a round under its version may be kept for ever, and the version changes with its file', async () => {
    const [id] = await importRounds(store(), [{}])
    const served = await serve(store())
    const path = `/api/proximity/rounds/${id}`
    const { headers, body } = await served.ask(path)
    const version = String(body.version)
    expect(headers).toMatchObject({ 'cache-control': 'no-cache', etag: `"${version}"` })
    expect((await served.ask(`${path}?version=${version}`)).headers['cache-control']).toBe(
      'public, max-age=31536000, immutable',
    )
    expect((await served.ask(`${path}?version=old`)).headers['cache-control']).toBe('no-cache')
    const { rounds } = (await served.get('/api/proximity/rounds')) as { rounds: { version: string }[] }
    expect(rounds[0]?.version).toBe(version)

    // the same round, told at greater length
    await importRounds(store(), [roundFile({ trailer: true })])
    const later = (await served.ask(path)).body
    expect(later.version).not.toBe(version)
  })

  test('answers about two rounds are never taken for each other', async () => {
    const ids = await importRounds(store(), [{}, { seed: 2, start: EVENING + 600 }])
    const served = await serve(store())
    for (const id of [...ids, ...ids]) expect(await served.get(`/api/proximity/rounds/${id}`)).toMatchObject({ id })
  })

  test('large answers are compressed', async () => {
    const [id] = await importRounds(store(), [{}])
    const served = await serve(store())
    const path = `/api/proximity/rounds/${id}`
    const plain = await served.ask(path)
    const unpack = { br: brotliDecompressSync, gzip: gunzipSync }
    for (const encoding of ['br', 'gzip'] as const) {
      const { headers, bytes } = await served.ask(path, { headers: { 'accept-encoding': encoding } })
      expect(headers).toMatchObject({ 'content-encoding': encoding, vary: expect.stringContaining('accept-encoding') })
      expect(unpack[encoding](bytes).equals(plain.bytes)).toBe(true)
    }
  })
})
