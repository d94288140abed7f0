import { expect, test } from 'vitest'
import type { Value } from './figure.ts'
import { counted, milliseconds } from './format.ts'
import type { Share } from './interval.ts'
import { boundsWords, doubtOf, doubtWords, shortWords, valueWords } from './value-words.ts'

const measure = (low: number | null, high: number | null, n: number): Value => ({
  ...{ kind: 'measure', value: 412, write: milliseconds },
  band: { low, high, n },
})

const shareOf = (value: number, n: number, low = 0, high = 1): Share => ({ value, low, high, n })

const plain = (text: string) => text.replaceAll('\u00a0', ' ')

test.each<[string, Value, words: string, short: string]>([
  ['zero', { kind: 'count', count: 0 }, '0', '0'],
  ['a way', { kind: 'count', count: 1200, write: (value) => counted(value, 'unit') }, '1,200 units', '1,200 units'],
  ['few of few', { kind: 'count', count: 2, of: 5 }, '2 of 5', '2 of 5'],
  ['a share of nothing', { kind: 'share', share: shareOf(0, 90) }, '0 %', '0 %'],
  ['a share of few', { kind: 'share', share: shareOf(0.5, 4) }, 'not enough yet (4 of 20)', '4 of 20'],
  [
    'a share of few rounds',
    { kind: 'share', share: shareOf(0.5, 4), least: 10 },
    'not enough yet (4 of 10)',
    '4 of 10',
  ],
  ['a share of rounds', { kind: 'share', share: shareOf(0.5, 12), least: 10 }, '50 %', '50 %'],
  ['a part', { kind: 'part', value: 0.41 }, '41 %', '41 %'],
  ['a time', measure(300, 500, 90), '412 ms', '412 ms'],
  ['nothing to take it of', { kind: 'none', reason: 'no fights' }, 'no fights', 'no fights'],
  ['not captured', { kind: 'not_captured', reason: 'switched off' }, 'not captured: switched off', 'not captured'],
  ['failed', { kind: 'failed' }, 'failed', 'failed'],
  ['unknown', { kind: 'unknown' }, '–', '–'],
])('%s has words of its own', (_, value, words, short) => {
  expect(plain(valueWords(value))).toBe(words)
  expect(plain(shortWords(value))).toBe(short)
})

test.each<[Value, string]>([
  [{ kind: 'share', share: shareOf(0.314, 90, 0.255, 0.38) }, '26 to 38 %, n 90'],
  [{ kind: 'share', share: shareOf(0.5, 4) }, ''],
  [measure(300, 500, 90), '300 ms to 500 ms, n 90'],
  [measure(300, null, 90), '300 ms or more, n 90'],
  [measure(null, null, 3), 'no interval yet, n 3'],
  [{ kind: 'count', count: 7 }, ''],
])('an interval has its ends as far as they are known', (value, words) => {
  expect(plain(boundsWords(value))).toBe(words)
})

test('the less there is, the fainter a number is, and one without an interval says why', () => {
  const share = (n: number): Value => ({ kind: 'share', share: shareOf(0.5, n) })
  expect([4, 20, 99, 100].map((n) => doubtOf(share(n)))).toEqual(['none', 'few', 'few', 'enough'])
  expect([4, 20, 99, 100].map((n) => doubtOf(measure(1, 2, n)))).toEqual(['few', 'few', 'few', 'enough'])
  expect(doubtOf({ kind: 'failed' })).toBe('failed')
  expect(plain(doubtWords(share(4)))).toBe('So far 4 cases; a share needs 20.')
  expect(plain(doubtWords({ kind: 'count', count: 2, of: 5, share: shareOf(0.4, 5, 0.18, 0.67) }))).toBe(
    'Too few cases for a share: it may be 18 to 67 % (80 % interval).',
  )
  expect(doubtWords({ kind: 'count', count: 0, of: 0, share: shareOf(0, 0) })).toBe('There was no case.')
  expect(doubtWords({ kind: 'count', count: 2, of: 5 })).toBe(doubtWords({ kind: 'count', count: 7 }))
  expect(doubtWords({ kind: 'count', count: 7 })).toMatch('no interval')
  expect(plain(doubtWords({ kind: 'count', count: 10, of: 50, share: shareOf(0.2, 50, 0.14, 0.28) }))).toBe(
    'That is 20 %; 80 % interval: 14 to 28 %.',
  )
  expect(doubtWords({ kind: 'failed' })).toMatch('broke')
  expect(doubtWords({ kind: 'unknown' })).toMatch('cannot be told')
})
