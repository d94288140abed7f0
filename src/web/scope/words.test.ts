import { expect, test } from 'vitest'
import { NO_SCOPE } from './scope.ts'
import { partsLeftOut, roundsLeftOut, scopeWords } from './words.ts'

const plain = (text: string) => text.replaceAll('\u00a0', ' ')
const NOTHING = {
  rounds: { incomplete: 0, bots: 0, test_mode: 0, clock: 0, without_file: 0 },
  bot_players: 0,
  engagements: { team: 0, no_attacker: 0, bots: 0 },
}

test('a scope is one line', () => {
  expect(scopeWords({ ...NO_SCOPE, range_days: 7, map_name: 'supply', round_number: 2 }, [])).toBe(
    'The last 7 days, supply, round 2',
  )
  expect(scopeWords(NO_SCOPE, [])).toBe('The last 30 days')
  expect(scopeWords({ ...NO_SCOPE, map_name: 'stra\uefdfe', server: 'K\uefe4se' }, [])).toBe(
    'The last 30 days, straße, Käse',
  )
  expect(scopeWords({ ...NO_SCOPE, session_id: 5, server: 'scrim-1' }, [])).toBe('One evening, scrim-1')
})

test('what is left out is said with its number and reason', () => {
  expect(roundsLeftOut(NOTHING)).toBe('')
  expect(plain(roundsLeftOut({ ...NOTHING, rounds: { ...NOTHING.rounds, bots: 1 } }))).toBe('1 round of bots')
  expect(
    plain(roundsLeftOut({ ...NOTHING, rounds: { ...NOTHING.rounds, incomplete: 2, test_mode: 1, clock: 3 } })),
  ).toBe('2 incomplete rounds, 1 round in test mode and 3 rounds with a wrong clock')
  expect(plain(partsLeftOut({ ...NOTHING, bot_players: 2, engagements: { team: 1, no_attacker: 0, bots: 7 } }))).toBe(
    '2 bots, 1 hit by mates only and 7 fights with bots',
  )
})
