import { expect, test } from 'vitest'
import { aFight, aRound, aTrack } from '../../round/round.fixtures.ts'
import { lanesOf } from './lanes.ts'

const counts = (round: Parameters<typeof lanesOf>[0], player: number | null) =>
  lanesOf(round, player).map(({ marks }) => (marks === null ? null : marks.length))

test('a line of the timeline that the file does not have is none, one on which nothing happened is empty', () => {
  expect(counts(aRound(), null)).toEqual([0, null, null, null, null, null])
  expect(counts(aRound({ sensors: { deaths: 'on', revives: 'on', game_events: 'on' } }), null)).toEqual([
    ...[0, 0, 0, 0],
    ...[null, null],
  ])
})

test('for one player the timeline shows what he had a part in', () => {
  const tracks = [0, 1].map((no) =>
    aTrack(no, [
      [0, 0, 0],
      [3000, 0, 0],
    ]),
  )
  const round = aRound({ tracks, engagements: [aFight(), aFight({ id: 2, target: 2, end_time_ms: 4000 })] })
  expect(counts(round, null).slice(0, 2)).toEqual([2, 2])
  // as target, as killer and as attacker, as victim
  expect(counts(round, 0).slice(0, 2)).toEqual([1, 1])
  expect(counts(round, 1).slice(0, 2)).toEqual([2, 2])
  expect(counts(round, 3).slice(0, 2)).toEqual([0, 0])
})
