import { expect, expectTypeOf, test } from 'vitest'
import { ApiError } from './api-error.ts'
import { createClient } from './client.ts'

function answering(status: number, body: string) {
  const asked: string[] = []
  const client = createClient('http://127.0.0.1:7000', async (url: string, _init: { signal?: AbortSignal }) => {
    asked.push(url)
    return { ok: status < 400, status, text: async () => body }
  })
  return { client, asked }
}

test('a question becomes an address: parts of the path, parameters, nothing for what is not given', async () => {
  const { client, asked } = answering(200, '{}')
  await client.get('/api/proximity/players/:guid', {
    params: { guid: 'a/b c' },
    query: { map_name: 'te_&=', round_number: 0 },
  })
  await client.get('/api/proximity/summary', { query: { session_date: null, server: undefined } })
  await client.get('/health')
  expect(asked).toEqual([
    'http://127.0.0.1:7000/api/proximity/players/a%2Fb%20c?map_name=te_%26%3D&round_number=0',
    'http://127.0.0.1:7000/api/proximity/summary',
    'http://127.0.0.1:7000/health',
  ])
})

test.each([
  [404, '{"detail":"Event not found"}', 'Event not found', null],
  [503, '{"detail":"Not now.","error_id":"abc"}', 'Not now.', 'abc'],
  [422, '{"detail":[{"loc":["query","limit"],"msg":"no number","type":"x"}]}', 'limit: no number', null],
  [502, '<html>Bad Gateway</html>', 'The server answered 502.', null],
])('an answer of %i is an ApiError', async (status, body, message, id) => {
  const { client } = answering(status, body)
  const failed = client.get('/api/proximity/event/:event_id', { params: { event_id: 1 } })
  await expect(failed).rejects.toThrow(ApiError)
  await expect(failed).rejects.toMatchObject({ status, message, id })
})

test('a signal ends a question', async () => {
  const client = createClient('', async (_url: string, { signal }: { signal?: AbortSignal }) => {
    signal?.throwIfAborted()
    return { ok: true, status: 200, text: async () => '{}' }
  })
  await expect(client.get('/api/status', { signal: AbortSignal.abort() })).rejects.toThrow('aborted')
})

test('what is asked and what is answered has a type', () => {
  const client = createClient('', fetch)
  const ask = () => client.get('/api/proximity/hotzones', { query: { map_name: 'supply' } })
  expectTypeOf<Awaited<ReturnType<typeof ask>>['hotzones'][number]['kills']>().toEqualTypeOf<number>()
  // @ts-expect-error there is no such address
  expectTypeOf(() => client.get('/api/proximity/hotzone')).toBeFunction()
  // @ts-expect-error hot zones have no limit
  expectTypeOf(() => client.get('/api/proximity/hotzones', { query: { limit: 3 } })).toBeFunction()
  // @ts-expect-error an engagement needs its number
  expectTypeOf(() => client.get('/api/proximity/event/:event_id')).toBeFunction()
})
