/**
 * A second reader of round files, written from the description of the format and without the parser: it splits lines and
 * compares nothing. What it cannot split it throws. The parser must agree with it, value by value.
 */

type Cell = (text: string) => unknown

const int: Cell = (text) => {
  if (!/^-?\d+$/.test(text)) throw new Error(`${text} is no integer`)
  return Number(text) + 0
}
const decimal: Cell = (text) => {
  if (!/^-?\d+(\.\d+)?$/.test(text)) throw new Error(`${text} is no decimal`)
  return Number(text) + 0
}
const text: Cell = (text) => text
const flag: Cell = (text) => text === '1'
const orNull =
  (cell: Cell): Cell =>
  (text) =>
    text === '' ? null : cell(text)
const list =
  (separator: string): Cell =>
  (text) =>
    text === '' ? [] : text.split(separator)

/** The columns of each section: name and meaning, in the order of the file. */
const COLUMNS: Readonly<Record<string, readonly (readonly [string, Cell])[]>> = {
  KILL_HEATMAP: [
    ['grid_x', int],
    ['grid_y', int],
    ['axis_kills', int],
    ['allies_kills', int],
  ],
  MOVEMENT_HEATMAP: [
    ['grid_x', int],
    ['grid_y', int],
    ['traversal', int],
    ['combat', int],
    ['escape', int],
  ],
  OBJECTIVE_FOCUS: [
    ['guid', text],
    ['name', text],
    ['team', text],
    ['objective', text],
    ['avg_distance', decimal],
    ['time_within_radius_ms', int],
    ['samples', int],
  ],
  REACTION_METRICS: [
    ['engagement_id', int],
    ['target_guid', text],
    ['target_name', text],
    ['target_team', text],
    ['target_class', text],
    ['outcome', text],
    ['num_attackers', int],
    ['return_fire_ms', orNull(int)],
    ['dodge_reaction_ms', orNull(int)],
    ['support_reaction_ms', orNull(int)],
    ['start_time_ms', int],
    ['end_time_ms', int],
    ['duration_ms', int],
  ],
  SPAWN_TIMING: [
    ['killer_guid', text],
    ['killer_name', text],
    ['killer_team', text],
    ['victim_guid', text],
    ['victim_name', text],
    ['victim_team', text],
    ['kill_time_ms', int],
    ['enemy_spawn_interval_ms', int],
    ['time_to_next_spawn_ms', int],
    ['spawn_timing_score', decimal],
    ['killer_reinf_s', decimal],
    ['victim_reinf_s', decimal],
  ],
  TEAM_COHESION: [
    ['time_ms', int],
    ['team', text],
    ['alive_count', int],
    ['centroid_x', decimal],
    ['centroid_y', decimal],
    ['dispersion', decimal],
    ['max_spread', decimal],
    ['straggler_count', int],
    ['buddy_pair_guids', list('+')],
    ['buddy_distance', decimal],
  ],
  CROSSFIRE_OPPORTUNITIES: [
    ['time_ms', int],
    ['target_guid', text],
    ['target_name', text],
    ['target_team', text],
    ['teammate1_guid', text],
    ['teammate2_guid', text],
    ['angular_separation', decimal],
    ['was_executed', flag],
    ['damage_within_window', int],
  ],
  FOCUS_FIRE: [
    ['engagement_id', int],
    ['target_guid', text],
    ['target_name', text],
    ['attacker_count', int],
    ['attacker_guids', list(',')],
    ['total_damage', int],
    ['duration_ms', int],
    ['focus_score', decimal],
  ],
  TEAM_PUSHES: [
    ['start_time_ms', int],
    ['end_time_ms', int],
    ['team', text],
    ['avg_speed', decimal],
    ['direction_x', decimal],
    ['direction_y', decimal],
    ['alignment_score', decimal],
    ['push_quality', decimal],
    ['participant_count', int],
    ['toward_objective', text],
  ],
  TRADE_KILLS: [
    ['original_kill_time_ms', int],
    ['traded_kill_time_ms', int],
    ['delta_ms', int],
    ['original_victim_guid', text],
    ['original_victim_name', text],
    ['original_killer_guid', text],
    ['original_killer_name', text],
    ['trader_guid', text],
    ['trader_name', text],
  ],
  REVIVES: [
    ['time_ms', int],
    ['medic_guid', orNull(text)],
    ['medic_name', orNull(text)],
    ['revived_guid', text],
    ['revived_name', text],
    ['x', decimal],
    ['y', decimal],
    ['z', decimal],
    ['distance_to_enemy', decimal],
    ['nearest_enemy_guid', orNull(text)],
    ['under_fire', flag],
  ],
  WEAPON_ACCURACY: [
    ['player_guid', text],
    ['player_name', text],
    ['team', text],
    ['weapon_id', int],
    ['shots_fired', int],
    ['hits', int],
    ['kills', int],
    ['headshots', int],
  ],
  KILL_OUTCOME: [
    ['kill_time_ms', int],
    ['victim_guid', text],
    ['victim_name', text],
    ['killer_guid', text],
    ['killer_name', text],
    ['kill_mod', int],
    ['outcome', text],
    ['outcome_time_ms', int],
    ['delta_ms', int],
    ['effective_denied_ms', int],
    ['gibber_guid', orNull(text)],
    ['gibber_name', orNull(text)],
    ['reviver_guid', orNull(text)],
    ['reviver_name', orNull(text)],
  ],
  HIT_REGIONS: [
    ['time_ms', int],
    ['attacker_guid', text],
    ['attacker_name', text],
    ['victim_guid', text],
    ['victim_name', text],
    ['weapon_id', int],
    ['region', int],
    ['damage', int],
  ],
  COMBAT_POSITIONS: [
    ['time_ms', int],
    ['event', text],
    ['attacker_guid', text],
    ['attacker_name', text],
    ['attacker_team', text],
    ['attacker_class', text],
    ['victim_guid', text],
    ['victim_name', text],
    ['victim_team', text],
    ['victim_class', text],
    ['attacker_x', int],
    ['attacker_y', int],
    ['attacker_z', int],
    ['victim_x', int],
    ['victim_y', int],
    ['victim_z', int],
    ['weapon_id', int],
    ['mod', int],
    ['killer_health', int],
    ['axis_alive', int],
    ['allies_alive', int],
  ],
  SHOT_FIRED: [
    ['time_ms', int],
    ['guid', text],
    ['weapon_id', int],
    ['x', int],
    ['y', int],
    ['z', int],
    ['yaw', decimal],
    ['pitch', decimal],
  ],
  AIM_LOCK: [
    ['start_time_ms', int],
    ['end_time_ms', int],
    ['duration_ms', int],
    ['guid', text],
    ['name', text],
    ['team', text],
    ['target_guid', text],
    ['target_name', text],
    ['avg_err_deg', decimal],
    ['avg_dist', decimal],
    ['samples', int],
  ],
  CARRIER_EVENTS: [
    ['carrier_guid', text],
    ['carrier_name', text],
    ['carrier_team', text],
    ['flag_team', text],
    ['pickup_time_ms', int],
    ['drop_time_ms', int],
    ['duration_ms', int],
    ['outcome', text],
    ['carry_distance', decimal],
    ['beeline_distance', decimal],
    ['efficiency', decimal],
    ['path_samples', int],
    ['pickup_x', int],
    ['pickup_y', int],
    ['pickup_z', int],
    ['drop_x', int],
    ['drop_y', int],
    ['drop_z', int],
    ['killer_guid', orNull(text)],
    ['killer_name', orNull(text)],
  ],
  CARRIER_KILLS: [
    ['kill_time_ms', int],
    ['carrier_guid', text],
    ['carrier_name', text],
    ['carrier_team', text],
    ['killer_guid', text],
    ['killer_name', text],
    ['killer_team', text],
    ['means_of_death', int],
    ['carrier_distance_at_kill', decimal],
    ['flag_team', text],
  ],
  SPAWN_SELECT: [
    ['time_ms', int],
    ['guid', text],
    ['name', text],
    ['team', text],
    ['spawn_index', int],
    ['last_spawn_time', int],
  ],
  SKILL_SNAPSHOT: [
    ['guid', text],
    ['name', text],
    ['team', text],
    ['battle_sense', int],
    ['engineering', int],
    ['first_aid', int],
    ['signals', int],
    ['light_weapons', int],
    ['heavy_weapons', int],
    ['covertops', int],
  ],
  COMM_EVENTS: [
    ['time_ms', int],
    ['guid', text],
    ['name', text],
    ['team', text],
    ['cmd', text],
    ['arg', text],
  ],
  CARRIER_RETURNS: [
    ['return_time_ms', int],
    ['returner_guid', orNull(text)],
    ['returner_name', orNull(text)],
    ['returner_team', orNull(text)],
    ['flag_team', text],
    ['original_carrier_guid', orNull(text)],
    ['drop_time_ms', int],
    ['return_delay_ms', int],
    ['drop_x', int],
    ['drop_y', int],
    ['drop_z', int],
  ],
  VEHICLE_PROGRESS: [
    ['vehicle_name', text],
    ['vehicle_type', text],
    ['start_x', int],
    ['start_y', int],
    ['start_z', int],
    ['end_x', int],
    ['end_y', int],
    ['end_z', int],
    ['total_distance', decimal],
    ['max_health', int],
    ['final_health', int],
    ['destroyed_count', int],
  ],
  ESCORT_CREDIT: [
    ['player_guid', text],
    ['player_name', text],
    ['player_team', text],
    ['vehicle_name', text],
    ['mounted_time_ms', int],
    ['proximity_time_ms', int],
    ['total_escort_distance', decimal],
    ['credit_distance', decimal],
    ['samples', int],
  ],
  CONSTRUCTION_EVENTS: [
    ['event_time_ms', int],
    ['event_type', text],
    ['player_guid', text],
    ['player_name', text],
    ['player_team', text],
    ['track_name', text],
    ['player_x', int],
    ['player_y', int],
    ['player_z', int],
  ],
  OBJECTIVE_RUNS: [
    ['engineer_guid', text],
    ['engineer_name', text],
    ['engineer_team', text],
    ['action_type', text],
    ['track_name', text],
    ['action_time_ms', int],
    ['approach_time_ms', int],
    ['approach_distance', decimal],
    ['beeline_distance', decimal],
    ['path_efficiency', decimal],
    ['self_kills', int],
    ['team_kills', int],
    ['escort_guids', list('|')],
    ['enemies_nearby', int],
    ['nearby_teammates', int],
    ['run_type', text],
    ['obj_x', int],
    ['obj_y', int],
    ['obj_z', int],
    ['killer_guid', orNull(text)],
    ['killer_name', orNull(text)],
  ],
}

const ENGAGEMENT_COLUMNS: readonly (readonly [string, Cell])[] = [
  ['engagement_id', int],
  ['start_time_ms', int],
  ['end_time_ms', int],
  ['duration_ms', int],
  ['target_guid', text],
  ['target_name', text],
  ['target_team', text],
  ['outcome', text],
  ['total_damage_taken', int],
  ['killer_guid', orNull(text)],
  ['killer_name', orNull(text)],
  ['num_attackers', int],
  ['is_crossfire', flag],
  ['crossfire_delay_ms', orNull(int)],
  ['crossfire_participants', list(',')],
  ['start_x', decimal],
  ['start_y', decimal],
  ['start_z', decimal],
  ['end_x', decimal],
  ['end_y', decimal],
  ['end_z', decimal],
  ['distance_traveled', decimal],
]

const TRACK_COLUMNS: readonly (readonly [string, Cell])[] = [
  ['guid', text],
  ['name', text],
  ['team', text],
  ['player_class', text],
  ['spawn_time_ms', int],
  ['death_time_ms', int],
  ['first_move_time_ms', orNull(int)],
  ['death_type', orNull(text)],
  ['samples', int],
]

type Row = Record<string, unknown>

export interface NaiveFile {
  readonly header: Readonly<Record<string, string>>
  /** Rows by the section's name in the file. */
  readonly rows: Readonly<Record<string, Row[]>>
}

/** The header and the rows of a file of build 4.2 or later. */
export function readNaively(file: string): NaiveFile {
  const header: Record<string, string> = {}
  const rows: Record<string, Row[]> = {}
  let section = ''
  for (const line of file.split('\n')) {
    if (/^# [A-Z_]+$/.test(line)) {
      section = line.slice(2)
      rows[section] = []
    } else if (line.startsWith('# ') && line.includes('=') && section === '') {
      const [key = '', value = ''] = line.slice(2).split('=')
      header[key] = value
    } else if (line !== '' && !line.startsWith('#')) rows[section]?.push(readRow(section, line))
  }
  return { header, rows }
}

function readRow(section: string, line: string): Row {
  const parts = line.split(';')
  if (section === 'ENGAGEMENTS') {
    const positions = parts[22] ?? ''
    const attackers = parts.slice(23).join(';')
    return {
      ...plainRow(ENGAGEMENT_COLUMNS, parts.slice(0, 22)),
      positions: points(positions),
      attackers: fighters(attackers),
    }
  }
  if (section === 'PLAYER_TRACKS')
    return { ...plainRow(TRACK_COLUMNS, parts.slice(0, 9)), path: points(parts[9] ?? '') }
  const columns = COLUMNS[section]
  if (columns === undefined) throw new Error(`${section} has rows and is not described here`)
  return plainRow(columns, parts)
}

function plainRow(columns: readonly (readonly [string, Cell])[], parts: readonly string[]): Row {
  if (parts.length !== columns.length) throw new Error(`${parts.length} columns, expected ${columns.length}`)
  return Object.fromEntries(columns.map(([name, cell], i) => [name, cell(parts[i] as string)]))
}

/** Points as lists of their numbers and, last, their word. */
function points(text: string): unknown[][] {
  if (text === '') return []
  return text.split('|').map((point) => {
    const parts = point.split(',')
    return [...parts.slice(0, -1).map(decimal), parts.at(-1)]
  })
}

function fighters(text: string): Row[] {
  if (text === '') return []
  return text.split('|').map((element) => {
    const [guid, name, team, damage = '', hits = '', first = '', last = '', kill = '', weapons = ''] =
      element.split(',')
    const pairs = weapons.split(';').filter((pair) => pair !== '' && pair !== '0:0')
    return {
      guid,
      name,
      team,
      damage: int(damage),
      hits: int(hits),
      first_hit_ms: int(first),
      last_hit_ms: int(last),
      got_kill: flag(kill),
      weapons: pairs.map((pair) => pair.split(':').map(int)),
    }
  })
}
