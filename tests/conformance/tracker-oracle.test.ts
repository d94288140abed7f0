import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { PATH_EVENTS, POSITION_EVENTS } from '../../src/format/codec.ts'
import { TOOLS } from './oracle/combat.ts'
import { differences, shown, TENTH, WHOLE } from './oracle/compare.ts'
import { type Counts, engineCounts, oracleCounts } from './oracle/counters.ts'
import { crossfireDelay, crossfireParticipants, dodgeOf, type Fight } from './oracle/fights.ts'
import { untilWave, waveOf } from './oracle/kills.ts'
import { ENGINE, recordedRounds, type Truth } from './oracle/oracle.ts'
import { distance, isAlive, nameInFile, stanceOf, teamWord } from './oracle/trace.ts'
import { fileAbout, filesBelow, pointsOf, rowsOf } from './tracker-files.ts'

/**
 * The oracle itself: its parts agree with each other, and with the original tracker's files of the same match wherever
 * that tracker is right. Where it is not, docs/tracker-differences.md says so, and the numbers given there are held
 * here.
 */

const ROUNDS = recordedRounds()
const ORIGINAL = new Map(
  ['full-match/trace-01', 'full-match/trace-03', 'objective-end/trace-01', 'objective-end/trace-03'].map((name) => [
    name,
    join(ENGINE, name.slice(0, name.indexOf('/')), 'expected/current'),
  ]),
)

test('five rounds are recorded', () => {
  expect(ROUNDS.map(({ recording }) => recording)).toEqual([
    'full-match/trace-01',
    'full-match/trace-03',
    'objective-end/trace-01',
    'objective-end/trace-03',
    'pause/trace-01',
  ])
})

describe.each(ROUNDS)('the oracle about $recording', (truth: Truth) => {
  const { frame, lives, sightings, hits, deaths, events } = truth

  test('sees a player alive in exactly the frames of his lives', () => {
    const wrong: string[] = []
    for (const [guid, seen] of sightings) {
      for (const { frame: isFrame, time, line, client } of seen) {
        if (!isFrame) continue
        const own = lives.filter((life) => life.client.guid === guid)
        const within = own.some(({ begin, end }) => begin.line < line && time <= end)
        const atEdge = own.some(({ begin, end }) => begin.time === time || end === time)
        if (isAlive(client) !== within && !atEdge) wrong.push(`${client.name} at ${time}, line ${line}`)
      }
    }
    expect(shown(wrong)).toEqual([])
  })

  test('has a killing hit directly before every death by damage', () => {
    for (const { line, cause, victim, killer, mod } of deaths) {
      if (cause !== 'kill' && cause !== 'team_kill') continue
      const last = hits.filter((hit) => hit.line < line && hit.target.slot === victim.slot).at(-1)
      expect([last?.attacker?.slot, last?.mod, (last?.damage ?? 0) >= (last?.target.health ?? 0)]).toEqual([
        killer?.slot,
        mod,
        true,
      ])
    }
  })

  test("counts hits, headshots and kills by weapon like the engine's own statistics", () => {
    const inOrder = (counts: Counts[]) => counts.sort((a, b) => a.slot - b.slot || a.row - b.row)
    expect(inOrder(oracleCounts(truth))).toEqual(inOrder(engineCounts(truth)))
  })

  test('predicts the wave of every respawn', () => {
    const late: number[] = []
    for (const { event, client, time } of events) {
      if (event !== 'spawned' || time < 1000) continue
      // the callback comes inside the frame of the wave and carries the time of the frame before
      late.push(untilWave(frame, client.team, time))
    }
    expect(late.filter((wait) => wait !== 50 && wait !== 0)).toEqual([])
    expect([waveOf(frame, 1).interval, waveOf(frame, 2).interval]).toEqual([20_000, 15_000])
  })

  test('raises a region exactly for bullets', () => {
    const EXPLOSIVES = [15, 16, 18]
    for (const { mod, region } of hits) expect([mod, region === undefined]).toEqual([mod, EXPLOSIVES.includes(mod)])
  })
})

test('the time without the pause is what the engine used', () => {
  const paused = ROUNDS.find(({ recording }) => recording.startsWith('pause/')) as Truth
  expect(paused.frame.pauses).toEqual([{ level: 29_350, start: 19_200, duration: 17_650 }])
  expect(paused.frame.clock(87_800)).toBe(60_000)
})

const NO_FIGHTS = {
  engagements: 1,
  engagements_that_are_none: 1,
  lives_without_track: 0,
  tracks: 13,
  tracks_without_life: 0,
  samples: 205,
  prone_as_crouching: 0,
  standing_as_prone: 0,
  sprint_made_up: 0,
  hits_with_region: 0,
  hit_regions: 0,
}

/** How often the original is wrong in each of its files. */
const ERRORS: Readonly<Record<string, object>> = {
  'full-match/trace-01': {
    engagements: 140,
    engagements_that_are_none: 6,
    lives_without_track: 3,
    tracks: 110,
    tracks_without_life: 1,
    samples: 8196,
    prone_as_crouching: 230,
    standing_as_prone: 89,
    sprint_missed: 132,
    sprint_made_up: 295,
    hits_with_region: 723,
    hit_regions: 710,
  },
  'full-match/trace-03': {
    engagements: 135,
    engagements_that_are_none: 13,
    lives_without_track: 6,
    tracks: 101,
    tracks_without_life: 6,
    samples: 8162,
    prone_as_crouching: 150,
    standing_as_prone: 84,
    sprint_missed: 164,
    sprint_made_up: 343,
    hits_with_region: 611,
    hit_regions: 598,
  },
  'objective-end/trace-01': { ...NO_FIGHTS, sprint_missed: 11 },
  'objective-end/trace-03': { ...NO_FIGHTS, sprint_missed: 0 },
}

const fightsIn = (fights: readonly Fight[]) => fights.filter(({ outcome }) => outcome !== 'round_end')

describe.each(ROUNDS.filter(({ recording }) => ORIGINAL.has(recording)))('the original on $recording', (truth) => {
  const file = fileAbout(truth, filesBelow(ORIGINAL.get(truth.recording) as string))
  const { round } = file
  const engagements = rowsOf(round, 'engagements')
  const known = new Set(truth.fights.map(({ target, start }) => `${target.guid} ${start}`))
  const real = engagements.filter(({ target_guid, start_time_ms }) => known.has(`${target_guid} ${start_time_ms}`))

  test('has every fight, with the same attackers, hits, damage, times, crossfire and way', () => {
    const key = [
      ['target_guid', (f: Fight) => f.target.guid],
      ['start_time_ms', (f: Fight) => f.start],
    ] as const
    expect(
      differences('ENGAGEMENTS', truth.fights, real, key, [
        ['end_time_ms', (f) => f.end],
        ['outcome', (f) => f.outcome],
        ['target_name', (f) => nameInFile(f.target.name)],
        ['target_team', (f) => teamWord(f.target.team)],
        ['total_damage_taken', (f) => f.attackers.reduce((sum, { damage }) => sum + damage, 0)],
        ['num_attackers', (f) => f.attackers.length],
        ['crossfire_delay_ms', crossfireDelay],
        ['crossfire_participants', (f) => crossfireParticipants(f).map(({ guid }) => guid)],
        ['start_x', (f) => f.target.x, TENTH],
        ['start_y', (f) => f.target.y, TENTH],
        ['start_z', (f) => f.target.z, TENTH],
      ]),
    ).toEqual([])
    expect(
      differences(
        'ENGAGEMENTS',
        fightsIn(truth.fights),
        real.filter(({ outcome }) => outcome !== 'round_end'),
        key,
        [
          ['end_x', (f) => f.endPlace.x, TENTH],
          ['end_y', (f) => f.endPlace.y, TENTH],
          ['end_z', (f) => f.endPlace.z, TENTH],
          ['distance_traveled', (f) => f.distance, TENTH],
        ],
      ),
    ).toEqual([])
    const attackers = truth.fights.flatMap((fight) => fight.attackers.map((attacker) => ({ fight, ...attacker })))
    const rows = real.flatMap((row) =>
      (row.attackers as readonly object[]).map((attacker) => ({ ...row, ...attacker })),
    )
    expect(
      differences(
        'attackers',
        attackers,
        rows,
        [
          ['target_guid', ({ fight }) => fight.target.guid],
          ['start_time_ms', ({ fight }) => fight.start],
          ['guid', ({ client }) => client.guid],
        ],
        [
          ['damage', (a) => a.damage],
          ['hits', (a) => a.hits],
          ['first_hit_ms', (a) => a.firstHit],
          ['last_hit_ms', (a) => a.lastHit],
          ['got_kill', (a) => a.gotKill],
        ],
      ),
    ).toEqual([])
  })

  test('has the same reactions', () => {
    const rows = rowsOf(round, 'reaction_metrics').filter((row) => known.has(`${row.target_guid} ${row.start_time_ms}`))
    const points = new Map(real.map((row) => [row.engagement_id, pointsOf(row.positions, POSITION_EVENTS)]))
    for (const row of rows) {
      const dodge = dodgeOf(points.get(row.engagement_id) ?? [], row.start_time_ms as number)
      expect([row.engagement_id, row.dodge_reaction_ms]).toEqual([row.engagement_id, dodge ?? null])
    }
    expect(
      differences(
        'REACTION_METRICS',
        truth.fights,
        rows,
        [
          ['target_guid', (f) => f.target.guid],
          ['start_time_ms', (f) => f.start],
        ],
        [
          ['return_fire_ms', (f) => f.returnFire],
          ['support_reaction_ms', (f) => f.support],
        ],
      ),
    ).toEqual([])
  })

  test('shows living players where they were, with their health, speed and weapon', () => {
    for (const track of rowsOf(round, 'player_tracks')) {
      const seen = truth.sightings.get(track.guid as string) ?? []
      for (const point of pointsOf(track.path, PATH_EVENTS)) {
        if (point.event !== 'sample') continue
        const { client } = seen.find((sighting) => sighting.frame && sighting.time === point.time) ?? {}
        expect(client, `${track.name} at ${point.time}`).toBeDefined()
        if (client === undefined) continue
        expect(distance(client, point)).toBeLessThan(0.1)
        expect([point.health, point.weapon]).toEqual([client.health, client.weapon])
        expect(Math.abs(point.speed - client.speed)).toBeLessThan(TENTH)
      }
    }
  })

  test('has the same shots and kills', () => {
    expect(
      differences(
        'SHOT_FIRED',
        truth.shots,
        rowsOf(round, 'shot_fired').filter(({ weapon_id }) => !TOOLS.includes(weapon_id)),
        [
          ['time_ms', ({ time }) => time],
          ['guid', ({ shooter }) => shooter.guid],
          ['weapon_id', ({ weapon }) => weapon],
        ],
        [
          // its coordinates are cut, not rounded
          ['x', ({ shooter }) => shooter.x, 1],
          ['y', ({ shooter }) => shooter.y, 1],
          ['z', ({ shooter }) => shooter.z, 1],
          ['yaw', ({ shooter }) => shooter.yaw, 0.00501],
          ['pitch', ({ shooter }) => shooter.pitch, 0.00501],
        ],
      ),
    ).toEqual([])
    expect(
      differences(
        'COMBAT_POSITIONS',
        truth.deaths.filter(({ cause }) => cause === 'kill'),
        rowsOf(round, 'combat_positions'),
        [
          ['time_ms', ({ time }) => time],
          ['victim_guid', ({ victim }) => victim.guid],
        ],
        [
          ['attacker_guid', ({ killer }) => killer?.guid],
          ['attacker_x', ({ killer }) => killer?.x, WHOLE],
          ['attacker_y', ({ killer }) => killer?.y, WHOLE],
          ['victim_x', ({ victim }) => victim.x, WHOLE],
          ['victim_y', ({ victim }) => victim.y, WHOLE],
          ['weapon_id', ({ weapon }) => weapon],
          ['mod', ({ mod }) => mod],
          ['killer_health', ({ killer }) => killer?.health],
          ['axis_alive', ({ axisAlive }) => axisAlive],
          ['allies_alive', ({ alliesAlive }) => alliesAlive],
        ],
      ),
    ).toEqual([])
  })

  test('revives by the same medics', () => {
    expect(
      differences(
        'REVIVES',
        truth.revives,
        rowsOf(round, 'revives'),
        [
          ['time_ms', ({ time }) => time],
          ['revived_guid', ({ revived }) => revived.guid],
        ],
        [
          ['medic_guid', ({ medic }) => medic.guid],
          ['x', ({ revived }) => revived.x, TENTH],
          ['y', ({ revived }) => revived.y, TENTH],
        ],
      ),
    ).toEqual([])
  })

  test('errs as often as the list of differences says', () => {
    const tracks = rowsOf(round, 'player_tracks')
    const samples = tracks.flatMap((track) =>
      pointsOf(track.path, PATH_EVENTS)
        .filter(({ event }) => event === 'sample')
        .map((point) => ({ point, guid: track.guid as string })),
    )
    const atFrame = (guid: string, time: number) =>
      truth.sightings.get(guid)?.find((sighting) => sighting.frame && sighting.time === time)
    const stances = { prone_as_crouching: 0, standing_as_prone: 0, sprint_missed: 0, sprint_made_up: 0 }
    for (const { point, guid } of samples) {
      const seen = atFrame(guid, point.time)
      if (seen === undefined) continue
      const stance = stanceOf(seen.client)
      const sprint = seen.client.stamina < seen.staminaBefore ? 1 : 0
      if (stance === 2 && point.stance === 1) stances.prone_as_crouching++
      if (stance === 0 && point.stance === 2) stances.standing_as_prone++
      if (sprint === 1 && point.sprint === 0) stances.sprint_missed++
      if (sprint === 0 && point.sprint === 1) stances.sprint_made_up++
    }
    const begun = (guid: unknown, time: unknown) =>
      truth.lives.find((life) => life.client.guid === guid && life.begin.time === time)
    expect({
      samples: samples.length,
      ...stances,
      engagements: engagements.length,
      engagements_that_are_none: engagements.length - real.length,
      tracks: tracks.length,
      lives_without_track: truth.lives.filter(
        (life) => !tracks.some(({ guid, spawn_time_ms }) => begun(guid, spawn_time_ms) === life),
      ).length,
      tracks_without_life: tracks.filter(({ guid, spawn_time_ms }) => !begun(guid, spawn_time_ms)).length,
      hits_with_region: truth.hits.filter(({ relation, region }) => relation === 'enemy' && region !== undefined)
        .length,
      hit_regions: rowsOf(round, 'hit_regions').length,
    }).toEqual(ERRORS[truth.recording])
  })
})
