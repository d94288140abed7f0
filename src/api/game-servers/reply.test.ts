import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Played, statusMessage } from './game-server.fixtures.ts'
import { statusOf, statusQuestion } from './reply.ts'

const read = (played: Played) => statusOf(statusMessage('abc', played), 'abc')

test('the question is the one of the engine, with a challenge', () => {
  expect(statusQuestion('abc').toString('latin1')).toBe('\xff\xff\xff\xffgetstatus abc\n')
})

test('an answer tells map, players with their sides, bots, limit and password', () => {
  const facts = { P: '1-2-30', omnibot_playing: '1', timelimit: '12.5', g_needpass: '1' }
  const players = ['25 48 "^1Anvil"', '0 0 "Birch"', '3 999 "Cobalt "the" wise"', '-4 12 ""']
  expect(read({ facts, players })).toEqual({
    map_name: 'supply',
    players: [
      { name: '^1Anvil', side: 'AXIS', score: 25, ping_ms: 48 },
      { name: 'Birch', side: 'ALLIES', score: 0, ping_ms: 0 },
      { name: 'Cobalt "the" wise', side: 'SPEC', score: 3, ping_ms: 999 },
      { name: '', side: null, score: -4, ping_ms: 12 },
    ],
    most_players: 20,
    bots: 1,
    time_limit_min: 12.5,
    needs_password: true,
  })
})

test('sides are unknown where they cannot be matched with the players', () => {
  const players = ['1 1 "a"', '1 1 "b"']
  for (const P of ['', '1', '112', '---']) {
    expect(read({ facts: { P }, players })?.players.map(({ side }) => side)).toEqual([null, null])
  }
})

test('what is not told, or no number, is unknown', () => {
  const facts = { sv_maxclients: 'many', omnibot_playing: '-1', timelimit: '1e9', g_needpass: '' }
  expect(read({ facts })).toEqual({
    map_name: 'supply',
    players: [],
    most_players: null,
    bots: null,
    time_limit_min: null,
    needs_password: null,
  })
})

test('a name with a line break hides nobody else, and texts are cut', () => {
  const players = ['1 1 "a', 'b"', `2 2 "${'x'.repeat(500)}"`, 'nonsense', '99999999999 1 "c"']
  const status = read({ players, facts: { mapname: 'm'.repeat(500) } })
  expect(status?.players).toEqual([{ name: 'x'.repeat(100), side: null, score: 2, ping_ms: 2 }])
  expect(status?.map_name).toHaveLength(100)
})

test('there are at most as many players as the engine has places', () => {
  expect(read({ players: Array.from({ length: 500 }, () => '1 1 "a"') })?.players).toHaveLength(64)
})

describe('no answer is', () => {
  test.each([
    ['one to another question', statusMessage('abd')],
    ['one without a challenge', Buffer.from('\xff\xff\xff\xffstatusResponse\n\\mapname\\supply\n', 'latin1')],
    ['one without a map', statusMessage('abc', { facts: { mapname: '' } })],
    ['one of another kind', Buffer.from('\xff\xff\xff\xffinfoResponse\n\\mapname\\supply\\challenge\\abc', 'latin1')],
    ['one that is longer than the engine sends', statusMessage('abc', { players: ['1 1 "a"'.repeat(6_000)] })],
    ['nothing', Buffer.alloc(0)],
  ])('%s', (_, message) => {
    expect(statusOf(message, 'abc')).toBeNull()
  })

  test('any other bytes, which never break the reader', () => {
    const tail = fc.uint8Array({ maxLength: 300 })
    fc.assert(
      fc.property(tail, fc.boolean(), (bytes, hasHead) => {
        const head = hasHead ? statusMessage('abc').subarray(0, 40) : Buffer.alloc(0)
        const status = statusOf(Buffer.concat([head, bytes]), 'abc')
        return status === null || status.map_name !== ''
      }),
    )
  })
})
