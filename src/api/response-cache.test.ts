import { expect, test } from 'vitest'
import { isCurrent, type MadeAnswer, ResponseCache } from './response-cache.ts'

const answer = (key: string, json = key): MadeAnswer => ({ key, json, control: 'no-cache', tag: null })

test('who asks while an answer is being made waits for the same one', async () => {
  const cache = new ResponseCache(1_000)
  let made = 0
  const ask = () =>
    cache.get('a', async () => {
      made += 1
      await Promise.resolve()
      return answer('a')
    })
  const [first, second] = await Promise.all([ask(), ask()])
  expect([made, first.isHit, second.isHit]).toEqual([1, false, true])
  expect(second.body).toBe(first.body)
})

test('what was not asked for longest goes first when there is no room', async () => {
  const cache = new ResponseCache(30)
  const hit = async (key: string) => (await cache.get(key, async () => answer(key, key.repeat(4)))).isHit
  await hit('a')
  await hit('b')
  expect(await hit('a')).toBe(true)
  await hit('c')
  await hit('d')
  expect([await hit('d'), await hit('a'), await hit('b')]).toEqual([true, true, false])
})

test('an answer larger than all the room is given and not kept', async () => {
  const cache = new ResponseCache(10)
  const ask = () => cache.get('a', async () => answer('a', 'x'.repeat(100)))
  expect((await ask()).body.json).toHaveLength(100)
  expect((await ask()).isHit).toBe(false)
})

test('an answer of newer data than asked for is kept as such', async () => {
  const cache = new ResponseCache(1_000)
  await cache.get('1 summary', async () => answer('2 summary'))
  expect((await cache.get('2 summary', async () => answer('never'))).isHit).toBe(true)
  expect((await cache.get('1 summary', async () => answer('2 summary'))).isHit).toBe(false)
})

test('an answer that comes in place of itself takes no room of others', async () => {
  const cache = new ResponseCache(100)
  await cache.get('a', async () => answer('a'))
  for (let version = 0; version < 50; version++) await cache.get(`${version} b`, async () => answer('b'))
  expect((await cache.get('a', async () => answer('a'))).isHit).toBe(true)
})

test('a failure is not kept', async () => {
  const cache = new ResponseCache(1_000)
  await expect(cache.get('a', () => Promise.reject(new Error('no database')))).rejects.toThrow('no database')
  expect((await cache.get('a', async () => answer('a'))).isHit).toBe(false)
})

test.each([
  [undefined, false],
  ['"abc"', true],
  ['W/"abc"', true],
  ['"x", "abc"', true],
  ['*', true],
  ['abc', false],
  ['"abcd"', false],
])('a copy with the tag %j is current: %s', (given, expected) => {
  expect(isCurrent(given, 'abc')).toBe(expected)
})
