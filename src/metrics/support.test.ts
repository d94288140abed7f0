import { expect, test } from 'vitest'
import type { SensorState } from '../format/header.ts'
import { derive } from './derive.ts'
import { anAttacker, anEngagement, aPath, aRound, aTrack, guidOf, type PathPoint, standing } from './round.fixtures.ts'

type Track = ReturnType<typeof aTrack>
type Engagement = ReturnType<typeof anEngagement>

/** The fight of `Fighter` of Allies, who is shot at from 4,000 to 5,000 ms, so in combat until 6,500 ms. */
const fight = anEngagement('Fighter', {
  start_time_ms: 4000,
  end_time_ms: 5000,
  attackers: [anAttacker('Enemy', { first_hit_ms: 4000 })],
})
const fighter = (over: Partial<Track> = {}) =>
  aTrack('Fighter', { team: 'ALLIES', path: standing(0, 10_000, 0, 0), ...over })
const mate = (points: readonly PathPoint[], over: Partial<Track> = {}) =>
  aTrack('Mate', { team: 'ALLIES', path: aPath(points), ...over })

/** Supported points of `Mate`. */
function supported(tracks: readonly Track[], engagements: readonly Engagement[] = [fight]) {
  const { players, roster } = derive(aRound({ engagements, player_tracks: tracks }))
  return players[roster.players.findIndex(({ guid }) => guid === guidOf('Mate'))]?.support_samples
}

test('a mate in combat within 600 units supports, in the plane and at the edge too', () => {
  expect(supported([fighter(), mate([[4500, 360, 480, { z: 9000 }]])])).toBe(1)
  expect(supported([fighter(), mate([[4500, 600.1, 0]])])).toBe(0)
})

test('combat lasts from the first hit until 1.5 s after the last', () => {
  const at = (time_ms: number) => supported([fighter(), mate([[time_ms, 10, 0]])])
  expect([3999, 4000, 6500, 6501].map(at)).toEqual([0, 1, 1, 0])
})

test('an attacker is in combat from his own first hit until 1.5 s after his last', () => {
  const attack = anEngagement('Enemy', {
    target_team: 'AXIS',
    start_time_ms: 2000,
    end_time_ms: 9000,
    attackers: [anAttacker('Fighter', { team: 'ALLIES', first_hit_ms: 3000, last_hit_ms: 4000 })],
  })
  const at = (time_ms: number) => supported([fighter(), mate([[time_ms, 10, 0]])], [attack])
  expect([2999, 3000, 5500, 5501].map(at)).toEqual([0, 1, 1, 0])
})

test('hits within a side are no combat, for neither of the two', () => {
  const accident = anEngagement('Fighter', {
    start_time_ms: 4000,
    end_time_ms: 5000,
    attackers: [anAttacker('Clumsy', { team: 'ALLIES', first_hit_ms: 4000 })],
  })
  const clumsy = aTrack('Clumsy', { team: 'ALLIES', path: standing(0, 10_000, 0, 0) })
  expect(supported([fighter(), clumsy, mate([[4500, 10, 0]])], [accident])).toBe(0)
})

test('enemies in combat do not support, and nobody supports himself', () => {
  expect(supported([fighter({ team: 'AXIS' }), mate([[4500, 10, 0]])])).toBe(0)
  const { summary } = derive(aRound({ engagements: [fight], player_tracks: [fighter()] }))
  expect([summary.support_samples, summary.total_samples]).toEqual([0, 21])
})

test('a mate supports as long as he lives, though his combat would last longer', () => {
  const dead = fighter({ death_time_ms: 5000, path: standing(0, 5000, 0, 0) })
  const at = (time_ms: number) => supported([dead, mate([[time_ms, 10, 0]])])
  expect([5000, 5001].map(at)).toEqual([1, 0])
  const fresh = fighter({ spawn_time_ms: 4500, path: standing(4500, 10_000, 0, 0) })
  expect([4499, 4500].map((time_ms) => supported([fresh, mate([[time_ms, 10, 0]])]))).toEqual([0, 1])
})

test('the place of a mate is his point nearest in time, at most 1,500 ms away; of two equally near the earlier', () => {
  const seen = (...points: PathPoint[]) => supported([fighter({ path: aPath(points) }), mate([[5000, 0, 0]])])
  expect(seen([3500, 0, 0])).toBe(1)
  expect(seen([3499, 0, 0])).toBe(0)
  expect(seen([4700, 0, 0], [5299, 900, 0])).toBe(0)
  expect(seen([4700, 0, 0], [5300, 900, 0])).toBe(1)
})

test('time 0 is a time like any other', () => {
  const early = anEngagement('Fighter', {
    start_time_ms: 0,
    end_time_ms: 0,
    attackers: [anAttacker('Enemy', { first_hit_ms: 0 })],
  })
  expect(supported([fighter(), mate([[0, 10, 0]])], [early])).toBe(1)
})

test('every point of a long life counts', () => {
  const long = Array.from({ length: 5000 }, (_, i): PathPoint => [4000 + (i % 1000), 10, 0])
  expect(supported([fighter(), mate(long)])).toBe(5000)
})

test('at the end of a round a player stands where he stood before the camera', () => {
  const cut = (x: number, camera_x: number) =>
    supported([
      fighter(),
      mate([
        [4400, x, 0],
        [4500, camera_x, 0, { event: 'round_end' }],
      ]),
    ])
  expect(cut(10, 5000)).toBe(2)
  expect(cut(5000, 10)).toBe(0)
})

test('where engagements were not recorded, nothing is said about support', () => {
  const samplesWhen = (engagements: SensorState) => {
    const round = aRound({ player_tracks: [mate([[0, 0, 0]])] })
    return derive({ ...round, sensors: { ...round.sensors, engagements } }).summary.total_samples
  }
  expect((['off', 'failed', 'on', 'unknown'] as const).map(samplesWhen)).toEqual([0, 0, 1, 1])
})
