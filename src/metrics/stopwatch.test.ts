import { expect, test } from 'vitest'
import { mapResult, type PlayedRound, playsOf, type RoundEnd } from './stopwatch.ts'

const end = (winner_team: string | null, end_reason = 'objective'): RoundEnd => ({
  ...{ end_reason, winner_team },
  defender_team: 'AXIS',
})
const taken = end('ALLIES')
const held = end('AXIS', 'time_limit')
const attackersGaveUp = end('AXIS', 'surrender')
const defendersGaveUp = end('ALLIES', 'surrender')
const brokenOff = end(null, 'restart')

test.each([
  [taken, taken, 'attacked_second'],
  [taken, held, 'attacked_first'],
  [held, taken, 'attacked_second'],
  [held, held, 'both_held'],
  [taken, attackersGaveUp, 'attacked_first'],
  [held, attackersGaveUp, 'attacked_first'],
  [taken, defendersGaveUp, 'attacked_second'],
  [held, defendersGaveUp, 'attacked_second'],
  [attackersGaveUp, taken, 'attacked_second'],
  [attackersGaveUp, held, 'unknown'],
  [defendersGaveUp, held, 'attacked_first'],
  [defendersGaveUp, taken, 'unknown'],
  [null, taken, 'unknown'],
  [taken, null, 'unknown'],
  [brokenOff, taken, 'unknown'],
  [taken, end(null), 'unknown'],
  [taken, { ...held, defender_team: null }, 'unknown'],
] as const)('a map of %o and %o: %s', (first, second, expected) => {
  expect(mapResult(first, second)).toBe(expected)
})

/** `supply 1` is a first round, `supply 2!` a second one that was broken off, `supply 1?` one of an unsure number. */
function played(text: string): PlayedRound {
  const [map_name = '', number = ''] = text.split(' ')
  return {
    ...{ map_name, round_number: Number(number[0]), is_number_sure: !number.endsWith('?') },
    end: number.endsWith('!') ? brokenOff : taken,
  }
}

test.each([
  [
    ['supply 1', 'supply 2', 'radar 1', 'radar 2'],
    ['complete 0 1', 'complete 2 3'],
  ],
  [
    ['supply 1', 'radar 1', 'radar 2'],
    ['first_only 0 -', 'complete 1 2'],
  ],
  [
    ['supply 2', 'radar 1'],
    ['second_only - 0', 'first_only 1 -'],
  ],
  [
    ['supply 1', 'radar 2'],
    ['first_only 0 -', 'second_only - 1'],
  ],
  // the same map twice, and a first round again
  [
    ['supply 1', 'supply 2', 'supply 1', 'supply 2'],
    ['complete 0 1', 'complete 2 3'],
  ],
  [
    ['supply 1', 'supply 1', 'supply 2'],
    ['first_only 0 -', 'complete 1 2'],
  ],
  // restarts
  [['supply 1', 'supply 2!', 'supply 2'], ['complete 0 2 (1)']],
  [['supply 1!', 'supply 1', 'supply 2'], ['complete 1 2 (0)']],
  [
    ['supply 1!', 'radar 1'],
    ['broken_off - - (0)', 'first_only 1 -'],
  ],
  [
    ['supply 1', 'supply 1!', 'supply 2'],
    ['first_only 0 -', 'second_only - 2 (1)'],
  ],
  [
    ['supply 1', 'supply 2', 'supply 2!'],
    ['complete 0 1', 'broken_off - - (2)'],
  ],
  // files that may call both rounds the first
  [
    ['supply 1?', 'supply 1?', 'supply 1?'],
    ['unsure 0 1', 'first_only 2 -'],
  ],
  [
    ['supply 1?', 'radar 1?', 'supply 1?'],
    ['first_only 0 -', 'first_only 1 -', 'first_only 2 -'],
  ],
])('%j are played as %j', (rounds, expected) => {
  const plays = playsOf(rounds.map(played)).map(({ pairing, first, second, broken_off }) => {
    const rest = broken_off.length === 0 ? '' : ` (${broken_off.join()})`
    return `${pairing} ${first ?? '-'} ${second ?? '-'}${rest}`
  })
  expect(plays).toEqual(expected)
})
