import { utf8 } from './bytes.ts'
import type { Incident } from './incidents.ts'
import type { Match } from './match.ts'
import { bot, CLASS, community, type Person } from './people.ts'
import { ALLIES, AXIS, SPECTATOR } from './world.ts'

// a Friday evening
const UNIX = 1_795_180_000
const { people, pairs } = community(3, 10)

/** A person of the scenarios, by place; the same in each. */
function person(place: number): Person {
  return people[place] as Person
}

function short(minutes: number, rounds: readonly (readonly Incident[])[], more: Partial<Match> = {}): Match {
  return {
    seed: 11,
    map: 'oldmarket',
    server_name: '^3scrim^7-1',
    unix: UNIX,
    level_time_ms: 61_050,
    frame_ms: 50,
    guests: [0, 1, 2, 3, 4, 5].map((slot) => ({ person: person(slot), slot, team: slot % 2 === 0 ? AXIS : ALLIES })),
    pairs,
    rounds,
    minutes,
    warm_up_ms: 3_500,
    intermission_ms: 8_000,
    ...more,
  }
}

const nobody: Person = { ...person(6), guid: '', name: '^xno^yguid' }

/** Short matches, each with something that a tracker must get right. */
export const SCENARIOS = {
  /** Two rounds to the time limit, sides swapped between them. */
  two_rounds: short(0.75, [[], []]),
  /** The attackers do everything; round 2 has the time that they needed. */
  objective: short(8, [[], []], { seed: 2, guests: lopsided() }),
  pause: short(0.75, [[{ at_ms: 20_000, kind: 'pause', for_ms: 17_650 }]]),
  surrender: short(1, [[{ at_ms: 30_000, kind: 'surrender', team: AXIS }], []]),
  /** A `map_restart` in mid-round: the same round again, without "Exit:". */
  restart: short(0.5, [[{ at_ms: 20_000, kind: 'restart' }]]),
  reset_match: short(0.5, [[{ at_ms: 20_000, kind: 'reset_match' }]]),
  map_change: short(1, [[{ at_ms: 30_000, kind: 'map_change' }]]),
  server_stop: short(1, [[{ at_ms: 30_000, kind: 'server_stop' }]]),
  crash: short(1, [[{ at_ms: 30_000, kind: 'crash' }]]),
  /** Somebody leaves, another takes his slot, and the first comes back into a new one. */
  slot_reuse: short(1, [
    [
      { at_ms: 15_000, kind: 'leave', slot: 2 },
      { at_ms: 18_000, kind: 'join', slot: 2, person: person(7), team: AXIS },
      { at_ms: 25_000, kind: 'join', slot: 9, person: person(2), team: AXIS },
      { at_ms: 45_000, kind: 'leave', slot: 2 },
    ],
  ]),
  /** A client without GUID, a bot, a spectator who follows and one who flies. */
  odd_clients: short(0.75, [[]], {
    guests: [
      { person: person(0), slot: 0, team: AXIS },
      { person: nobody, slot: 1, team: ALLIES },
      { person: { ...nobody, name: 'second nobody' }, slot: 2, team: AXIS },
      { person: bot(3), slot: 3, team: ALLIES },
      { person: person(4), slot: 4, team: SPECTATOR },
      { person: person(5), slot: 6, team: SPECTATOR },
    ],
  }),
  /** Changes of side, class and name in play, and back from the spectators. */
  changes: short(1, [
    [
      { at_ms: 5_000, kind: 'rename', slot: 0, name: 'a|b;c,d' },
      { at_ms: 8_000, kind: 'rename', slot: 0, name: utf8('ž"<i>') },
      { at_ms: 12_000, kind: 'choose_team', slot: 1, team: AXIS },
      { at_ms: 16_000, kind: 'choose_team', slot: 3, team: SPECTATOR },
      { at_ms: 20_000, kind: 'choose_class', slot: 4, player_class: CLASS.soldier },
      { at_ms: 30_000, kind: 'choose_team', slot: 3, team: ALLIES },
      { at_ms: 35_000, kind: 'rename', slot: 2, name: '' },
    ],
  ]),
  /** Deaths that no enemy's bullet caused, and chat that looks like the game's own lines. */
  odd_deaths: short(1, [
    [
      { at_ms: 10_000, kind: 'suicide', slot: 0 },
      { at_ms: 12_000, kind: 'shove', slot: 1, by: 2 },
      { at_ms: 14_000, kind: 'say', slot: 3, text: 'Kill: 1 2 8: forged' },
      { at_ms: 15_000, kind: 'rename', slot: 3, name: 'Medic_Revive: 1 2' },
      { at_ms: 16_000, kind: 'say', slot: 3, text: 'Exit: Timelimit hit.' },
      { at_ms: 20_000, kind: 'choose_team', slot: 4, team: SPECTATOR },
    ],
  ]),
  /** A server at 40 frames a second. */
  fast_frames: short(0.5, [[]], { frame_ms: 25 }),
  /** Nobody but one player. */
  alone: short(0.5, [[]], { guests: [{ person: person(0), slot: 0, team: AXIS }] }),
  /** Everybody leaves, and the round runs out on an empty server. */
  emptied: short(0.5, [[0, 1, 2, 3, 4, 5].map((slot) => ({ at_ms: 10_000 + 500 * slot, kind: 'leave', slot }))]),
} as const satisfies Readonly<Record<string, Match>>

/** Attackers who have nobody against them but one. */
function lopsided(): Match['guests'] {
  const engineer = { ...person(1), player_class: CLASS.engineer }
  return [
    { person: engineer, slot: 1, team: AXIS },
    { person: { ...person(3), player_class: CLASS.engineer }, slot: 3, team: AXIS },
    { person: person(4), slot: 4, team: AXIS },
    { person: { ...person(5), player_class: CLASS.engineer }, slot: 5, team: ALLIES },
  ]
}
