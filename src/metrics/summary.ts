import type { Round } from '../format/round.ts'
import type { FightRow, LifeRow, PlayerKind, PresenceRow, Roster, RoundSummary, TradeRow } from './derived.ts'
import type { Judged } from './engagements.ts'
import { targetDistance } from './fights.ts'
import { sumLives } from './life-sums.ts'
import type { Life } from './lives.ts'
import type { Support } from './support.ts'

/** What the sums of a round are made of. */
export interface SummarySources {
  readonly round: Round
  readonly roster: Roster
  readonly judged: readonly Judged[]
  readonly fights: readonly FightRow[]
  /** Those that count. */
  readonly lives: readonly Life[]
  readonly life_rows: readonly LifeRow[]
  readonly trades: readonly TradeRow[]
  readonly support: readonly Support[]
  readonly presence: readonly PresenceRow[]
}

/** Smallest and greatest time of engagements, lives and their points, ms; 0 and 0 without any. */
function clock({ rows }: Round): { readonly clock_start_ms: number; readonly clock_end_ms: number } {
  let start = Number.POSITIVE_INFINITY
  let end = Number.NEGATIVE_INFINITY
  const note = (time_ms: number) => {
    if (time_ms < start) start = time_ms
    if (time_ms > end) end = time_ms
  }
  for (const { start_time_ms, end_time_ms } of rows.engagements) {
    note(start_time_ms)
    note(end_time_ms)
  }
  for (const { spawn_time_ms, death_time_ms, path } of rows.player_tracks) {
    note(spawn_time_ms)
    note(death_time_ms ?? spawn_time_ms)
    for (let i = 0; i < path.length; i++) note(path.time_ms[i] as number)
  }
  return start <= end ? { clock_start_ms: start, clock_end_ms: end } : { clock_start_ms: 0, clock_end_ms: 0 }
}

function fightSums(judged: readonly Judged[], fights: readonly FightRow[]) {
  const sums = {
    fights: 0,
    team_engagements: 0,
    no_attacker_engagements: 0,
    bot_engagements: 0,
    killed: 0,
    escaped: 0,
    crossfires: 0,
    distance_sum: 0,
    duration_sum_ms: 0,
    attackers_sum: 0,
    shape_1v1: 0,
    shape_2v1: 0,
    shape_2v2: 0,
    shape_1v2: 0,
    shape_other: 0,
  }
  for (const [no, { category, cause, attackers, defenders, is_crossfire }] of fights.entries()) {
    if (category === 'team') sums.team_engagements += 1
    if (category === 'no_attacker') sums.no_attacker_engagements += 1
    if (category === 'bot') sums.bot_engagements += 1
    const engagement = judged[no]?.engagement
    if (category !== 'fight' || !engagement) continue
    const shape = `shape_${attackers}v${defenders}`
    sums.fights += 1
    if (cause !== 'none') sums.killed += 1
    if (engagement.outcome === 'escaped') sums.escaped += 1
    if (is_crossfire) sums.crossfires += 1
    sums.distance_sum += targetDistance(engagement)
    sums.duration_sum_ms += engagement.duration_ms
    sums.attackers_sum += attackers
    sums[isShape(shape) ? shape : 'shape_other'] += 1
  }
  return sums
}

const SHAPES = ['shape_1v1', 'shape_2v1', 'shape_2v2', 'shape_1v2'] as const

function isShape(shape: string): shape is (typeof SHAPES)[number] {
  return SHAPES.some((known) => known === shape)
}

function total<T>(rows: readonly T[], of: (row: T) => number): number {
  return rows.reduce((sum, row) => sum + of(row), 0)
}

/** Sums of one round. */
export function summaryOf(sources: SummarySources): RoundSummary {
  const { round, roster, judged, fights, lives, life_rows, trades, support, presence } = sources
  const count = (kind: PlayerKind) => roster.players.filter((player) => player.kind === kind).length
  const life = sumLives(lives, life_rows)
  return {
    ...clock(round),
    humans: count('human'),
    bots: count('bot'),
    unknown_players: count('unknown'),
    engagements: fights.length,
    ...fightSums(judged, fights),
    lives: lives.length,
    overlapping_lives: lives.filter(({ overlapping }) => overlapping).length,
    life_distance_sum: life.distance_sum,
    life_distance_count: life.distance_count,
    speed_sum: life.speed_sum,
    speed_count: life.speed_count,
    sprint_percentage_sum: life.sprint_percentage_sum,
    sprint_percentage_count: life.sprint_percentage_count,
    first_move_sum_ms: life.first_move_sum_ms,
    first_move_count: life.first_move_count,
    trade_events: trades.length,
    trade_opportunities: total(trades, ({ opportunities }) => opportunities.length),
    trade_attempts: total(trades, ({ attempts }) => attempts.length),
    trade_successes: total(trades, ({ successes }) => successes.length),
    trade_missed: total(trades, ({ missed }) => missed.length),
    isolation_deaths: trades.filter(({ is_isolation_death }) => is_isolation_death).length,
    support_samples: total(support, ({ support_samples }) => support_samples),
    total_samples: total(support, ({ total_samples }) => total_samples),
    presence_ms: total(presence, ({ cells }) => cells.time_ms.reduce((sum, time_ms) => sum + time_ms, 0)),
  }
}
