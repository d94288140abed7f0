import { ABLE_MS, HELPED_BEFORE_MS } from './baiting.ts'
import { COMBAT_RECENCY_MS } from './combat.ts'
import type { Metric } from './definition.ts'
import { REACTION_BIN_MS, REACTION_WINDOW_MS } from './reactions.ts'
import { SUPPORT_DISTANCE } from './support.ts'
import { ISOLATION_DISTANCE, POSITION_TOLERANCE_MS, TRADE_DISTANCE, TRADE_WINDOW_MS } from './trades.ts'

const inputs = ['engagements', 'player_tracks'] as const
const REVIVED = 'mates who were revived and have not spawned since: the file lacks their lives (D5)'
const NOT_BY_ENEMIES = 'deaths by oneself, a mate or the world'
const reaction = {
  unit: 'ms',
  opportunities: 'fights that the tracker measured',
  excludes: 'fights in which a mate hit the target too',
  range: [0, REACTION_WINDOW_MS],
  version: 2,
  inputs: ['reaction_metrics', 'engagements'],
  fields: ['fights', 'samples', 'sum_ms', 'happened', 'censored'].map(
    (field) => `reactions.${field}`,
  ) as Metric['fields'],
} as const
const BINS = `Fights that end before are censored; both are counted in bins of ${REACTION_BIN_MS} ms.`
const CENSORED =
  'Players who died or escaped before reacting are missing from the mean (L-83), and hits by mates start the time (D8).'

/** Metrics of mates: trades, support, pairs, and reactions to being hit. */
export const TEAM_METRICS = [
  {
    name: 'trade_opportunities',
    title: 'Chances to trade',
    definition: `Deaths of mates by an enemy with the player alive within ${TRADE_DISTANCE} units of the place (2-D, by his sample nearest in time, at most ${POSITION_TOLERANCE_MS} ms away).`,
    unit: 'deaths',
    opportunities: 'deaths of mates by enemies',
    excludes: `${NOT_BY_ENEMIES}; ${REVIVED}`,
    range: [0, null],
    version: 2,
    inputs,
    differs: 'Suicides and team kills give chances that nobody has (D31).',
    fields: [
      'players.trade_opportunities',
      'trades.opportunities',
      'summary.trade_opportunities',
      'summary.trade_events',
    ],
  },
  {
    name: 'trade_attempts',
    title: 'Tries to trade',
    definition: `Deaths of mates whose killer the player hit within ${TRADE_WINDOW_MS} ms, from wherever: his last hit in a fight against the killer not before the death, his first not after the window.`,
    unit: 'deaths',
    opportunities: 'deaths of mates by enemies; a try needs no chance',
    excludes: `${NOT_BY_ENEMIES}; hits by the victim himself`,
    range: [0, null],
    version: 2,
    inputs,
    differs: 'Only first hits after the death count, and hits by the victim himself do (D30).',
    fields: ['players.trade_attempts', 'trades.attempts', 'summary.trade_attempts'],
  },
  {
    name: 'trade_successes',
    title: 'Trades',
    definition: `Deaths of mates whose killer the player killed within ${TRADE_WINDOW_MS} ms, from wherever; of these, those at a chance.`,
    unit: 'deaths',
    opportunities: 'for the rate: chances to trade, with the trades at a chance',
    excludes: `${NOT_BY_ENEMIES}; revenge by the victim himself`,
    range: [0, null],
    version: 2,
    inputs,
    differs: 'Revenge by the victim himself counts; the rate can exceed 100 %.',
    fields: [
      'players.trade_successes',
      'players.trade_opportunity_successes',
      'trades.successes',
      'summary.trade_successes',
    ],
  },
  {
    name: 'trade_missed',
    title: 'Chances not taken',
    definition:
      'Chances to trade at which the player himself did not hit the killer in time. Nobody knows whether he could.',
    unit: 'deaths',
    opportunities: 'chances to trade',
    excludes: '',
    range: [0, null],
    version: 2,
    inputs,
    differs: 'All are missed if nobody tried, none if anybody did (D32).',
    fields: ['players.trade_missed', 'trades.missed', 'summary.trade_missed'],
  },
  {
    name: 'traded_deaths',
    title: 'Deaths that were traded',
    definition: 'Deaths by an enemy whose killer died by a mate in the trade window.',
    unit: 'deaths',
    opportunities: 'deaths by enemies in rounds with lives',
    excludes: NOT_BY_ENEMIES,
    range: [0, null],
    version: 2,
    inputs,
    differs: 'Not computed by victim.',
    fields: ['players.traded_deaths', 'players.tradable_deaths'],
  },
  {
    name: 'isolation_deaths',
    title: 'Deaths alone',
    definition: `Deaths by an enemy with no living mate within ${ISOLATION_DISTANCE} units (2-D).`,
    unit: 'deaths',
    opportunities: 'deaths by enemies in rounds with lives',
    excludes: `${NOT_BY_ENEMIES}; ${REVIVED}`,
    range: [0, null],
    version: 2,
    inputs,
    differs: 'Suicides and team kills count (D31).',
    fields: [
      'players.isolation_deaths',
      'trades.is_isolation_death',
      'trades.nearest_teammate_dist',
      'summary.isolation_deaths',
    ],
  },
  {
    name: 'baits',
    title: 'Stayed out',
    definition: `Chances to trade at which the player was able to help and did not: he lived on for ${ABLE_MS} ms, nobody fought him in the trade window, and he hit the killer neither in it nor in the ${HELPED_BEFORE_MS} ms before. It describes; it ranks nobody.`,
    unit: 'deaths',
    opportunities: 'chances to trade at which he was able to help',
    excludes: 'whether he saw or knew, which no file tells',
    range: [0, null],
    version: 2,
    inputs,
    differs: 'Not computed.',
    fields: ['players.baits', 'players.bait_chances'],
  },
  {
    name: 'support_uptime',
    title: 'Support uptime',
    definition: `Share of the samples at which a living mate in combat was within ${SUPPORT_DISTANCE} units (2-D, by that mate's sample nearest in time, at most ${POSITION_TOLERANCE_MS} ms away). Combat lasts ${COMBAT_RECENCY_MS} ms beyond the last hit.`,
    unit: 'samples',
    opportunities: 'samples of all lives',
    excludes: 'combat within a side; rounds whose engagements were not recorded',
    range: [0, null],
    version: 2,
    inputs,
    differs:
      'Long lives are thinned out, times of 0 are missing, team damage is combat, the camera is a place (D4, D8, D37).',
    fields: ['players.support_samples', 'players.total_samples', 'summary.support_samples', 'summary.total_samples'],
  },
  {
    name: 'together_ms',
    title: 'Time together',
    definition: 'Time during which two players were alive on the same side.',
    unit: 'ms',
    opportunities: 'the round',
    excludes: 'the time between a revive and the next spawn',
    range: [0, null],
    version: 1,
    inputs: ['player_tracks'],
    differs: 'Files in which a pair had a crossfire are its "games together" (D39).',
    fields: ['pairs.together_ms'],
  },
  {
    name: 'pair_trades',
    title: 'Trades for each other',
    definition: 'Of the chances of one player to trade the other, those at which he killed the killer in time.',
    unit: 'deaths',
    opportunities: "chances of one player at the other's deaths",
    excludes: 'trades without a chance',
    range: [0, null],
    version: 2,
    inputs,
    differs: 'Not computed.',
    fields: [
      'pairs.trades_1_for_2',
      'pairs.trade_chances_1_for_2',
      'pairs.trades_2_for_1',
      'pairs.trade_chances_2_for_1',
    ],
  },
  {
    ...reaction,
    name: 'return_fire',
    title: 'Return fire',
    definition:
      'Time from the first hit until the target hits one of his attackers. Fights that end before are censored.',
    differs: CENSORED,
  },
  {
    ...reaction,
    name: 'dodge',
    title: 'Dodge',
    definition: `Time from the first hit until the target turns by 45 degrees or more. ${BINS}`,
    excludes: `${reaction.excludes}; turns that are the jump to the intermission camera count as none`,
    differs: `${CENSORED} The jump to the intermission camera is a turn (D4).`,
  },
  {
    ...reaction,
    name: 'support_reaction',
    title: 'Support',
    definition: `Time from the first hit until a mate of the target hits one of the attackers; credited to the target. ${BINS}`,
    differs: CENSORED,
  },
] as const satisfies readonly Metric[]
