import type { PlayerClass, Team } from '../format/codec.ts'

/**
 * What is derived from one round, as rows. Each list becomes a table keyed by the round; nothing here is a fact, so all
 * of it can be thrown away and made again. `player` is an index into {@link Roster.players}.
 */
export interface Derived {
  readonly roster: Roster
  readonly summary: RoundSummary
  readonly fights: readonly FightRow[]
  readonly lives: readonly LifeRow[]
  readonly players: readonly PlayerRow[]
  readonly classes: readonly ClassRow[]
  readonly reactions: readonly ReactionRow[]
  readonly pairs: readonly PairRow[]
  readonly opponents: readonly OpponentRow[]
  readonly trios: readonly TrioRow[]
  readonly trades: readonly TradeRow[]
  readonly cells: readonly CellRow[]
  readonly fight_cells: readonly FightCellRow[]
  readonly places: readonly PlaceRow[]
  readonly presence: readonly PresenceRow[]
}

/** `bot`: the identifier says so. `unknown`: no identifier that could be followed into another round (L-21). */
export type PlayerKind = 'human' | 'bot' | 'unknown'

/** One person of a round. */
export interface RosterPlayer {
  /** As in the file; empty or `SLOT<n>` for kind `unknown`. */
  readonly guid: string
  readonly kind: PlayerKind
  /** The last name used in the round, raw. */
  readonly name: string
}

/** A name that a person used: what the rows of facts refer to. */
export interface RosterName {
  readonly player: number
  readonly name: string
}

/** Everybody whom a row names, by first appearance in the file; who has an identifier only comes last, with name ''. */
export interface Roster {
  readonly players: readonly RosterPlayer[]
  readonly names: readonly RosterName[]
}

/** Who brought the damage or the death of an engagement; `bot`: a bot took part, in a round of people (L-41). */
export type Category = 'fight' | 'team' | 'no_attacker' | 'bot'
/** Who killed; `none` when nobody died. */
export type KillCause = 'enemy' | 'team' | 'self' | 'world' | 'none'

/** One engagement, judged. Same order and number as the engagement rows of the file. */
export interface FightRow {
  readonly engagement_id: number
  /** `fight`: at least one enemy attacker and no bot. Only fights count in statistics (D10, L-41, L-43). */
  readonly category: Category
  readonly target: number
  /** Enemy attackers. */
  readonly attackers: number
  /** The target and those of his mates, no bots, who hit one of the attackers meanwhile; 0 unless a fight. */
  readonly defenders: number
  readonly cause: KillCause
  /** The enemy who killed. */
  readonly killer: number | null
  /** Enemy attackers only (D8), from the first hits. */
  readonly is_crossfire: boolean
  readonly crossfire_delay_ms: number | null
  readonly crossfire_players: readonly number[]
  /** Enemy attackers in order of first hit. */
  readonly attacker_players: readonly number[]
  /** Cell of 256 units of the end position; at the end of a round of the last place before it (D4). */
  readonly cell_x: number
  readonly cell_y: number
}

/** What one did to another of the other side in a round; without bots among people. */
export interface OpponentRow {
  readonly attacker: number
  readonly target: number
  /** Fights in which he hit the other. */
  readonly fights: number
  /** Deaths of the other that were his, whoever hit before. */
  readonly kills: number
}

/** One life (one track of the file, same order). */
export interface LifeRow {
  readonly player: number
  /** Number of the track in the file, from 0. */
  readonly track_no: number
  readonly team: Team
  readonly player_class: PlayerClass
  readonly spawn_time_ms: number
  /** End of the life; where it overlaps the player's next life, that one's start (L-57). Null: the file has none. */
  readonly end_time_ms: number | null
  readonly duration_ms: number | null
  /** True where the end was cut because of an overlap. */
  readonly overlapping: boolean
  readonly time_to_first_move_ms: number | null
  /** Sum of 3-D steps; without the jump to the intermission camera at the end of a round (D4). Null without points. */
  readonly total_distance: number | null
  /** Mean of the speeds above 0. Null when never moving. */
  readonly avg_speed: number | null
  readonly peak_speed: number | null
  /** Share of points with sprint, 0 to 100. */
  readonly sprint_percentage: number | null
  /** Time by stance and in sprint: each point lasts until the next one (D44). */
  readonly standing_ms: number
  readonly crouching_ms: number
  readonly prone_ms: number
  readonly sprint_ms: number
  /** Way of the first 3 s after the spawn, units. */
  readonly post_spawn_distance: number | null
}

/** Every mean is kept as sum and count (L-49); these are over lives that have the value. */
interface LifeMeans {
  readonly sprint_percentage_sum: number
  readonly sprint_percentage_count: number
  readonly first_move_sum_ms: number
  readonly first_move_count: number
}

/** Sums of one person over the round. */
export interface PlayerRow extends LifeMeans {
  readonly player: number
  readonly axis_ms: number
  readonly allies_ms: number
  readonly lives: number
  readonly alive_ms: number
  readonly deaths: number
  readonly deaths_by_enemy: number
  readonly kills: number
  readonly solo_kills: number
  readonly assisted_kills: number
  /** Fights of others in which he was an attacker. */
  readonly attacks: number
  readonly solo_attacks: number
  readonly damage_dealt: number
  readonly damage_taken: number
  readonly times_targeted: number
  readonly times_focused: number
  readonly focus_escapes: number
  readonly focus_deaths: number
  readonly solo_escapes: number
  readonly solo_deaths: number
  /** Over escapes only (D39). */
  readonly escape_distance_sum: number
  readonly escape_count: number
  readonly target_duration_sum_ms: number
  readonly crossfire_participations: number
  readonly crossfire_kills: number
  readonly crossfire_damage: number
  readonly crossfire_final_blows: number
  readonly crossfire_delay_sum_ms: number
  readonly crossfire_delay_count: number
  /** Joined a crossfire after its window (D40). */
  readonly crossfire_late_joins: number
  /** Mates' deaths he could have traded / shot at the killer after / killed the killer in time / was near and did not. */
  readonly trade_opportunities: number
  readonly trade_attempts: number
  readonly trade_successes: number
  /** Of his successes those at an opportunity: with `trade_opportunities` a rate that cannot exceed 1 (L-42). */
  readonly trade_opportunity_successes: number
  readonly trade_missed: number
  /** His own deaths by enemies / of these, traded / isolated. */
  readonly tradable_deaths: number
  readonly traded_deaths: number
  readonly isolation_deaths: number
  /** Opportunities at which he was able to help / of these, did not. */
  readonly bait_chances: number
  readonly baits: number
  readonly support_samples: number
  readonly total_samples: number
  readonly distance_sum: number
  readonly distance_count: number
  /** Over lives: the sum of their mean speeds. */
  readonly speed_sum: number
  readonly speed_count: number
  readonly life_duration_sum_ms: number
  readonly life_duration_count: number
  readonly standing_ms: number
  readonly crouching_ms: number
  readonly prone_ms: number
  readonly sprint_ms: number
}

/** Lives of one person in one class. */
export interface ClassRow extends LifeMeans {
  readonly player: number
  readonly player_class: PlayerClass
  readonly lives: number
  readonly duration_sum_ms: number
  readonly duration_count: number
  readonly distance_sum: number
  readonly distance_count: number
}

export type ReactionKind = 'return_fire' | 'dodge' | 'support'

/**
 * Reactions of one person in one class after being hit. `happened[i]` counts reactions within bin i of 250 ms;
 * `censored[i]` those fights that ended in bin i (death, escape, end) before a reaction: for the product-limit estimate
 * (L-83).
 */
export interface ReactionRow {
  readonly player: number
  readonly player_class: PlayerClass
  readonly reaction: ReactionKind
  readonly fights: number
  readonly samples: number
  readonly sum_ms: number
  readonly happened: readonly number[]
  readonly censored: readonly number[]
}

/** Two people of one side, the smaller guid first (plain order of code units; equal guids by name). */
export interface PairRow {
  readonly player1: number
  readonly player2: number
  /** Where they were together last; null if they never were. */
  readonly team: Team | null
  /** Both alive on the same side at the same time. */
  readonly together_ms: number
  /** Fights that both could have made a crossfire of; with `crossfire_count` a rate. Null where the file has no lives. */
  readonly crossfire_chances: number | null
  readonly crossfire_count: number
  readonly crossfire_kills: number
  readonly combined_damage: number
  /** Between the first hits of these two. */
  readonly delay_sum_ms: number
  readonly delay_count: number
  /** Player 1 avenged player 2, and the other way round: opportunities, and the successes at these. */
  readonly trade_chances_1_for_2: number
  readonly trades_1_for_2: number
  readonly trade_chances_2_for_1: number
  readonly trades_2_for_1: number
  /** Player 1 was alive when player 2 was attacked / and at his side, and the other way round. Null without lives. */
  readonly support_chances_1_for_2: number | null
  readonly supports_1_for_2: number | null
  readonly support_chances_2_for_1: number | null
  readonly supports_2_for_1: number | null
}

/** Three people of one side. */
export interface TrioRow {
  readonly player1: number
  readonly player2: number
  readonly player3: number
  /** Where they were together last. */
  readonly team: Team
  /** All three alive on the same side at the same time. */
  readonly together_ms: number
  /** Fights that two of them could have made a crossfire of / did / all three of them did. */
  readonly crossfire_chances: number
  readonly crossfire_count: number
  readonly crossfires_of_three: number
}

/** One death by an enemy, and what the victim's mates made of it. */
export interface TradeRow {
  /** Row of the engagement in the file, from 0: broken files repeat the numbers of engagements. */
  readonly row_no: number
  readonly victim: number
  readonly victim_team: Team
  readonly killer: number
  readonly death_time_ms: number
  readonly trade_window_ms: number
  readonly opportunities: readonly { readonly player: number; readonly distance: number; readonly delta_ms: number }[]
  readonly attempts: readonly { readonly player: number; readonly first_hit_ms: number; readonly damage: number }[]
  readonly successes: readonly { readonly player: number; readonly kill_time_ms: number }[]
  readonly missed: readonly { readonly player: number; readonly distance: number }[]
  readonly nearest_teammate_dist: number | null
  readonly is_isolation_death: boolean
}

/** A cell of 512 units. Kills by the killer's side, deaths by the victim's (D46), both where the victim died. */
export interface CellRow {
  readonly grid_x: number
  readonly grid_y: number
  readonly axis_kills: number
  readonly allies_kills: number
  readonly axis_deaths: number
  readonly allies_deaths: number
}

/** A cell of 256 units: fights that ended there. */
export interface FightCellRow {
  readonly grid_x: number
  readonly grid_y: number
  readonly fights: number
  /** Ended with a kill by an enemy. */
  readonly kills: number
  /** Every death in the cell, whatever the cause and with or without a fight, without those with a bot. */
  readonly deaths: number
}

/** Where a fight ended or somebody died. Places are in whole units, rounded down. */
export interface PlaceRow {
  /** Row of the engagement in the file, from 0. */
  readonly row_no: number
  readonly end_time_ms: number
  readonly is_fight: boolean
  /** A fight from which the target got away. */
  readonly is_escape: boolean
  readonly cause: KillCause
  /** A death by an enemy at the end of a push of the target's side. */
  readonly is_with_push: boolean
  readonly target: number
  readonly target_team: Team
  readonly target_class: PlayerClass
  readonly x: number
  readonly y: number
  readonly z: number
  /** The enemy who killed, and where he stood; null where nobody did, or where nothing tells. */
  readonly killer: number | null
  readonly killer_team: Team | null
  readonly killer_class: PlayerClass | null
  readonly killer_x: number | null
  readonly killer_y: number | null
  readonly killer_z: number | null
  /** Means of death, the engine's number; null where the file has none. */
  readonly means: number | null
}

/** Cells in which somebody was, in columns: a round has thousands. */
export interface CellColumns {
  /** Edge of a cell, units. */
  readonly cell_units: number
  readonly length: number
  readonly cell_x: Float64Array
  readonly cell_y: Float64Array
  readonly time_ms: Float64Array
  /** Sum of the ways begun there, units. */
  readonly move_x: Float64Array
  readonly move_y: Float64Array
}

/** The finest cells that are kept. */
export interface PresenceColumns extends CellColumns {
  /** Mean by time, units. */
  readonly height: Float64Array
}

/** Where one person was for how long on one side in one class. */
export interface PresenceRow {
  readonly player: number
  readonly team: Team
  readonly player_class: PlayerClass
  /** By x, then by y. */
  readonly cells: PresenceColumns
}

/** Sums of the round; in a round of people those of its people. */
export interface RoundSummary extends LifeMeans {
  /** Smallest and greatest time of the round's engagements and lives: the clock of old files begins anywhere. */
  readonly clock_start_ms: number
  readonly clock_end_ms: number
  readonly humans: number
  readonly bots: number
  readonly unknown_players: number
  readonly engagements: number
  readonly fights: number
  readonly team_engagements: number
  readonly no_attacker_engagements: number
  /** Engagements in which a bot took part, in a round of people. */
  readonly bot_engagements: number
  readonly killed: number
  readonly escaped: number
  readonly crossfires: number
  /** Way of the targets, hit by hit; at the end of a round without the jump to the camera (D4). */
  readonly distance_sum: number
  readonly duration_sum_ms: number
  readonly attackers_sum: number
  /** Fights by shape, enemy attackers against defenders. */
  readonly shape_1v1: number
  readonly shape_2v1: number
  readonly shape_2v2: number
  readonly shape_1v2: number
  readonly shape_other: number
  readonly lives: number
  readonly overlapping_lives: number
  readonly life_distance_sum: number
  readonly life_distance_count: number
  readonly speed_sum: number
  readonly speed_count: number
  readonly trade_events: number
  readonly trade_opportunities: number
  readonly trade_attempts: number
  readonly trade_successes: number
  readonly trade_missed: number
  readonly isolation_deaths: number
  readonly support_samples: number
  readonly total_samples: number
  /** Time of all people in the cells of the map. */
  readonly presence_ms: number
}
