import {
  attackers,
  coordinate1,
  flag,
  guid,
  guidsComma,
  int,
  ms,
  optional,
  path,
  playerClass,
  positions,
  type Row,
  team,
  text,
  units1,
  word,
} from './codec.ts'

/** One row per fight against one player: from the first hit on him until death, escape or the end of the round. */
export const engagements = [
  ['engagement_id', int, 'running number in order of opening; rows stand in order of closing'],
  ['start_time_ms', ms, 'first hit'],
  ['end_time_ms', ms],
  ['duration_ms', ms, 'end minus start'],
  ['target_guid', guid],
  ['target_name', text],
  ['target_team', team],
  ['outcome', word, 'killed, escaped, round_end, timeout, disconnect, shutdown; 5-Feb also the causes of death'],
  ['total_damage_taken', int, 'hit points, overkill included'],
  ['killer_guid', optional(guid), 'empty unless a client killed; after a suicide the target himself'],
  ['killer_name', optional(text)],
  ['num_attackers', int, '0 for a death without attacker'],
  ['is_crossfire', flag, "the tracker's own judgement, team mates included until 5.0"],
  ['crossfire_delay_ms', optional(ms), 'between the first hits of the first two attackers; 0 is a value'],
  ['crossfire_participants', guidsComma, 'in order of first hit'],
  ['start_x', coordinate1],
  ['start_y', coordinate1],
  ['start_z', coordinate1],
  ['end_x', coordinate1],
  ['end_y', coordinate1],
  ['end_z', coordinate1],
  ['distance_traveled', units1, 'straight lines from hit to hit and to the end: a lower bound of the way'],
  ['positions', positions, 'points `time,x,y,z,event` joined by `|`'],
  ['attackers', attackers, 'elements of nine fields joined by `|`; **every weapon pair ends with `;`**'],
] as const
export type Engagement = Row<typeof engagements>

/** One row per life: from a spawn to death, disconnect or the end of the round. */
export const playerTracks = [
  ['guid', guid],
  ['name', text],
  ['team', team],
  ['player_class', playerClass, 'the class played'],
  ['spawn_time_ms', ms],
  [
    'death_time_ms',
    optional(ms),
    'end of the track, whatever ended it; a literal 0 before its beginning or its points is absent',
  ],
  ['first_move_time_ms', optional(ms), 'first sample faster than 10 units/s'],
  ['death_type', optional(word), 'absent in 4.0'],
  ['samples', int, 'points in the path as the file states it'],
  ['path', path, 'points `time,x,y,z,health,speed,weapon,stance,sprint,event` joined by `|`'],
] as const
export type PlayerTrack = Row<typeof playerTracks>

/** Kills per cell of 512 units, drawn where the victim died, on the killer's side. */
export const killHeatmap = [
  ['grid_x', int],
  ['grid_y', int],
  ['axis_kills', int],
  ['allies_kills', int],
] as const
export type KillCell = Row<typeof killHeatmap>

/** Movement per cell of 512 units. */
export const movementHeatmap = [
  ['grid_x', int],
  ['grid_y', int],
  ['traversal', int, 'samples of tracks in the cell: depends on the sample interval'],
  ['combat', int, 'hits received in the cell'],
  ['escape', int, 'engagements that ended here as escaped'],
] as const
export type MovementCell = Row<typeof movementHeatmap>

/** One row per player who was sampled on a map with known objectives. */
export const objectiveFocus = [
  ['guid', guid],
  ['name', text],
  ['team', team],
  ['objective', text, 'the objective that was nearest most often'],
  ['avg_distance', units1, 'mean distance to the nearest objective'],
  ['time_within_radius_ms', ms, 'within 500 units; in files of the original samples times the nominal interval'],
  ['samples', int],
] as const
export type ObjectiveFocus = Row<typeof objectiveFocus>

/** One row per closed engagement: how the target and his mates answered, after the first hit, within 5 s. */
export const reactionMetrics = [
  ['engagement_id', int],
  ['target_guid', guid],
  ['target_name', text],
  ['target_team', team],
  ['target_class', playerClass],
  ['outcome', word],
  ['num_attackers', int],
  ['return_fire_ms', optional(ms), 'the target hits one of his attackers; empty when it did not happen'],
  ['dodge_reaction_ms', optional(ms), 'the target turns by 45 degrees or more'],
  ['support_reaction_ms', optional(ms), 'a team mate hits one of the attackers'],
  ['start_time_ms', ms],
  ['end_time_ms', ms],
  ['duration_ms', ms],
] as const
export type ReactionMetric = Row<typeof reactionMetrics>
