/** What a setting of the tracker is for, as docs/tracker.md and proximity_config.lua tell it. */
export interface TrackerSetting {
  readonly name: string
  readonly default: boolean | number | string
  /** Least and greatest value of a number. */
  readonly range?: readonly [least: number, most: number]
  /** What may be written, where the default does not show it. */
  readonly allowed?: string
  readonly meaning: string
}

/**
 * The settings that src/tracker/settings.ts has, in its order; a test holds the two against each other, since that file
 * runs in Lua only.
 */
export const TRACKER_SETTINGS: readonly TrackerSetting[] = [
  { name: 'enabled', default: true, meaning: 'With false the module does nothing but say so.' },
  {
    name: 'profile',
    default: 'full',
    allowed: 'full, engagements or kills',
    meaning: 'What is recorded: everything, fights and lives, or kills only.',
  },
  {
    name: 'output_dir',
    default: 'proximity/',
    allowed: 'a folder, at most 60 characters, without ..',
    meaning: 'Where the files go, below the mod folder in fs_homepath.',
  },
  {
    name: 'server_name',
    default: '',
    allowed: 'any text',
    meaning: 'The name under which the rounds of this server are kept. Empty: its sv_hostname.',
  },
  {
    name: 'crossfire_window_ms',
    default: 1_000,
    range: [1, 60_000],
    meaning: 'First hits of two attackers on one target within this time, in ms, are a crossfire.',
  },
  {
    name: 'escape_time_ms',
    default: 5_000,
    range: [1, 60_000],
    meaning: 'A target that is not hit for this time, in ms, and is far enough away has escaped.',
  },
  {
    name: 'escape_distance',
    default: 300,
    range: [1, 10_000],
    meaning: 'How far an escape must lead from the place of the last hit, in game units.',
  },
  {
    name: 'position_sample_interval',
    default: 200,
    range: [50, 5_000],
    meaning: 'Time between two points of the way of a player, in ms.',
  },
  { name: 'grid_size', default: 512, range: [16, 4_096], meaning: 'Side of a cell of the heat maps, in game units.' },
  { name: 'min_damage', default: 1, range: [1, 1_000], meaning: 'Weaker hits begin and continue no fight.' },
  {
    name: 'reaction_window_ms',
    default: 5_000,
    range: [1, 60_000],
    meaning: 'Later answers to the first hit of a fight, in ms, are no reactions.',
  },
  {
    name: 'dodge_angle_threshold_deg',
    default: 45,
    range: [1, 180],
    meaning: 'A turn of the way by so many degrees is a dodge.',
  },
  {
    name: 'dodge_min_step_units',
    default: 24,
    range: [1, 1_000],
    meaning: 'Shorter steps of the way, in game units, are no dodge.',
  },
  {
    name: 'objective_radius',
    default: 500,
    range: [1, 10_000],
    meaning: 'Who is this near to an objective, in game units, is at it.',
  },
  { name: 'objective_tracking', default: true, meaning: 'With false, nearness to objectives is not measured.' },
  {
    name: 'journal_interval_ms',
    default: 30_000,
    range: [1_000, 600_000],
    meaning: 'At most so many ms of a round are lost when the server is killed.',
  },
  {
    name: 'player_messages',
    default: true,
    meaning: 'With false, players read nothing of the tracker at the end of a round.',
  },
]

/** From the largest to the smallest. */
export const PROFILES = ['full', 'engagements', 'kills'] as const
export type Profile = (typeof PROFILES)[number]

const ALL: readonly Profile[] = PROFILES
const FIGHTS: readonly Profile[] = ['full', 'engagements']
const FULL: readonly Profile[] = ['full']

/** Each sensor by the name of its switch, and the profiles that have it, the smallest last. */
export const TRACKER_SENSORS: Readonly<Record<string, readonly Profile[]>> = {
  engagement_tracking: FIGHTS,
  player_tracks: FIGHTS,
  heatmap_generation: FIGHTS,
  objective_focus: FIGHTS,
  reaction_tracking: FIGHTS,
  spawn_timing: ALL,
  team_cohesion: FULL,
  crossfire_opportunities: FULL,
  focus_fire: FIGHTS,
  team_push_detection: FULL,
  trade_kills: ALL,
  revives: ALL,
  weapon_accuracy: FIGHTS,
  kill_outcome_tracking: ALL,
  hit_region_tracking: FULL,
  combat_positions: ALL,
  shot_fired: FULL,
  aim_lock: FULL,
  spawn_select: FULL,
  skill_snapshot: FULL,
  comm_events: [],
  carrier_tracking: FIGHTS,
  carrier_returns: FIGHTS,
  vehicle_tracking: FULL,
  construction_tracking: FIGHTS,
  objective_run_tracking: FULL,
  players: ALL,
  lives: ALL,
  deaths: ALL,
  damage: FULL,
  reinforcements: ALL,
  game_events: ALL,
  pauses: ALL,
  round_outcome: ALL,
  link_codes: ALL,
  capture: ALL,
}

/** What a value may be, in words. */
export function allowedText({ range, allowed }: TrackerSetting): string {
  if (range !== undefined) return `${range[0]} to ${range[1]}`
  return allowed ?? 'true or false'
}

/** A value as it is spelled in Lua. */
export function luaValue(value: boolean | number | string): string {
  return typeof value === 'string' ? `"${luaText(value)}"` : String(value)
}

/** A text between the quotes of a Lua string. */
function luaText(text: string): string {
  return text.replace(/["\\]/g, '\\$&').replace(/\p{Cc}/gu, '_')
}
