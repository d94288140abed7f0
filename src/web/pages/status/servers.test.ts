import { expect, test } from 'vitest'
import { type Installation, type Live, type NewestRound, serversOf, stateOf, trackerWords } from './servers.ts'

const AT = '2026-02-19T21:00:00Z'
const LIVE: Live = {
  name: 'scrim-1',
  state: 'answering',
  since: AT,
  asked_at: AT,
  answered_at: AT,
  now: { map_name: 'supply', players: [], most_players: 20, bots: null, time_limit_min: null, needs_password: null },
}
const NEWEST: NewestRound = {
  round_id: 1,
  map_name: 'supply',
  round_number: 2,
  started_unix: 1_771_445_400,
  completeness: 'complete',
  build: 'Proximity 1.0.0',
  build_exact: true,
  imported_at: null,
}
const STORED: Installation = {
  generated_at: AT,
  database: { engine_version: '17.5', size_bytes: 1 },
  servers: [
    { name: 'public', newest_round: NEWEST },
    { name: 'scrim-1', newest_round: NEWEST },
  ],
}

test('a server that is asked and one that rounds come from are one if they have the same name', () => {
  const other = { ...LIVE, name: 'scrim-2' }
  expect(serversOf([LIVE, other], STORED)).toEqual([
    { name: 'scrim-1', live: LIVE, newest_round: NEWEST },
    { name: 'scrim-2', live: other, newest_round: null },
    { name: 'public', live: null, newest_round: NEWEST },
  ])
})

test('as long as it is not known what is stored, nothing is said about it', () => {
  expect(serversOf([LIVE], null)).toEqual([{ name: 'scrim-1', live: LIVE, newest_round: undefined }])
})

test('who plays is told with what is known: zero is not unknown', () => {
  const said = (now: Partial<NonNullable<Live['now']>>) =>
    stateOf({ ...LIVE, now: { ...(LIVE.now as NonNullable<Live['now']>), ...now } }, AT).words.replaceAll('\u00a0', ' ')
  const player = { name: 'a', side: null, score: 0, ping_ms: 0 }
  expect(said({})).toBe('supply, empty')
  expect(said({ players: [player], most_players: null })).toBe('supply, 1 player')
  expect(said({ players: [player, player], bots: 0, time_limit_min: 0, needs_password: false })).toBe(
    'supply, 2 of 20 players',
  )
  expect(said({ players: [player, player], bots: 1, time_limit_min: 12.5, needs_password: true })).toBe(
    'supply, 2 of 20 players, 1 bot, time limit 12:30, with a password',
  )
})

test.each(['silent', 'unreachable', 'unreadable', 'unknown_host'] as const)(
  '%s: since when and what to do',
  (state) => {
    const { mark, words, advice } = stateOf({ ...LIVE, state, now: null, answered_at: null }, AT)
    expect(mark).toBe('bad')
    expect(words).toMatch(/since \d\d:00, no answer since the start/)
    expect(advice).not.toBeNull()
  },
)

test('a build that is only known to be at least so old is told so', () => {
  expect(trackerWords({ ...NEWEST, build: '6.11', build_exact: false })).toMatch(
    /^tracker 6\.11 or a little later, played /,
  )
  expect(trackerWords({ ...NEWEST, build: null, completeness: null })).toMatch(/^tracker unknown, played [^,]+$/)
})
