import { expect, test } from 'vitest'
import { valueWords } from '../../numbers/value-words.ts'
import { counts, fightShares, mateShares } from './figures.ts'

const SUMMARY = {
  total_engagements: 200,
  killed: 123,
  escaped: 50,
  crossfire_events: 50,
  intervals: {
    killed: { low: 0.57, high: 0.66 },
    escaped: { low: 0.21, high: 0.29 },
    crossfire_events: { low: 0.21, high: 0.29 },
  },
  unique_players: 12,
  sample_rounds: 4,
  tracks: 300,
} as Parameters<typeof counts>[0]
const TRADES = {
  events: 120,
  trade_success: 33,
  traded_deaths: 30,
  isolation_deaths: 24,
  intervals: { traded_deaths: { low: 0.2, high: 0.3 }, isolation_deaths: { low: 0.16, high: 0.25 } },
  support_samples: 4127,
  total_samples: 10_000,
} as Parameters<typeof mateShares>[0]

const words = (figures: ReturnType<typeof counts>) =>
  figures.map(({ id, value, basis }) => `${id}: ${valueWords(value)} ${basis}`.replaceAll('\u00a0', ' ').trim())

test('every figure has its unit, its rounding and what it is a part of', () => {
  expect(words(counts(SUMMARY))).toEqual(['fights: 200', 'players: 12', 'rounds: 4'])
  expect(words(fightShares(SUMMARY))).toEqual([
    'kill_rate: 62 % 123 of 200 fights',
    'escape_rate: 25 % 50 of 200 fights',
    'crossfires: 25 % 50 of 200 fights',
  ])
  expect(words(mateShares(TRADES))).toEqual([
    'trades: 25 % 30 of 120 deaths by enemies',
    'isolation_deaths: 20 % 24 of 120 deaths by enemies',
    'support_uptime: 41 % of the time alive',
  ])
  expect(fightShares(SUMMARY)[0]?.value).toMatchObject({ share: { low: 0.57, high: 0.66, n: 200 } })
})

test('zero, too few and not captured are three different displays', () => {
  expect(words(fightShares({ ...SUMMARY, crossfire_events: 0 }))[2]).toBe('crossfires: 0 % 0 of 200 fights')
  expect(words(fightShares({ ...SUMMARY, total_engagements: 4, crossfire_events: 1 }))[2]).toBe(
    'crossfires: not enough yet (4 of 20) 1 of 4 fights',
  )
  expect(words(fightShares({ ...SUMMARY, total_engagements: 0, killed: 0 }))[0]).toMatch('kill_rate: no fights')
  expect(words(counts({ ...SUMMARY, tracks: 0, unique_players: 0 }))[1]).toMatch('players: not captured')
  expect(words(mateShares({ ...TRADES, support_samples: 0, total_samples: 0 }))[2]).toMatch(
    'support_uptime: not captured',
  )
})
