import { expect, test } from 'vitest'
import { derive } from './derive.ts'
import { anAttacker, anEngagement, aRound, aTrack, guidOf, standing } from './round.fixtures.ts'

// `Victim` of Allies dies at 10,000 ms beside `Mate`, killed by `Killer` of Axis.
const DEATH = 10_000
const death = anEngagement('Victim', {
  start_time_ms: 9000,
  end_time_ms: DEATH,
  attackers: [anAttacker('Killer', { first_hit_ms: 9000 })],
  killer: 'Killer',
})

function baitsWith({ until = 20_000, x = 10 }, ...engagements: ReturnType<typeof anEngagement>[]) {
  const mate = aTrack('Mate', { team: 'ALLIES', death_time_ms: until, path: standing(0, until, x, 0) })
  const { players, roster } = derive(aRound({ engagements: [death, ...engagements], player_tracks: [mate] }))
  const own = players[roster.players.findIndex(({ guid }) => guid === guidOf('Mate'))]
  return [own?.bait_chances, own?.baits]
}

const onKiller = (first_hit_ms: number, last_hit_ms = first_hit_ms) =>
  anEngagement('Killer', {
    target_team: 'AXIS',
    attackers: [anAttacker('Mate', { team: 'ALLIES', first_hit_ms, last_hit_ms })],
  })
const onMate = (start_time_ms: number, end_time_ms: number, team: 'AXIS' | 'ALLIES' = 'AXIS') =>
  anEngagement('Mate', {
    start_time_ms,
    end_time_ms,
    attackers: [anAttacker('Other', { team, first_hit_ms: start_time_ms })],
  })

test('a mate who was near and able and did nothing let the victim die alone', () => {
  expect(baitsWith({})).toEqual([1, 1])
})

test('a mate who was not near had no chance', () => {
  expect(baitsWith({ x: 801 })).toEqual([0, 0])
})

test('a mate who died within a second was not able', () => {
  expect(baitsWith({ until: DEATH + 1000 })).toEqual([1, 1])
  expect(baitsWith({ until: DEATH + 999 })).toEqual([0, 0])
})

test('a mate who was under fire from the death until 3 s later was not able, both ends included', () => {
  expect(baitsWith({}, onMate(DEATH - 500, DEATH))).toEqual([0, 0])
  expect(baitsWith({}, onMate(DEATH + 3000, DEATH + 4000))).toEqual([0, 0])
  expect(baitsWith({}, onMate(DEATH - 500, DEATH - 1))).toEqual([1, 1])
  expect(baitsWith({}, onMate(DEATH + 3001, DEATH + 4000))).toEqual([1, 1])
})

test('a hit by his own side does not keep a mate from helping', () => {
  expect(baitsWith({}, onMate(DEATH, DEATH + 1000, 'ALLIES'))).toEqual([1, 1])
})

test('a mate who shot at the killer in time helped', () => {
  expect(baitsWith({}, onKiller(DEATH + 3000))).toEqual([1, 0])
  expect(baitsWith({}, onKiller(DEATH + 3001))).toEqual([1, 1])
})

test('a mate who had hit the killer within the 1.5 s before the death helped', () => {
  expect(baitsWith({}, onKiller(DEATH - 5000, DEATH - 1500))).toEqual([1, 0])
  expect(baitsWith({}, onKiller(DEATH - 5000, DEATH - 1501))).toEqual([1, 1])
})
