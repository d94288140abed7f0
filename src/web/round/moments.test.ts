import { expect, test } from 'vitest'
import { deathsOf } from './deaths.ts'
import { missingWords } from './missing.ts'
import { momentsOf } from './moments.ts'
import { aFight, aRound, aTrack } from './round.fixtures.ts'
import { outcomeWords } from './round-words.ts'

const DEATHS = {
  fields: ['time_ms', 'victim_no', 'victim_team', 'killer_no', 'cause', 'victim_x', 'victim_y', 'killer_x', 'killer_y'],
  rows: [
    [9000, 0, 'AXIS', 0, 'suicide', 5, 6, null, null],
    [3000, 0, 'AXIS', 1, 'kill', 1, 2, 3, 4],
  ],
}
const REVIVES = { fields: ['time_ms', 'medic_no', 'revived_no', 'x', 'y', 'z'], rows: [[5000, 2, 0, 1, 2, 24]] }
const EVENTS = {
  fields: ['time_ms', 'event', 'team', 'player_no', 'object', 'x', 'y', 'z'],
  rows: [
    [7000, 'announced', null, null, 'The gate is open', null, null, null],
    [4000, 'dynamite_planted', 'ALLIES', 3, 'the gate', 0, 0, 0],
  ],
}
const OUTCOME = [
  'end_reason',
  'end_text',
  'winner_team',
  'defender_team',
  'duration_ms',
  'time_limit_ms',
  'time_to_beat_ms',
]

test('what happened is told in the order of time, with those it is about', () => {
  const round = aRound({
    sections: { deaths: DEATHS, revives: REVIVES, game_events: EVENTS },
    engagements: [aFight({ is_crossfire: true, crossfire: [1, 2], attackers: [1, 2].map((player) => hit(player)) })],
  })
  expect(momentsOf(round).map(({ time_ms, kind, players }) => [time_ms, kind, players])).toEqual([
    [2000, 'crossfire', [1, 2, 0]],
    [3000, 'death', [1, 0]],
    [4000, 'objective', [3]],
    [5000, 'revive', [2, 0]],
    [7000, 'objective', []],
    [9000, 'death', [0]],
  ])
})

const hit = (player: number) => ({
  ...{ player, team: 'ALLIES', damage: 9, hits: 1, last_hit_ms: 3000, got_kill: false, weapons: [] },
  first_hit_ms: player * 1000,
})

test('of older files the ends of lives are the deaths; who killed is known where a fight ends with it', () => {
  const end = (player: number, death_type: string, at: number) =>
    aTrack(
      player,
      [
        [0, 0, 0],
        [at, 50, 60],
      ],
      { death_type },
    )
  const tracks = [end(0, 'killed', 3000), end(1, 'teamkill', 2500), end(2, 'round_end', 9000), end(3, 'disconnect', 1)]
  expect(deathsOf(aRound({ tracks, engagements: [aFight()] }))).toEqual([
    { time_ms: 2500, victim: 1, victim_team: 'AXIS', killer: null, cause: 'team_kill', x: 50, y: 60 },
    { time_ms: 3000, victim: 0, victim_team: 'AXIS', killer: 1, cause: 'kill', x: 50, y: 60 },
  ])
})

test('a round in which the list of deaths was on and empty has none, whatever the lives say', () => {
  const tracks = [
    aTrack(0, [
      [0, 0, 0],
      [3000, 50, 60],
    ]),
  ]
  expect(deathsOf(aRound({ tracks, sensors: { deaths: 'on' } }))).toEqual([])
})

test.each([
  [['time_limit', '', 'AXIS', 'AXIS', 702_000, 720_000, null], 'Axis held out for 11:42'],
  [['objective', '', 'ALLIES', 'AXIS', 302_000, 720_000, null], 'Allies won after 5:02'],
  [['surrender', '', 'ALLIES', 'AXIS', 302_000, 720_000, null], 'Allies won after 5:02 by surrender'],
  [['map_change', '', null, 'AXIS', 61_000, 720_000, null], 'The map was changed after 1:01'],
  [['time_limit', '', null, null, 61_000, null, null], 'Nobody won after 1:01'],
])('%j', (row, words) => {
  expect(outcomeWords(aRound({ sections: { round_outcome: { fields: OUTCOME, rows: [row] } } }))).toBe(words)
})

test('who won is not guessed from a file that does not say it', () => {
  expect(outcomeWords(aRound())).toBe('1:00 played; who won is not recorded')
  expect(outcomeWords(aRound({ sums: {} }))).toBe('Who won is not recorded')
})

test('what a file does not have is said with its reason; what was on and silent is not missing', () => {
  const sensors = { player_tracks: 'on', revives: 'on', shot_fired: 'off', damage: 'failed', deaths: 'unknown' }
  expect(missingWords(aRound({ sensors }), ['tracks', 'revives', 'shots', 'hits', 'deaths', 'waves'])).toEqual([
    'Not captured, because it was switched off on the game server: shots.',
    'Not captured, because the sensor failed: every hit.',
    'Not captured, as this file of tracker 4.2b says nothing of it: a list of deaths, spawn waves.',
    'Deaths are the ends of lives, and who killed is known where a fight says it.',
  ])
})

test('a crossfire is when the second of those who share it joins, whoever else hit before', () => {
  const attackers = [3, 1, 2].map((player) => ({ ...hit(player), first_hit_ms: player === 3 ? 100 : player * 1000 }))
  const engagements = [
    aFight({ id: 1, attackers, is_crossfire: true, crossfire: [1, 2] }),
    aFight({ id: 2, attackers, is_crossfire: false, crossfire: [] }),
  ]
  expect(momentsOf(aRound({ engagements })).filter(({ kind }) => kind === 'crossfire')).toMatchObject([
    { time_ms: 2000, attackers: [1, 2], target: 0 },
  ])
})
