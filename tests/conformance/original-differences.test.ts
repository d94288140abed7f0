import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { PATH_EVENTS } from '../../src/format/codec.ts'
import { parseRound } from '../../src/parser/parse-round.ts'
import { TOOLS } from './oracle/combat.ts'
import type { Cells } from './oracle/compare.ts'
import { ENGINE, recordedRounds, type Truth } from './oracle/oracle.ts'
import { distance } from './oracle/trace.ts'
import { fileAbout, filesBelow, pointsOf, recordedWithFiles, rowsOf } from './tracker-files.ts'

/** How often the original's files of the recorded match say something else than what happened, as the list of differences has it. */

const CAMERA = { x: -300, y: -1_500 }
const MADE_UP_DAMAGE = 100

/** What the list says of the two rounds; where a sum is given, the original's and the true one. */
const LISTED = {
  'full-match/trace-01': {
    no_fights: { corpse: 3, nobody: 1, mate: 2 },
    killers: 0,
    weapons_in_hand: 3,
    ends_at_camera: 0,
    kills: [102, 93],
    combat: [736, 730],
    escapes: [38, 35],
    carbine_as_selfkill: 1,
    side_as_selfkill: 1,
    lives_to_camera: 10,
    revives_too_high: [3, 3],
    outcome_rows: [92, 93],
    outcomes: { 'tapped_out, but gibbed': 4, 'round_end, but gibbed': 1 },
    tapped_out_late: [87, 87],
    denied_a_frame_more: 86,
    regions: [710, 723],
    wrong_regions: 7,
    accuracy_hits: [734, 730],
    accuracy_hits_rows: 3,
    accuracy_headshots: [48, 43],
    accuracy_headshots_rows: 3,
    accuracy_tools: 3,
    shots_of_tools: 5,
    trades: [22, 21],
  },
  'full-match/trace-03': {
    no_fights: { corpse: 7, nobody: 3, mate: 3 },
    killers: 0,
    weapons_in_hand: 2,
    ends_at_camera: 2,
    kills: [92, 83],
    combat: [630, 620],
    escapes: [41, 34],
    carbine_as_selfkill: 0,
    side_as_selfkill: 1,
    lives_to_camera: 9,
    revives_too_high: [6, 6],
    outcome_rows: [83, 83],
    outcomes: { 'tapped_out, but gibbed': 4, 'round_end, but tapped_out': 3 },
    tapped_out_late: [77, 77],
    denied_a_frame_more: 76,
    regions: [598, 611],
    wrong_regions: 7,
    accuracy_hits: [627, 620],
    accuracy_hits_rows: 7,
    accuracy_headshots: [45, 41],
    accuracy_headshots_rows: 4,
    accuracy_tools: 5,
    shots_of_tools: 17,
    trades: [13, 13],
  },
} as const

type File = (section: string) => readonly Cells[]

const count = <T>(list: readonly T[], is: (one: T) => boolean): number => list.filter(is).length
const total = (rows: readonly Cells[], column: string): number =>
  rows.reduce((sum, row) => sum + (row[column] as number), 0)

function fightsSaid({ fights, hits, deaths }: Truth, file: File) {
  const rows = file('engagements').map((row) => ({
    row,
    fight: fights.find(({ target, start }) => target.guid === row.target_guid && start === row.start_time_ms),
  }))
  const none = rows.filter(({ fight }) => fight === undefined).map(({ row }) => row)
  const real = rows.flatMap(({ row, fight }) => (fight === undefined ? [] : [{ row, fight }]))
  const pairs = (weapons: Iterable<readonly [number, number]>) =>
    JSON.stringify([...weapons].sort((a, b) => a[0] - b[0]))
  const attackers = real.flatMap(({ row, fight }) =>
    (row.attackers as readonly { guid: string; weapons: [number, number][] }[]).map(({ guid, weapons }) => ({
      said: pairs(weapons),
      true: pairs(fight.attackers.find(({ client }) => client.guid === guid)?.weapons ?? []),
    })),
  )
  const cells = file('movement_heatmap')
  const kills = file('kill_heatmap')
  return {
    no_fights: {
      corpse: count(none, ({ outcome }) => outcome === 'escaped'),
      nobody: count(none, ({ num_attackers }) => num_attackers === 0),
      mate: count(none, (row) => row.outcome === 'killed' && row.total_damage_taken === MADE_UP_DAMAGE),
    },
    killers: count(real, ({ row, fight }) => row.killer_guid !== (fight.killer?.guid ?? null)),
    weapons_in_hand: count(attackers, (attacker) => attacker.said !== attacker.true),
    ends_at_camera: count(real, ({ row }) => row.end_x === CAMERA.x && row.end_y === CAMERA.y),
    kills: [total(kills, 'axis_kills') + total(kills, 'allies_kills'), count(deaths, ({ cause }) => cause === 'kill')],
    combat: [total(cells, 'combat'), count(hits, ({ relation }) => relation === 'enemy')],
    escapes: [total(cells, 'escape'), count(fights, ({ outcome }) => outcome === 'escaped')],
  }
}

function livesSaid({ deaths }: Truth, file: File) {
  const tracks = file('player_tracks')
  const causeOf = (row: Cells) =>
    deaths.find(({ victim, time }) => victim.guid === row.guid && time === row.death_time_ms)?.cause
  const selfkills = tracks.filter(({ death_type }) => death_type === 'selfkill')
  return {
    carbine_as_selfkill: count(selfkills, (row) => causeOf(row) === 'kill'),
    side_as_selfkill: count(selfkills, (row) => causeOf(row) === 'team_switch'),
    lives_to_camera: count(tracks, ({ path }) => {
      const last = pointsOf(path, PATH_EVENTS).at(-1)
      return last?.x === CAMERA.x && last.y === CAMERA.y
    }),
  }
}

function outcomesSaid({ outcomes }: Truth, file: File) {
  const rows = file('kill_outcome').map((row) => {
    const fate = outcomes.find(({ death }) => death.time === row.kill_time_ms && death.victim.guid === row.victim_guid)
    if (fate === undefined) throw new Error(`no such kill: ${JSON.stringify(row)}`)
    return { row, fate }
  })
  const wrong: Record<string, number> = {}
  for (const { row, fate } of rows) {
    const key = `${row.outcome}, but ${fate.outcome}`
    if (row.outcome !== fate.outcome) wrong[key] = (wrong[key] ?? 0) + 1
  }
  const tapped = rows.filter(({ row }) => row.outcome === 'tapped_out')
  const back = rows.filter(({ fate }) => fate.cameBack)
  return {
    outcome_rows: [rows.length, outcomes.length],
    outcomes: wrong,
    tapped_out_late: [count(tapped, ({ row, fate }) => (row.outcome_time_ms as number) > fate.time), tapped.length],
    denied_a_frame_more: count(
      back,
      ({ row, fate }) => (row.effective_denied_ms as number) === fate.backAt - fate.death.time + 50,
    ),
  }
}

function weaponsSaid({ hits, revives, accuracy, trades }: Truth, file: File) {
  const bullets = hits.filter(({ relation, region }) => relation === 'enemy' && region !== undefined)
  const left = [...file('hit_regions')]
  let wrong = 0
  for (const { time, attacker, target, damage, region } of bullets) {
    const at = left.findIndex(
      (row) =>
        row.time_ms === time &&
        row.attacker_guid === attacker?.guid &&
        row.victim_guid === target.guid &&
        row.damage === damage,
    )
    if (at >= 0 && left.splice(at, 1)[0]?.region !== region) wrong += 1
  }
  const counted = file('weapon_accuracy').map((row) => ({
    row,
    own: accuracy.find(({ guid, weapon }) => guid === row.player_guid && weapon === row.weapon_id),
  }))
  const high = file('revives').filter((row) => {
    const at = revives.find(({ time, revived }) => time === row.time_ms && revived.guid === row.revived_guid)?.revived
    return at !== undefined && Math.abs(distance(at, { ...at, z: row.z as number }) - 9) < 0.2
  })
  return {
    revives_too_high: [high.length, revives.length],
    regions: [file('hit_regions').length, bullets.length],
    wrong_regions: wrong,
    accuracy_hits: [total(file('weapon_accuracy'), 'hits'), accuracy.reduce((sum, row) => sum + row.hits, 0)],
    accuracy_hits_rows: count(counted, ({ row, own }) => row.hits !== (own?.hits ?? 0)),
    accuracy_headshots: [
      total(file('weapon_accuracy'), 'headshots'),
      accuracy.reduce((sum, row) => sum + row.headshots, 0),
    ],
    accuracy_headshots_rows: count(counted, ({ row, own }) => row.headshots !== (own?.headshots ?? 0)),
    accuracy_tools: count(counted, ({ row }) => TOOLS.includes(row.weapon_id)),
    shots_of_tools: count(file('shot_fired'), ({ weapon_id }) => TOOLS.includes(weapon_id)),
    trades: [file('trade_kills').length, trades.length],
  }
}

describe.each(recordedRounds().filter(({ recording }) => recording in LISTED))(
  'the original on $recording',
  (truth) => {
    const { round } = fileAbout(truth, filesBelow(join(ENGINE, 'full-match/expected/current')))
    const file: File = (section) => rowsOf(round, section)

    test('errs as often as the list of differences says', () => {
      expect({
        ...fightsSaid(truth, file),
        ...livesSaid(truth, file),
        ...outcomesSaid(truth, file),
        ...weaponsSaid(truth, file),
      }).toEqual(LISTED[truth.recording as keyof typeof LISTED])
    })

    test('counts the same shots and kills by weapon, tools aside', () => {
      for (const row of rowsOf(round, 'weapon_accuracy').filter(({ weapon_id }) => !TOOLS.includes(weapon_id))) {
        const own = truth.accuracy.find(({ guid, weapon }) => guid === row.player_guid && weapon === row.weapon_id)
        expect([row.shots_fired, row.kills]).toEqual([own?.shots ?? 0, own?.kills ?? 0])
      }
    })
  },
)

/** The documents as they were carried: outcome, way, line, share, and where they were last. */
const CARRIED = {
  'full-match/trace-03': ['killed', 32.5, 45, 1, -2_128, -1_299, 24],
  'objective-end/trace-01': ['round_end', 1_002, 2_557.5, 1, 300, -1_500, 500],
  'objective-end/trace-03': ['round_end', 980.2, 3_029.7, 1, -300, -1_500, 500],
} as const

test.each(recordedRounds().filter(({ recording }) => recording in CARRIED))(
  'the original has carried items in $recording as the list of differences says',
  (truth) => {
    const match = truth.recording.slice(0, truth.recording.indexOf('/'))
    const { round } = fileAbout(truth, filesBelow(join(ENGINE, match, 'expected/current')))
    const columns = ['outcome', 'carry_distance', 'beeline_distance', 'efficiency', 'drop_x', 'drop_y', 'drop_z']
    expect(rowsOf(round, 'carrier_events').map((row) => columns.map((column) => row[column]))).toEqual([
      CARRIED[truth.recording as keyof typeof CARRIED],
    ])
  },
)

test('build 4.2 calls both halves 1 and has mates among the attackers', () => {
  const files = [...filesBelow(join(ENGINE, 'full-match/expected/v42'))].sort(([a], [b]) => (a < b ? -1 : 1))
  const said = files.map(([, bytes]) => {
    const { round } = parseRound(bytes)
    const fights = rowsOf(round, 'engagements')
    const ofMates = fights.filter(({ attackers, target_team }) =>
      (attackers as readonly { team: string }[]).some(({ team }) => team === target_team),
    )
    return [round.header.round_number_raw, ofMates.length, fights.length]
  })
  expect(said).toEqual([
    [1, 14, 140],
    [1, 19, 141],
  ])
})

/** Rows of the two files that stand at the same place and differ in a column. */
const differing = (ours: readonly Cells[], theirs: readonly Cells[], column: string): Cells[] =>
  ours.filter((row, i) => JSON.stringify(row[column]) !== JSON.stringify(theirs[i]?.[column]))

const shared = (await recordedWithFiles()).filter(({ recording }) => recording in LISTED)

describe.each(shared)('both trackers on $recording', ({ recording, truth, file }) => {
  const original = fileAbout(truth, filesBelow(join(ENGINE, 'full-match/expected/current')))
  const both = (section: string) => [rowsOf(file.round, section), rowsOf(original.round, section)] as const

  test('tell the same of waves, of focused fire, of kills and revives, but for what is listed', () => {
    const [waits, theirs] = both('spawn_timing')
    expect(waits).toEqual(theirs)
    const [focus, theirFocus] = both('focus_fire')
    const scored = (rows: readonly Cells[]) => rows.map(({ focus_score }) => focus_score as number)
    const unscored = (rows: readonly Cells[]) => rows.map(({ engagement_id: _, focus_score: __, ...rest }) => rest)
    expect(unscored(focus)).toEqual(unscored(theirFocus))
    for (const [i, score] of scored(focus).entries()) {
      expect(Math.abs(score - (scored(theirFocus)[i] ?? 0))).toBeLessThan(0.00101)
    }
    const [kills, theirKills] = both('combat_positions')
    const columns = Object.keys(kills[0] ?? {}).filter((column) => differing(kills, theirKills, column).length > 0)
    expect(columns).toEqual(['attacker_x', 'attacker_y'])
    const misplaced = differing(kills, theirKills, 'attacker_x')
    expect(misplaced.length).toBe(recording === 'full-match/trace-01' ? 4 : 2)
    // a killer who was dead himself by then, and watched a mate
    for (const { killer_health } of misplaced) expect(killer_health).toBeLessThan(0)
    const [revives, theirRevives] = both('revives')
    expect(differing(revives, theirRevives, 'under_fire').length).toBe(1)
    for (const column of ['time_ms', 'medic_guid', 'x', 'y', 'nearest_enemy_guid']) {
      expect([column, differing(revives, theirRevives, column)]).toEqual([column, []])
    }
  })
})
