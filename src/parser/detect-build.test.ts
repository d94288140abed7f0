import { expect, test } from 'vitest'
import { BUILDS } from '../format/builds.ts'
import { parseText } from './parse-text.fixtures.ts'

const TRACK_9 = 'F1;Ferro;ALLIES;SOLDIER;0;1000;;0;'
const TRACK_10 = 'F1;Ferro;ALLIES;SOLDIER;0;1000;;killed;0;'
const TIMING_10 = 'A1;Rook;AXIS;F1;Ferro;ALLIES;1000;20000;5000;0.250'
const COMBAT_18 = '1000;kill;A1;Rook;AXIS;MEDIC;F1;Ferro;ALLIES;SOLDIER;1;2;3;4;5;6;3;8'
const UNIX = '# round_start_unix=1771539000'
const WAVES = '# axis_spawn_interval=30000'

test.each([
  ['the full version decides', 6, ['# tracker_version_full=6.12', '# REVIVES'], '6.12', true],
  [
    'the full version decides in every generation',
    4,
    ['# tracker_version_full=1.0', '# REACTION_METRICS'],
    '1.0',
    true,
  ],
  ['V3 is 3.0', 3, ['# ENGAGEMENTS'], '3.0', true],
  ['tracks of nine columns are 4.0', 4, ['# PLAYER_TRACKS', TRACK_9], '4.0', true],
  ['tracks of ten columns are 4.1', 4, ['# PLAYER_TRACKS', TRACK_10], '4.1', true],
  ['V4 without tracks may be both', 4, ['# PLAYER_TRACKS'], '4.0', false],
  [
    'without tracks the names of their columns tell 4.0',
    4,
    ['# PLAYER_TRACKS', '# guid;first_move_time;samples;path'],
    '4.0',
    true,
  ],
  [
    'without tracks the names of their columns tell 4.1',
    4,
    ['# PLAYER_TRACKS', '# guid;first_move_time;death_type;samples;path'],
    '4.1',
    true,
  ],
  [
    'only the first names of columns count',
    4,
    ['# PLAYER_TRACKS', '# guid;samples;path', '# a;death_type;b'],
    '4.0',
    true,
  ],
  ['a remark names no columns', 4, ['# PLAYER_TRACKS', '# one row per life', '# guid;death_type;path'], '4.1', true],
  [
    'the columns of a second file tell nothing',
    4,
    ['# PLAYER_TRACKS', '# PROXIMITY_TRACKER_V4', '# PLAYER_TRACKS', '# guid;death_type;path'],
    '4.0',
    false,
  ],
  ['V4 with unix times is at least 4.2a', 4, [UNIX, '# PLAYER_TRACKS', TRACK_10], '4.2a', false],
  ['an unknown unix time is one too', 4, ['# round_start_unix=0', '# ENGAGEMENTS'], '4.2a', false],
  ['V4 with reactions is 4.2b', 4, [UNIX, '# REACTION_METRICS'], '4.2b', true],
  ['spawn intervals before the unix times are of February 2026', 5, [WAVES, UNIX, '# TEAM_COHESION'], '5-Feb', true],
  [
    'a sample time in cohesion is of February 2026',
    5,
    ['# TEAM_COHESION', '# sample_time;team;alive_count'],
    '5-Feb',
    true,
  ],
  [
    'spawn intervals behind the unix times are at least 5.0',
    5,
    [UNIX, WAVES, '# TEAM_COHESION', '# time;team'],
    '5.0',
    false,
  ],
  ['no spawn intervals at all are at least 5.0', 5, [UNIX, '# TEAM_COHESION'], '5.0', false],
  ['revives are at least 5.1', 5, [UNIX, WAVES, '# REVIVES'], '5.1', false],
  ['weapon accuracy is at least 5.1', 5, [UNIX, WAVES, '# WEAPON_ACCURACY'], '5.1', false],
  ['kill outcomes are at least 5.1', 5, [UNIX, WAVES, '# KILL_OUTCOME'], '5.1', false],
  ['hit regions in V5 are 5.2', 5, [UNIX, WAVES, '# REVIVES', '# HIT_REGIONS'], '5.2', true],
  ['combat positions in V5 are 5.2', 5, [UNIX, WAVES, '# COMBAT_POSITIONS'], '5.2', true],
  ['spawn timing of ten columns in V6 is 6.01a', 6, ['# SPAWN_TIMING', TIMING_10], '6.01a', true],
  ['combat positions of eighteen columns in V6 are 6.01a', 6, ['# COMBAT_POSITIONS', COMBAT_18], '6.01a', true],
  ['spawn timing of twelve columns is at least 6.01b', 6, ['# SPAWN_TIMING', `${TIMING_10};1.0;5.0`], '6.01b', false],
  ['V6 without later sections is at least 6.01b', 6, ['# CARRIER_EVENTS'], '6.01b', false],
  ['shots are at least 6.02', 6, ['# SHOT_FIRED'], '6.02', false],
  ['aim locks are 6.10', 6, ['# SHOT_FIRED', '# AIM_LOCK'], '6.10', true],
  ['chosen spawns are 6.10', 6, ['# SPAWN_SELECT'], '6.10', true],
  ['skills are 6.10', 6, ['# SKILL_SNAPSHOT'], '6.10', true],
  ['voice commands are 6.10', 6, ['# COMM_EVENTS'], '6.10', true],
  ['a section of the later tracker is of it', 6, ['# PAUSES'], 'Proximity 1', false],
  ['its own word is too', 6, ['# tracker=proximity', '# AIM_LOCK'], 'Proximity 1', false],
  ['a later generation is at least the last known build', 7, ['# SPAWN_TIMING', TIMING_10], '6.11', false],
] as const)('%s', (_, generation, lines, build, exact) => {
  const { round } = parseText([`# PROXIMITY_TRACKER_V${generation}`, '# map=yard', ...lines, ''].join('\n'))
  expect([round.build, round.build_exact]).toEqual([build, exact])
})

test('every build that a rule can name is in the list of builds', () => {
  expect(BUILDS.map(({ name }) => name)).toEqual([
    '3.0',
    '4.0',
    '4.1',
    '4.2a',
    '4.2b',
    '5-Feb',
    '5.0',
    '5.1',
    '5.2',
    '6.01a',
    '6.01b',
    '6.02',
    '6.10',
    '6.11',
    'Proximity 1',
  ])
})
