import { describe, expect, test } from 'vitest'
import { peopleOf, playerKind } from './people.ts'
import { rosterOf } from './roster.ts'
import { anAttacker, anEngagement, aRound, aTrack, guidOf } from './round.fixtures.ts'

const SHOT = { time_ms: 0, weapon_id: 3, x: 0, y: 0, z: 0, yaw: 0, pitch: 0 }

test.each([
  ['9B7C5A3E1D2F4B6C8A0E2D4C6B8A0F12', 'human'],
  ['9b7c5a3e1d2f4b6c8a0e2d4c6b8a0f12', 'human'],
  ['OMNIBOT0300000000000000000000000', 'bot'],
  ['omnibot0300000000000000000000000', 'bot'],
  ['', 'unknown'],
  ['SLOT7', 'unknown'],
  ['SLOT7_1a2b', 'unknown'],
  ['UNKNOWN', 'unknown'],
  ['WORLD_1022', 'unknown'],
  ['9B7C5A3E', 'unknown'],
  ['9B7C5A3E1D2F4B6C8A0E2D4C6B8A0F1G', 'unknown'],
])('the identifier "%s" belongs to a player of kind %s', (guid, kind) => {
  expect(playerKind(guid)).toBe(kind)
})

test.each(['', 'UNKNOWN', 'SLOT3'])('players who share the identifier "%s" are told apart by name', (guid) => {
  const round = aRound({ player_tracks: ['Ada', 'Bo', 'Ada'].map((name) => aTrack(name, { guid })) })
  const roster = rosterOf(round)
  expect(roster.players).toEqual([
    { guid, kind: 'unknown', name: 'Ada' },
    { guid, kind: 'unknown', name: 'Bo' },
  ])
  const people = peopleOf(roster)
  expect(people.find(guid, 'Bo')).toBe(1)
  expect(people.find(guid)).toBeNull()
})

test('a player who changes his name is one person with two names, and the later one is his', () => {
  const round = aRound({
    engagements: [anEngagement('New', { target_guid: guidOf('Ada'), start_time_ms: 9000, attackers: [] })],
    // rows stand in order of closing, so the older name can come last
    player_tracks: [aTrack('Old', { guid: guidOf('Ada'), spawn_time_ms: 1000 })],
  })
  expect(rosterOf(round)).toEqual({
    players: [{ guid: guidOf('Ada'), kind: 'human', name: 'New' }],
    names: [
      { player: 0, name: 'New' },
      { player: 0, name: 'Old' },
    ],
  })
})

test('a row with an identifier alone means the person who has it', () => {
  const round = aRound({ player_tracks: [aTrack('Ada', { guid: '' })], shot_fired: [{ ...SHOT, guid: '' }] })
  const roster = rosterOf(round)
  expect(roster.players).toHaveLength(1)
  expect(peopleOf(roster).find('')).toBe(0)
})

test('somebody who appears by identifier only comes last and has no name', () => {
  const round = aRound({
    player_tracks: [aTrack('Ada')],
    shot_fired: [{ ...SHOT, guid: guidOf('Bo') }],
    skill_snapshot: [],
    spawn_select: [{ time_ms: 0, guid: guidOf('Cy'), name: 'Cy', team: 'AXIS', spawn_index: 0, last_spawn_time: 0 }],
  })
  expect(rosterOf(round).players.map(({ name }) => name)).toEqual(['Ada', 'Cy', ''])
})

test('every section is searched for people: targets, killers, attackers, medics, escorts, buddies', () => {
  const run = {
    engineer_guid: guidOf('Engineer'),
    engineer_name: 'Engineer',
    engineer_team: 'AXIS',
    action_type: 'planted',
    track_name: 'gate',
    action_time_ms: 0,
    approach_time_ms: 0,
    approach_distance: 0,
    beeline_distance: 0,
    path_efficiency: 0,
    self_kills: 0,
    team_kills: 0,
    escort_guids: [guidOf('Escort')],
    enemies_nearby: 0,
    nearby_teammates: 0,
    run_type: 'solo',
    obj_x: 0,
    obj_y: 0,
    obj_z: 0,
    killer_guid: guidOf('Avenger'),
    killer_name: 'Avenger',
  } as const
  const cohesion = {
    time_ms: 0,
    team: 'AXIS',
    alive_count: 2,
    centroid_x: 0,
    centroid_y: 0,
    dispersion: 0,
    max_spread: 0,
    straggler_count: 0,
    buddy_pair_guids: [guidOf('Buddy'), guidOf('Escort')],
    buddy_distance: 0,
  } as const
  const round = aRound({
    engagements: [anEngagement('Target', { attackers: [anAttacker('Attacker')], killer: 'Killer' })],
    team_cohesion: [cohesion],
    objective_runs: [run],
  })
  const guids = rosterOf(round).players.map(({ guid }) => guid)
  expect(guids).toEqual(['Target', 'Killer', 'Attacker', 'Engineer', 'Avenger', 'Buddy', 'Escort'].map(guidOf))
})

test('an absent killer is nobody, but one with a name and no identifier is somebody', () => {
  const round = aRound({
    engagements: [
      anEngagement('Ada', { outcome: 'killed', attackers: [] }),
      anEngagement('Ada', { outcome: 'killed', attackers: [], killer_guid: null, killer_name: 'Bo' }),
    ],
  })
  expect(rosterOf(round).players.map(({ guid, name }) => [guid, name])).toEqual([
    [guidOf('Ada'), 'Ada'],
    ['', 'Bo'],
  ])
})

describe('a player whom PLAYERS names', () => {
  const connection = { connection: 1, slot: 4, connect_time_ms: 0, disconnect_time_ms: null }
  const kindsOf = (...players: readonly { readonly guid: string; readonly name: string; readonly kind: string }[]) => {
    const round = aRound({
      players: players.map((one) => ({ ...connection, ...one })),
      player_tracks: [aTrack('Ada'), aTrack('Bo', { guid: 'SLOT4_1' }), aTrack('Cy', { guid: 'OMNIBOT04' })],
    })
    return Object.fromEntries(rosterOf(round).players.map(({ name, kind }) => [name, kind]))
  }

  test('is of the kind that stands there, whatever his identifier looks like', () => {
    expect(
      kindsOf(
        { guid: guidOf('Ada'), name: 'Ada', kind: 'bot' },
        { guid: 'SLOT4_1', name: 'Bo', kind: 'human' },
        { guid: 'OMNIBOT04', name: 'Cy', kind: 'human' },
      ),
    ).toEqual({ Ada: 'bot', Bo: 'human', Cy: 'human' })
  })

  test('is of the kind of his identifier without such a row, or with a word of a later version', () => {
    expect(kindsOf({ guid: 'SLOT4_1', name: 'Bo', kind: 'ghost' })).toEqual({ Ada: 'human', Bo: 'unknown', Cy: 'bot' })
  })

  test('is a bot if one of his connections is', () => {
    const rows = ['bot', 'human', 'human'].map((kind) => ({ guid: 'SLOT4_1', name: 'Bo', kind }))
    expect(kindsOf(...rows)).toMatchObject({ Bo: 'bot' })
    expect(kindsOf(...rows.toReversed())).toMatchObject({ Bo: 'bot' })
  })
})
