import { createSocket } from 'node:dgram'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type FakeGameServer, fakeGameServer, statusMessage } from './game-server.fixtures.ts'
import { watchGameServers } from './watch.ts'

const TIMEOUT_MS = 150
const good = (challenge: string) => [statusMessage(challenge, { players: ['1 1 "a"'] })]

let server: FakeGameServer
let now = 0
beforeEach(async () => {
  server = await fakeGameServer(good)
  now = 1_000_000
})
afterEach(() => server.close())

const watch = (host = '127.0.0.1', port = server.port) =>
  watchGameServers([{ name: 'scrim-1', host, port }], () => now, TIMEOUT_MS)

test('a server that answers is told with what it says', async () => {
  expect(await watch()()).toEqual([
    {
      name: 'scrim-1',
      state: 'answering',
      since: now,
      asked_at: now,
      answered_at: now,
      now: expect.objectContaining({ map_name: 'supply', players: [expect.objectContaining({ name: 'a' })] }),
    },
  ])
})

test('however many ask, a server is asked once in ten seconds', async () => {
  const latest = watch()
  await Promise.all([latest(), latest(), latest()])
  now += 9_999
  await latest()
  expect(server.asked()).toBe(1)
  now += 1
  await Promise.all([latest(), latest()])
  expect(server.asked()).toBe(2)
})

test('one that falls silent is told with since when, and with when it last answered', async () => {
  const latest = watch()
  const start = now
  await latest()
  server.answer(() => [])
  now += 10_000
  const fallen = now
  await latest()
  now += 10_000
  expect(await latest()).toMatchObject([
    { state: 'silent', since: fallen, asked_at: now, answered_at: start, now: null },
  ])
  server.answer(good)
  now += 10_000
  expect(await latest()).toMatchObject([{ state: 'answering', since: now, answered_at: now }])
})

test('an answer that comes too late is none', async () => {
  server.answer((challenge) => {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, TIMEOUT_MS + 50)
    return good(challenge)
  })
  expect(await watch()()).toMatchObject([{ state: 'silent' }])
})

test('what is malformed, huge or without the challenge is unreadable', async () => {
  const wrong = [
    Buffer.from('hello'),
    Buffer.alloc(60_000, 0xff),
    statusMessage('another'),
    statusMessage('x').subarray(0, 30),
  ]
  for (const message of wrong) {
    server.answer(() => [message])
    expect(await watch()()).toMatchObject([{ state: 'unreadable', now: null }])
  }
})

test('a wrong answer does not keep the right one away', async () => {
  server.answer((challenge) => [statusMessage('guessed', { facts: { mapname: 'forged' } }), ...good(challenge)])
  expect(await watch()()).toMatchObject([{ state: 'answering', now: { map_name: 'supply' } }])
})

test('nobody but the one who was asked can answer, even with the challenge', async () => {
  const other = createSocket('udp4')
  const asker = createSocket('udp4')
  asker.on('message', (message, from) => {
    const [, challenge = ''] = /getstatus (\w+)/.exec(message.toString('latin1')) ?? []
    other.send(statusMessage(challenge, { facts: { mapname: 'forged' } }), from.port, from.address)
  })
  await new Promise<void>((resolve) => asker.bind(0, '127.0.0.1', resolve))
  expect(await watch('127.0.0.1', asker.address().port)()).toMatchObject([{ state: 'silent', now: null }])
  asker.close()
  other.close()
})

test('a port where nothing listens and a name that leads nowhere are told apart', async () => {
  const gone = await fakeGameServer(good)
  gone.close()
  expect(await watch('127.0.0.1', gone.port)()).toMatchObject([{ state: 'unreachable' }])
  expect(await watch('no-such-host.invalid', 27_960)()).toMatchObject([{ state: 'unknown_host' }])
})
