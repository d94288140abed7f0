import type { Attacker, Path } from '../format/codec.ts'
import type { Round } from '../format/round.ts'
import {
  anAttacker,
  anEngagement,
  aPath,
  aReaction,
  aRound,
  aTrack,
  type PathPoint,
  somePositions,
} from './round.fixtures.ts'

/** The four players of the worked example in output-format.md, section 12.1. */
export const FERRO = { guid: '9B7C5A3E1D2F4B6C8A0E2D4C6B8A0F12', name: 'Ferro' }
export const ROOK = { guid: '1F3A9C5E7B2D4F60A1C3E5D7F9B0A2C4', name: '^4Rook' }
export const VA_LE = { guid: '6D2E8B4A0C9F1D3E5B7A9C2D4E6F8A01', name: 'Va_le' }
export const MARA = { guid: 'C4D6E8F0A2B4C6D8E0F2A4B6C8D0E2F3', name: 'Mara' }

type Who = typeof FERRO

const target = ({ guid, name }: Who) => ({ target_guid: guid, target_name: name })
const killedBy = ({ guid, name }: Who) => ({ outcome: 'killed', killer_guid: guid, killer_name: name })

function hitter(who: Who, team: 'AXIS' | 'ALLIES', damage: number, first: number, over: Partial<Attacker> = {}) {
  return anAttacker(who.name, { ...who, team, damage, first_hit_ms: first, last_hit_ms: first, ...over })
}

/** Points at 58,900 and then at 59,000 and every 500 ms; `end` is the last one. */
function way(
  places: readonly (readonly [x: number, y: number, speed: number, sprint: number])[],
  end: PathPoint,
): Path {
  const times = [58_900, ...places.slice(1).map((_, i) => 59_000 + i * 500)]
  const points = places.map(([x, y, speed, sprint], i): PathPoint => {
    return [times[i] ?? 0, x, y, { z: 24, speed, sprint, event: i === 0 ? 'spawn' : 'sample' }]
  })
  return aPath([...points, end])
}

const still = (x: number, y: number, times: number) => Array.from({ length: times }, () => [x, y, 0, 0] as const)

const tracks = [
  aTrack('Ferro', {
    ...FERRO,
    team: 'ALLIES',
    spawn_time_ms: 58_900,
    death_time_ms: 61_050,
    first_move_time_ms: 60_000,
    path: way(
      [...still(640, 128, 3), [640, 128, 180, 1], [656, 203.6, 200, 1], [756, 203.6, 200, 1]],
      [61_050, 766, 203.6, { z: 24, health: 0, event: 'killed' }],
    ),
  }),
  aTrack('Rook', {
    ...ROOK,
    player_class: 'MEDIC',
    spawn_time_ms: 58_900,
    death_time_ms: 62_550,
    first_move_time_ms: 59_500,
    path: way(
      [...still(100, 128, 2), [100, 128, 200, 1], [200, 128, 200, 1], ...still(300, 128, 5)],
      [62_550, 300, 128, { z: 24, health: 0, event: 'killed' }],
    ),
  }),
  aTrack('Va_le', {
    ...VA_LE,
    player_class: 'ENGINEER',
    spawn_time_ms: 58_900,
    death_time_ms: 63_000,
    first_move_time_ms: 59_500,
    death_type: 'round_end',
    path: way(
      [...still(100, -64, 2), [100, -64, 160, 1], [180, -64, 160, 1], [260, -64, 160, 1], ...still(340, -64, 4)],
      [63_000, 340, -64, { z: 24, health: 80, event: 'round_end' }],
    ),
  }),
  aTrack('Mara', {
    ...MARA,
    team: 'ALLIES',
    player_class: 'MEDIC',
    spawn_time_ms: 58_900,
    death_time_ms: 63_000,
    first_move_time_ms: 60_000,
    death_type: 'round_end',
    path: way(
      [...still(900, 420, 3), [900, 420, 161.2, 1], [830, 380, 161.2, 1], ...still(760, 340, 4)],
      [63_000, 760, 340, { z: 24, event: 'round_end' }],
    ),
  }),
]

const engagements = [
  anEngagement('Ferro', {
    ...target(FERRO),
    ...killedBy(ROOK),
    engagement_id: 1,
    start_time_ms: 60_000,
    end_time_ms: 61_050,
    end_x: 766,
    end_y: 203.6,
    distance_traveled: 201.6,
    attackers: [
      hitter(ROOK, 'AXIS', 80, 60_000, { hits: 2, last_hit_ms: 61_050, got_kill: true }),
      hitter(VA_LE, 'AXIS', 22, 60_420),
    ],
  }),
  anEngagement('Rook', {
    ...target(ROOK),
    ...killedBy(MARA),
    engagement_id: 2,
    start_time_ms: 60_700,
    end_time_ms: 62_550,
    target_team: 'AXIS',
    end_x: 300,
    end_y: 128,
    attackers: [hitter(FERRO, 'ALLIES', 14, 60_700), hitter(MARA, 'ALLIES', 86, 62_550, { got_kill: true })],
  }),
  anEngagement('Va_le', {
    ...target(VA_LE),
    engagement_id: 3,
    outcome: 'round_end',
    start_time_ms: 60_900,
    end_time_ms: 63_000,
    target_team: 'AXIS',
    start_x: 324,
    start_y: -64,
    end_x: 340,
    end_y: -64,
    distance_traveled: 16,
    positions: somePositions([
      [60_900, 324, -64, 'start'],
      [60_900, 324, -64, 'hit'],
      ...[61_400, 61_900, 62_400, 62_900].map((time_ms) => [time_ms, 340, -64, 'sample'] as const),
      [63_000, 340, -64, 'escape'],
    ]),
    attackers: [hitter(MARA, 'ALLIES', 20, 60_900)],
  }),
] as const

/** The complete file of output-format.md, section 12.1, as a round. */
export function workedExample(): Round {
  const [first, second, third] = engagements
  return aRound({
    engagements,
    player_tracks: tracks,
    reaction_metrics: [
      aReaction(first, {
        target_class: 'SOLDIER',
        return_fire_ms: 700,
        dodge_reaction_ms: 1000,
        support_reaction_ms: 900,
      }),
      aReaction(second, { return_fire_ms: 350 }),
      aReaction(third, { target_class: 'ENGINEER' }),
    ],
  })
}
