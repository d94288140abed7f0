import { KILL_GAP_MS, REVIVE_GAP_MS } from './chains.ts'
import type { Metric } from './definition.ts'
import { KNOWN_SHARE, STAYED_SHARE } from './line-ups.ts'
import { LEAST_COUNTS, MOST_MOMENTS, MOST_OF_A_KIND } from './moments.ts'

const percent = (share: number) => `${100 * share} %`

/** What is told of an evening as a whole. */
export const EVENING_METRICS = [
  {
    name: 'line_ups',
    title: 'Line-ups',
    definition: `Two teams, followed across the swap of sides. A round belongs to the line-up before it if at least ${percent(KNOWN_SHARE)} of its people are known from it, and at least ${percent(STAYED_SHARE)} of these are with the mates they last played with; otherwise a new line-up begins. In a round everybody is on the side on which he lived longer.`,
    unit: 'rounds',
    opportunities: 'counted rounds with lives',
    excludes: 'bots; people without an identifier',
    range: [0, null],
    version: 1,
    inputs: ['player_tracks'],
    differs: 'Players are grouped by side (L-40).',
    fields: ['players.axis_ms', 'players.allies_ms'],
  },
  {
    name: 'map_result',
    title: 'Who won a map',
    definition:
      "By the game's own winner and defender of both rounds. The second attackers win if they reach the goal, because their limit is the time of the first; the first attackers win if they alone reach it, or the others give up. Both held: nobody won.",
    unit: 'maps',
    opportunities: 'maps with both rounds played to their end',
    excludes:
      'rounds whose file does not tell how they ended, and equal ends after a surrender in the first; nothing is guessed from the clock',
    range: [0, null],
    version: 1,
    inputs: ['round_outcome'],
    differs: 'Outcomes are guessed from the clock (L-40).',
    fields: [],
  },
  {
    name: 'moments',
    title: 'Moments worth looking at',
    definition: `At most ${MOST_MOMENTS} cases of an evening, at most ${MOST_OF_A_KIND} of a kind, by how few of their size are expected. Kinds: ${LEAST_COUNTS.kill_run} or more kills of one player in one life, each within ${KILL_GAP_MS / 1000} s of the one before; ${LEAST_COUNTS.trade_chain} or more deaths that trade each other; ${LEAST_COUNTS.revive_chain} or more revives by one medic, each within ${REVIVE_GAP_MS / 1000} s of the one before; escapes from two or more enemies, by their way; contested runs of engineers and deliveries of a carrier, by their way. Of N cases with a mean, N (1 - 1/mean)^(size - 1) are expected of a counted size and N exp(-size/mean) of a way.`,
    unit: 'bits',
    opportunities: 'all cases of the kind in the evening, also the small ones',
    excludes: 'fights with bots; the smaller of two cases that share people and time',
    range: [-32, null],
    version: 1,
    inputs: ['engagements', 'player_tracks', 'revives', 'objective_runs', 'carrier_events'],
    differs: 'Not computed.',
    fields: [],
  },
] as const satisfies readonly Metric[]
