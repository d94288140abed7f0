import { describe, expect, test } from 'vitest'
import type { Header } from '../format/header.ts'
import { derive } from './derive.ts'
import { aRound } from './round.fixtures.ts'
import { roundFacts } from './round-facts.ts'

const NAME = '2026-02-19-221022-supply-round-1_engagements.txt'
const NOW = Date.UTC(2026, 1, 20)

function facts(header: Partial<Header>, { build = 'Proximity 1', format = 6, name = NAME } = {}) {
  const round = aRound({}, { header, build, format })
  return roundFacts(name, round, derive(round), { timeZone: 'UTC', now: NOW })
}

const numbered = (header: Partial<Header>, file?: { build?: string; format?: number; name?: string }) => {
  const { round_number, round_number_raw, round_number_reason } = facts(header, file)
  return [round_number, round_number_raw, round_number_reason]
}

describe('the number of a round (L-9)', () => {
  test.each(['3.0', '4.0', '4.1'])('is one more than that of build %s', (build) => {
    const reason = `build ${build} counts from 0`
    expect(numbered({ round_number_raw: 0 }, { build, format: 4 })).toEqual([1, 0, reason])
    expect(numbered({ round_number_raw: 1 }, { build, format: 4 })).toEqual([2, 1, reason])
  })

  test('is that of the file since, and a doubt where build 4.2 calls both 1', () => {
    expect(numbered({ round_number_raw: 2 }, { build: '6.11' })).toEqual([2, 2, null])
    expect(numbered({ round_number_raw: 1 }, { build: '6.11' })).toEqual([1, 1, null])
    const doubt = 'early files of build 4.2 call both rounds 1'
    expect(numbered({ round_number_raw: 1 }, { build: '4.2b', format: 4 })).toEqual([1, 1, doubt])
    expect(numbered({ round_number_raw: 2 }, { build: '4.2b', format: 4 })).toEqual([2, 2, null])
  })

  test('is never below 1', () => {
    const reason = 'a number below 1 is the first round'
    expect(numbered({ round_number_raw: 0 }, { build: '6.11' })).toEqual([1, 0, reason])
    expect(numbered({ round_number_raw: -1 }, { build: '4.1' })).toEqual([1, -1, reason])
  })

  test('is that of the file name where the header has none, else 1', () => {
    const second = NAME.replace('round-1', 'round-2')
    expect(numbered({ round_number_raw: null }, { name: second })).toEqual([2, 2, null])
    expect(numbered({ round_number_raw: 1 }, { name: second })).toEqual([1, 1, null])
    const clocked = { round_number_raw: null, map_name: 'supply', round_start_unix: 1_771_539_000 }
    expect(numbered(clocked, { name: 'a.txt' })).toEqual([1, null, 'no number given'])
  })

  test("is in doubt, for the tracker's reason, where the engine counted neither 0 nor 1", () => {
    const counted = (engine_round: number | null) =>
      numbered({ round_number_raw: 1, engine_round, round_number_reason: 'so it is' })
    expect(counted(0)).toEqual([1, 1, null])
    expect(counted(1)).toEqual([1, 1, null])
    expect(counted(2)).toEqual([1, 1, 'so it is'])
    expect(counted(null)).toEqual([1, 1, 'so it is'])
  })
})

describe('a clock is wrong', () => {
  const exclusion = (unix: number) => facts({ round_start_unix: unix, round_end_unix: null }).exclusion
  const PUBLISHED = Date.UTC(2003, 4, 29) / 1_000
  const TOMORROW = NOW / 1_000 + 86_400

  test('before the game was published, and more than a day ahead (L-36)', () => {
    expect([PUBLISHED - 1, PUBLISHED].map(exclusion)).toEqual(['clock', null])
    expect([TOMORROW, TOMORROW + 1].map(exclusion)).toEqual([null, 'clock'])
  })
})
