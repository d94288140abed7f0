/** The builds of the tracker, the original's and this project's, and what each puts into a file. */

export interface Build {
  readonly name: string
  readonly generation: number
  /** Header keys of the build, in its order. */
  readonly header: readonly string[]
  /** Sections it can write. */
  readonly sections: readonly string[]
  /** Sections whose header line it writes even without rows. */
  readonly always: readonly string[]
  /** Sections written in the older layout. */
  readonly old_layout: readonly string[]
  /** Separator of the two players of a buddy pair. */
  readonly pair_separator: string
}

const H3 = ['map', 'round', 'crossfire_window', 'escape_time', 'escape_distance']
const H4 = [...H3, 'position_sample_interval']
const UNIX = ['round_start_unix', 'round_end_unix']
const WAVES = ['axis_spawn_interval', 'allies_spawn_interval']
const H42 = [...H4, ...UNIX]
const H5FEB = [...H4, ...WAVES, ...UNIX]
const H50 = [...H42, ...WAVES]
const H611 = [...H50, 'tracker_version_full', 'test_mode', 'capabilities']
const H_OWN = [
  ...H611,
  'tracker',
  'build_hash',
  'settings_hash',
  'settings',
  'server_name',
  'engine_version',
  'lua_version',
  'engine_round',
  'round_reason',
  'live_level_time',
]

const S3 = ['ENGAGEMENTS', 'KILL_HEATMAP', 'MOVEMENT_HEATMAP']
const S4 = ['ENGAGEMENTS', 'PLAYER_TRACKS', 'KILL_HEATMAP', 'MOVEMENT_HEATMAP']
const S42A = [...S4, 'OBJECTIVE_FOCUS']
const S42B = [...S42A, 'REACTION_METRICS']
const TEAM = ['SPAWN_TIMING', 'TEAM_COHESION', 'CROSSFIRE_OPPORTUNITIES', 'TEAM_PUSHES', 'TRADE_KILLS']
const S5FEB = [...S42B, ...TEAM]
const S50 = [...S5FEB, 'FOCUS_FIRE']
const S51 = [...S50, 'REVIVES', 'WEAPON_ACCURACY', 'KILL_OUTCOME']
const S52 = [...S51, 'HIT_REGIONS', 'COMBAT_POSITIONS']
const S601 = [
  ...S52,
  'CARRIER_EVENTS',
  'CARRIER_KILLS',
  'CARRIER_RETURNS',
  'VEHICLE_PROGRESS',
  'ESCORT_CREDIT',
  'CONSTRUCTION_EVENTS',
  'OBJECTIVE_RUNS',
]
const S602 = [...S601, 'SHOT_FIRED']
const S610 = [...S602, 'AIM_LOCK', 'SPAWN_SELECT', 'SKILL_SNAPSHOT', 'COMM_EVENTS']
const S_OWN = [
  ...S610,
  'PLAYERS',
  'LIVES',
  'DEATHS',
  'DAMAGE',
  'REINFORCEMENTS',
  'GAME_EVENTS',
  'PAUSES',
  'ROUND_OUTCOME',
  'LINK_CODES',
  'CAPTURE',
]

const NEW = { old_layout: [], pair_separator: '+' }
const EARLY = ['SPAWN_TIMING', 'COMBAT_POSITIONS']

/** Every build, oldest first. */
export const BUILDS: readonly Build[] = [
  { name: '3.0', generation: 3, header: H3, sections: S3, always: S3, ...NEW },
  {
    name: '4.0',
    generation: 4,
    header: H4,
    sections: S4,
    always: S4,
    old_layout: ['PLAYER_TRACKS'],
    pair_separator: '+',
  },
  { name: '4.1', generation: 4, header: H4, sections: S4, always: S4, ...NEW },
  { name: '4.2a', generation: 4, header: H42, sections: S42A, always: S4, ...NEW },
  { name: '4.2b', generation: 4, header: H42, sections: S42B, always: S4, ...NEW },
  {
    name: '5-Feb',
    generation: 5,
    header: H5FEB,
    sections: S5FEB,
    always: [...S4, ...TEAM],
    old_layout: ['SPAWN_TIMING'],
    pair_separator: ',',
  },
  { name: '5.0', generation: 5, header: H50, sections: S50, always: S4, old_layout: EARLY, pair_separator: '+' },
  { name: '5.1', generation: 5, header: H50, sections: S51, always: S4, old_layout: EARLY, pair_separator: '+' },
  { name: '5.2', generation: 5, header: H50, sections: S52, always: S4, old_layout: EARLY, pair_separator: '+' },
  { name: '6.01a', generation: 6, header: H50, sections: S601, always: S4, old_layout: EARLY, pair_separator: '+' },
  { name: '6.01b', generation: 6, header: H50, sections: S601, always: S4, ...NEW },
  { name: '6.02', generation: 6, header: H50, sections: S602, always: S4, ...NEW },
  { name: '6.10', generation: 6, header: H50, sections: S610, always: S4, ...NEW },
  { name: '6.11', generation: 6, header: H611, sections: S610, always: S4, ...NEW },
  { name: 'Proximity 1', generation: 6, header: H_OWN, sections: S_OWN, always: S4, ...NEW },
]
