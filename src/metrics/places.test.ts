import { expect, test } from 'vitest'
import type { CombatPosition } from '../format/later-sections.ts'
import type { Rows } from '../format/sections.ts'
import { derive } from './derive.ts'
import { anAttacker, anEngagement, aPath, aRound, aTrack, guidOf, somePositions } from './round.fixtures.ts'

const kill = anEngagement('Victim', {
  attackers: [anAttacker('Killer')],
  killer: 'Killer',
  end_x: -0.5,
  end_y: 99.9,
  end_z: 24,
})
const killerAt = (time_ms: number, x: number) =>
  aTrack('Killer', {
    player_class: 'MEDIC',
    path: aPath([
      [time_ms, x, 5, { z: 7 }],
      [9000, 0, 0],
    ]),
  })

function combatPosition(over: Partial<CombatPosition> = {}): CombatPosition {
  return {
    time_ms: 2000,
    event: 'kill',
    attacker_guid: guidOf('Killer'),
    attacker_name: 'Killer',
    attacker_team: 'AXIS',
    attacker_class: 'MEDIC',
    victim_guid: guidOf('Victim'),
    victim_name: 'Victim',
    victim_team: 'ALLIES',
    victim_class: 'SOLDIER',
    attacker_x: 700,
    attacker_y: -300,
    attacker_z: 64,
    victim_x: 0,
    victim_y: 100,
    victim_z: 24,
    weapon_id: 3,
    mod: 8,
    killer_health: null,
    axis_alive: null,
    allies_alive: null,
    ...over,
  }
}

const placesOf = (rows: Partial<Rows>) => derive(aRound(rows)).places

test('a death lies where the victim died, rounded down, and its killer where the file says', () => {
  const [place] = placesOf({
    engagements: [kill],
    player_tracks: [killerAt(2000, 10)],
    combat_positions: [combatPosition()],
  })
  expect(place).toMatchObject({
    row_no: 0,
    end_time_ms: 2000,
    is_fight: true,
    is_escape: false,
    cause: 'enemy',
    target_team: 'ALLIES',
    target_class: 'UNKNOWN',
    ...{ x: -1, y: 99, z: 24 },
    killer_team: 'AXIS',
    killer_class: 'MEDIC',
    ...{ killer_x: 700, killer_y: -300, killer_z: 64, means: 8 },
  })
})

test('without such a row the killer is where he was sampled, if that was within 250 ms', () => {
  const near = placesOf({ engagements: [kill], player_tracks: [killerAt(2250, 10)] })
  expect(near[0]).toMatchObject({ killer_x: 10, killer_y: 5, killer_z: 7, means: null })
  const far = placesOf({ engagements: [kill], player_tracks: [killerAt(2251, 10)] })
  expect(far[0]).toMatchObject({ killer_x: null, killer_y: null, killer_z: null })
})

test.each([
  ['another time', { time_ms: 2001 }],
  ['another victim', { victim_guid: guidOf('Other'), victim_name: 'Other' }],
  ['another killer', { attacker_guid: guidOf('Other'), attacker_name: 'Other' }],
])('a row of %s says nothing about a kill', (_, over) => {
  expect(placesOf({ engagements: [kill], combat_positions: [combatPosition(over)] })[0]).toMatchObject({ means: null })
})

test('deaths without a killer have places and no killer; fights cut by the end of the round lie before the camera', () => {
  const fall = anEngagement('Victim', { attackers: [], outcome: 'fallen', end_x: 5 })
  const cut = anEngagement('Victim', {
    outcome: 'round_end',
    end_x: 9000,
    positions: somePositions([
      [1000, 64, 0, 'hit'],
      [2000, 9000, 0, 'round_end'],
    ]),
  })
  expect(placesOf({ engagements: [fall, cut, anEngagement('Victim')] })).toMatchObject([
    { is_fight: false, cause: 'world', killer: null, killer_team: null, killer_class: null, x: 5 },
    { is_fight: true, is_escape: false, cause: 'none', x: 64 },
    { is_fight: true, is_escape: true, cause: 'none', x: 0 },
  ])
})

test('hits by mates without a death, and bots among people, leave no place', () => {
  const teamHit = anEngagement('Victim', { attackers: [anAttacker('Mate', { team: 'ALLIES' })] })
  const ofBot = { ...kill, target_guid: 'OMNIBOT01' }
  expect(placesOf({ engagements: [teamHit, ofBot, kill] }).map(({ row_no }) => row_no)).toEqual([2])
})

test('who is killed when a push of his side ends dies with it; nobody else does', () => {
  const push = {
    ...{ start_time_ms: 0, end_time_ms: 3000, team: 'ALLIES' as const, avg_speed: 200 },
    ...{ direction_x: 1, direction_y: 0, alignment_score: 1, push_quality: 0.5 },
    ...{ participant_count: 2, toward_objective: 'NO' },
  }
  const killed = (end_time_ms: number) =>
    anEngagement('Victim', { attackers: [anAttacker('Killer')], killer: 'Killer', end_time_ms })
  const inPush = (...engagements: ReturnType<typeof anEngagement>[]) =>
    placesOf({ engagements, team_pushes: [push] }).map(({ is_with_push }) => is_with_push)
  expect(inPush(...[1999, 2000, 3000, 3001].map((time_ms) => killed(time_ms)))).toEqual([false, true, true, false])
  const attackers = [anAttacker('Killer', { team: 'ALLIES' })]
  expect(
    inPush(
      anEngagement('Enemy', { target_team: 'AXIS', attackers, killer: 'Killer', end_time_ms: 2500 }),
      anEngagement('Victim', { end_time_ms: 2500 }),
      anEngagement('Victim', { attackers: [], outcome: 'killed', end_time_ms: 2500 }),
    ),
  ).toEqual([false, false, false])
})
