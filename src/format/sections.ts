import type { Field, Row } from './codec.ts'
import * as core from './core-sections.ts'
import * as later from './later-sections.ts'
import * as tracker from './tracker-sections.ts'

/** One section of the file. */
export interface Section {
  /** The word in the section's header line. */
  readonly name: string
  /** The section's name in code, tables and JSON. */
  readonly key: string
  /** What a row stands for, for the documents. */
  readonly about: string
  readonly fields: readonly Field[]
  /** Fields that an older layout of the section lacks; rows of both layouts are told apart by their column count. */
  readonly omitted?: readonly string[]
  /** The capability in the header that says whether the sensor was on; none where it cannot be switched off. */
  readonly capability?: string
  /** True where builds that do not declare the capability had no switch for it: there the sensor is on. */
  readonly unswitched?: boolean
  /** True where each row begins with `#;`, so that older readers skip it as a comment. */
  readonly comment_rows?: boolean
  /** True where the rows are kept, but never shown and never exported. */
  readonly secret?: boolean
}

/** Every section, in the order of the file. */
export const SECTIONS = [
  {
    name: 'ENGAGEMENTS',
    key: 'engagements',
    about:
      'Fights against one player: from the first hit on him until his death, his escape or the end of the round. Rows stand in the order in which the fights ended.',
    fields: core.engagements,
    capability: 'engagement_tracking',
  },
  {
    name: 'PLAYER_TRACKS',
    key: 'player_tracks',
    about: 'Lives: one row from a spawn to death, disconnect or the end of the round, with the way of the player.',
    fields: core.playerTracks,
    omitted: ['death_type'],
    capability: 'player_tracks',
    unswitched: true,
  },
  {
    name: 'KILL_HEATMAP',
    key: 'kill_heatmap',
    about: 'Kills per cell of 512 units, where the victim died, by the side of the killer.',
    fields: core.killHeatmap,
    capability: 'heatmap_generation',
  },
  {
    name: 'MOVEMENT_HEATMAP',
    key: 'movement_heatmap',
    about: 'Samples, hits and escapes per cell of 512 units.',
    fields: core.movementHeatmap,
    capability: 'heatmap_generation',
  },
  {
    name: 'OBJECTIVE_FOCUS',
    key: 'objective_focus',
    about: 'How near each player stayed to the objectives of a map whose objectives are known.',
    fields: core.objectiveFocus,
    capability: 'objective_focus',
    unswitched: true,
  },
  {
    name: 'REACTION_METRICS',
    key: 'reaction_metrics',
    about: 'How the target of a fight and his mates answered the first hit, one row per fight.',
    fields: core.reactionMetrics,
    capability: 'reaction_tracking',
  },
  {
    name: 'SPAWN_TIMING',
    key: 'spawn_timing',
    about: 'How long the victim of a kill has to wait for his next spawn wave. Kills of enemies only.',
    fields: later.spawnTiming,
    omitted: ['killer_reinf_s', 'victim_reinf_s'],
    capability: 'spawn_timing',
  },
  {
    name: 'TEAM_COHESION',
    key: 'team_cohesion',
    about: 'How close the living players of a side stand together, at every sample with two or more of them.',
    fields: later.teamCohesion,
    capability: 'team_cohesion',
  },
  {
    name: 'CROSSFIRE_OPPORTUNITIES',
    key: 'crossfire_opportunities',
    about:
      'Two mates with a free line to one enemy, from directions at least 45 degrees apart: one row per enemy and pair when it begins. Files of the original have one every second while it lasts.',
    fields: later.crossfireOpportunities,
    capability: 'crossfire_opportunities',
  },
  {
    name: 'FOCUS_FIRE',
    key: 'focus_fire',
    about: 'How well several attackers concentrated on one target, for every fight with two or more of them.',
    fields: later.focusFire,
    capability: 'focus_fire',
  },
  {
    name: 'TEAM_PUSHES',
    key: 'team_pushes',
    about: 'Times during which a side moves fast in one direction.',
    fields: later.teamPushes,
    capability: 'team_push_detection',
  },
  {
    name: 'TRADE_KILLS',
    key: 'trade_kills',
    about: 'A killer who is killed by a mate of his victim within 3 s.',
    fields: later.tradeKills,
    capability: 'trade_kills',
  },
  {
    name: 'REVIVES',
    key: 'revives',
    about: 'Revived players, where it happened, and how near the next enemy was.',
    fields: later.revives,
    capability: 'revives',
    unswitched: true,
  },
  {
    name: 'WEAPON_ACCURACY',
    key: 'weapon_accuracy',
    about: 'Shots and hits per player and weapon over the whole round. Hits can exceed shots (explosions, fire).',
    fields: later.weaponAccuracy,
    capability: 'weapon_accuracy',
    unswitched: true,
  },
  {
    name: 'KILL_OUTCOME',
    key: 'kill_outcome',
    about: 'What became of a killed player.',
    fields: later.killOutcome,
    capability: 'kill_outcome_tracking',
  },
  {
    name: 'HIT_REGIONS',
    key: 'hit_regions',
    about: 'Bullets that hit an enemy, with the region of the body.',
    fields: later.hitRegions,
    capability: 'hit_region_tracking',
  },
  {
    name: 'COMBAT_POSITIONS',
    key: 'combat_positions',
    about: 'Where killer and victim stood. Kills of enemies only.',
    fields: later.combatPositions,
    omitted: ['killer_health', 'axis_alive', 'allies_alive'],
    capability: 'combat_positions',
  },
  {
    name: 'SHOT_FIRED',
    key: 'shot_fired',
    about: 'Shots: from where, in which direction. Fixed machine guns are never among them.',
    fields: later.shotFired,
    capability: 'shot_fired',
  },
  {
    name: 'AIM_LOCK',
    key: 'aim_lock',
    about: "Times during which a player's view stays on one visible enemy.",
    fields: later.aimLock,
    capability: 'aim_lock',
  },
  {
    name: 'SPAWN_SELECT',
    key: 'spawn_select',
    about: 'Which spawn point a player chose.',
    fields: later.spawnSelect,
    capability: 'spawn_select',
  },
  {
    name: 'SKILL_SNAPSHOT',
    key: 'skill_snapshot',
    about: 'Skill levels of every player at the end of the round.',
    fields: later.skillSnapshot,
    capability: 'skill_snapshot',
  },
  {
    name: 'COMM_EVENTS',
    key: 'comm_events',
    about: 'That somebody spoke, and which voice macro; never the words of a chat line.',
    fields: later.commEvents,
    capability: 'comm_events',
  },
  {
    name: 'CARRIER_EVENTS',
    key: 'carrier_events',
    about: 'A player who carries an objective item, from taking to losing it.',
    fields: later.carrierEvents,
    capability: 'carrier_tracking',
  },
  {
    name: 'CARRIER_KILLS',
    key: 'carrier_kills',
    about: 'Kills of such carriers.',
    fields: later.carrierKills,
    capability: 'carrier_tracking',
  },
  {
    name: 'CARRIER_RETURNS',
    key: 'carrier_returns',
    about: 'A dropped item that its owners brought back.',
    fields: later.carrierReturns,
    capability: 'carrier_returns',
  },
  {
    name: 'VEHICLE_PROGRESS',
    key: 'vehicle_progress',
    about: 'How far each tank or truck went. Only vehicles that moved or were destroyed.',
    fields: later.vehicleProgress,
    capability: 'vehicle_tracking',
  },
  {
    name: 'ESCORT_CREDIT',
    key: 'escort_credit',
    about: 'Who rode on a vehicle or walked beside it.',
    fields: later.escortCredit,
    capability: 'vehicle_tracking',
  },
  {
    name: 'CONSTRUCTION_EVENTS',
    key: 'construction_events',
    about: 'Work of engineers: building, planting, defusing, destroying.',
    fields: later.constructionEvents,
    capability: 'construction_tracking',
  },
  {
    name: 'OBJECTIVE_RUNS',
    key: 'objective_runs',
    about: 'The way to such a work: how long, against whom, with whose help.',
    fields: later.objectiveRuns,
    capability: 'objective_run_tracking',
  },
  {
    name: 'PLAYERS',
    key: 'players',
    about: 'Connections: a slot from connecting to disconnecting, and whether a person or a bot plays there.',
    fields: tracker.players,
    comment_rows: true,
  },
  {
    name: 'LIVES',
    key: 'lives',
    about:
      'Every change of what a player can do, without gaps: each connection has a state from joining to leaving or the end.',
    fields: tracker.lives,
    capability: 'lives',
    comment_rows: true,
  },
  {
    name: 'DEATHS',
    key: 'deaths',
    about: 'Every death, whatever its cause.',
    fields: tracker.deaths,
    capability: 'deaths',
    comment_rows: true,
  },
  {
    name: 'DAMAGE',
    key: 'damage',
    about: 'Every accepted hit on a living player, by an enemy, a mate, himself or the world.',
    fields: tracker.damage,
    capability: 'damage',
    comment_rows: true,
  },
  {
    name: 'REINFORCEMENTS',
    key: 'reinforcements',
    about: 'The spawn waves of both sides, at the start and at each change.',
    fields: tracker.reinforcements,
    comment_rows: true,
  },
  {
    name: 'GAME_EVENTS',
    key: 'game_events',
    about: 'What the game announces: objectives, dynamite, constructions.',
    fields: tracker.gameEvents,
    capability: 'game_events',
    comment_rows: true,
  },
  {
    name: 'PAUSES',
    key: 'pauses',
    about: 'Pauses of the match.',
    fields: tracker.pauses,
    comment_rows: true,
  },
  {
    name: 'ROUND_OUTCOME',
    key: 'round_outcome',
    about: 'How and why the round ended, and who won. At most one row.',
    fields: tracker.roundOutcome,
    comment_rows: true,
  },
  {
    name: 'LINK_CODES',
    key: 'link_codes',
    about: 'Codes by which players prove who they are. Stored, but never shown or exported.',
    fields: tracker.linkCodes,
    capability: 'link_codes',
    comment_rows: true,
    secret: true,
  },
  {
    name: 'CAPTURE',
    key: 'capture',
    about: 'One row per sensor: whether it recorded, and what it missed.',
    fields: tracker.capture,
    comment_rows: true,
  },
] as const satisfies readonly Section[]

/** The rows of a round by section, each in the order of the file. A section without rows is an empty list. */
export type Rows = { readonly [S in (typeof SECTIONS)[number] as S['key']]: readonly Row<S['fields']>[] }

export type SectionKey = keyof Rows
