import type { Generated, GeneratedAlways, Insertable, JSONColumnType, Selectable } from 'kysely'
import type { Header, SensorState } from '../format/header.ts'
import type { Completeness, Problem, SectionCount, Unknown } from '../format/round.ts'
import type { PlayerKind, PlayerRow, RoundSummary } from '../metrics/derived.ts'
import type { Exclusion } from '../metrics/round-facts.ts'

export interface ServerTable {
  id: Generated<number>
  /** Empty for files that name no server. */
  name: string
}

export type FileState = 'imported' | 'superseded' | 'rejected'

export interface RoundFileTable {
  id: GeneratedAlways<number>
  sha256: Uint8Array
  server_id: number
  name: string
  size_bytes: number
  state: FileState
  reason: string | null
  round_id: number | null
  completeness: Completeness | null
  format: number | null
  build: string | null
  rows_accepted: Generated<number>
  rows_reported: Generated<number>
  problem_count: Generated<number>
  problems: JSONColumnType<readonly Problem[], string, string>
  imported_at: Generated<Date>
  /** Zstandard-compressed. */
  raw: Uint8Array | null
}

export interface RoundsTable {
  id: Generated<number>
  match_id: string | null
  round_number: number
  /** Date and time of the file's name: the server's local time when the round ended. */
  round_date: string
  round_time: string
  map_name: string
  /** 0 = unknown. */
  round_start_unix: Generated<number>
  round_end_unix: Generated<number>
  winner_team: Generated<number>
  defender_team: Generated<number>
  round_status: Generated<string | null>
  gaming_session_id: number | null
  created_at: Generated<Date>
  server_id: Generated<number>
  /** `YYYY-MM-DD`. */
  session_date: GeneratedAlways<string>
  round_number_raw: number | null
  round_number_reason: string | null
  /** Start for ordering: from the header, or reckoned from the file's name and the server's time zone. */
  started_unix: number | null
  start_source: 'header' | 'file_name' | null
  exclusion: Exclusion | null
  /** The file that the facts come from; null for a round that only another source has told of. */
  file_id: number | null
  format: number | null
  build: string | null
  /** False: the build is a lower bound. */
  build_exact: Generated<boolean>
  completeness: Completeness | null
  header: JSONColumnType<Header, string, string> | null
  /** Without those that are unknown. */
  sensors: JSONColumnType<Readonly<Record<string, SensorState>>, string, string> | null
  sections: JSONColumnType<Readonly<Record<string, SectionCount>>, string, string> | null
  /** Null: nothing. */
  unknown_parts: JSONColumnType<Unknown, string, string> | null
}

export interface PlayerTable {
  id: GeneratedAlways<number>
  guid: string
  kind: PlayerKind
}

export interface RoundNameTable {
  round_id: number
  name_no: number
  player_id: number
  /** Of the round. */
  started_unix: number | null
  /** As the file has it, maybe empty. */
  guid: string
  name: string
}

export interface RoundPersonView {
  round_id: number
  name_no: number
  player_id: number
  guid: string
  name: string
}

export interface PlayerNameView {
  player_id: number
  /** The latest name, raw. */
  name: string
}

export interface GamingSessionView {
  id: number
  server_id: number
  start_unix: number
  end_unix: number
  rounds: number
  maps: number
}

export type DerivedRoundTable = { round_id: number } & {
  -readonly [K in Exclude<keyof RoundSummary, 'bot_engagements' | 'presence_ms'>]: RoundSummary[K]
} & {
  /** Null: derived by a version that did not set bots apart, and a rebuild is due. */
  bot_engagements: number | null
  /** Null: derived by a version without places, and a rebuild is due. */
  presence_ms: number | null
}

export type DerivedPlayerTable = { round_id: number; player_id: number } & {
  -readonly [K in Exclude<keyof PlayerRow, 'player'>]: PlayerRow[K]
}

export interface DerivedFightTable {
  round_id: number
  /** Row of fact_engagements. */
  row_no: number
  target_id: number
  killer_id: number | null
  crossfire_delay_ms: number | null
  attackers: number
  defenders: number
  cell_x: number
  cell_y: number
  is_crossfire: boolean
  category: string
  cause: string
  /** Null if it is no crossfire. */
  crossfire_ids: number[] | null
  attacker_ids: number[]
}

export interface DerivedLifeTable {
  round_id: number
  /** Row of fact_player_tracks. */
  row_no: number
  player_id: number
  end_time_ms: number | null
  duration_ms: number | null
  time_to_first_move_ms: number | null
  standing_ms: number
  crouching_ms: number
  prone_ms: number
  sprint_ms: number
  total_distance: number | null
  avg_speed: number | null
  peak_speed: number | null
  sprint_percentage: number | null
  post_spawn_distance: number | null
  overlapping: boolean
}

export interface DerivedClassTable {
  round_id: number
  player_id: number
  /** Index into PLAYER_CLASSES. */
  player_class: number
  lives: number
  duration_sum_ms: number
  duration_count: number
  distance_sum: number
  distance_count: number
  sprint_percentage_sum: number
  sprint_percentage_count: number
  first_move_sum_ms: number
  first_move_count: number
}

export interface DerivedReactionTable {
  round_id: number
  player_id: number
  player_class: number
  reaction: string
  fights: number
  samples: number
  sum_ms: number
  /** See reaction-bytes.ts. */
  bins: Uint8Array
}

export interface DerivedPairTable {
  round_id: number
  player1_id: number
  player2_id: number
  together_ms: number
  crossfire_count: number
  crossfire_kills: number
  combined_damage: number
  delay_sum_ms: number
  delay_count: number
  trade_chances_1_for_2: number
  trades_1_for_2: number
  trade_chances_2_for_1: number
  trades_2_for_1: number
  /** Index into TEAMS; null: never together. */
  team: number | null
  /** Null: the file has no lives, or a rebuild is due. */
  crossfire_chances: number | null
  support_chances_1_for_2: number | null
  supports_1_for_2: number | null
  support_chances_2_for_1: number | null
  supports_2_for_1: number | null
}

export interface DerivedOpponentTable {
  round_id: number
  player_ids: number[]
  /** See opponent-bytes.ts. */
  opponents: Uint8Array
}

export interface DerivedTrioTable {
  round_id: number
  player_ids: number[]
  /** See trio-bytes.ts. */
  trios: Uint8Array
}

export interface DerivedTradeTable {
  round_id: number
  /** Row of fact_engagements. */
  row_no: number
  victim_id: number
  killer_id: number
  death_time_ms: number
  trade_window_ms: number
  nearest_teammate_dist: number | null
  victim_team: number
  is_isolation_death: boolean
  /** See trade-mates.ts. */
  mates: number[] | null
}

export interface DerivedAreaTable {
  round_id: number
  /** Cells with a fight. All three: see area-bytes.ts. */
  fight_places: Uint8Array
  fight_cells: Uint8Array
  kill_cells: Uint8Array
}

export interface DerivedPlaceTable {
  round_id: number
  /** Whom the numbers of people in the bytes count. */
  player_ids: number[]
  /** See place-bytes.ts. */
  places: Uint8Array
}

export interface DerivedPresenceTable {
  round_id: number
  player_ids: number[]
  /** See presence-bytes.ts. */
  blocks: Uint8Array
  quarters: Uint8Array
  heights: Uint8Array
}

/** The plain columns of fact_engagements that queries use. */
export interface FactEngagementsTable {
  round_id: number
  row_no: number
  engagement_id: number
  start_time_ms: number
  end_time_ms: number
  duration_ms: number
  target_no: number
  /** Index into TEAMS. */
  target_team: number
  outcome: string
  total_damage_taken: number
  killer_no: number | null
  num_attackers: number
  is_crossfire: boolean
  crossfire_delay_ms: number | null
  start_x: number
  start_y: number
  start_z: number
  end_x: number
  end_y: number
  end_z: number
  distance_traveled: number
  positions: Uint8Array
  /** See attacker-bytes.ts. */
  attackers: Uint8Array
  /** See packed-rows.ts: numbers of names. */
  crossfire_participants: Uint8Array
}

/** The columns of fact_player_tracks. */
export interface FactPlayerTracksTable {
  round_id: number
  row_no: number
  player_no: number
  team: number
  player_class: number
  spawn_time_ms: number
  death_time_ms: number | null
  first_move_time_ms: number | null
  death_type: string | null
  samples: number
  path: Uint8Array
}

export interface DataVersionTable {
  version: number
}

export interface SchemaMigrationTable {
  name: string
  checksum: string
  applied_at: Generated<Date>
}

/** Every table and view that code names. The other fact tables are reached through FACT_TABLES. */
export interface Database {
  server: ServerTable
  round_file: RoundFileTable
  rounds: RoundsTable
  player: PlayerTable
  round_name: RoundNameTable
  round_person: RoundPersonView
  player_name: PlayerNameView
  gaming_session: GamingSessionView
  derived_round: DerivedRoundTable
  derived_player: DerivedPlayerTable
  derived_fight: DerivedFightTable
  derived_life: DerivedLifeTable
  derived_place: DerivedPlaceTable
  derived_presence: DerivedPresenceTable
  derived_class: DerivedClassTable
  derived_reaction: DerivedReactionTable
  derived_pair: DerivedPairTable
  derived_trio: DerivedTrioTable
  derived_opponent: DerivedOpponentTable
  derived_trade: DerivedTradeTable
  derived_area: DerivedAreaTable
  fact_engagements: FactEngagementsTable
  fact_player_tracks: FactPlayerTracksTable
  data_version: DataVersionTable
  schema_migration: SchemaMigrationTable
}

export type StoredRound = Selectable<RoundsTable>
export type NewFile = Insertable<RoundFileTable>
