import type { Metric } from './definition.ts'
import { CROSSFIRE_REACH } from './pair-chances.ts'
import { SUPPORT_DISTANCE } from './support.ts'
import { LEAST_CHANCES } from './synergy.ts'
import { POSITION_TOLERANCE_MS } from './trades.ts'
import { LEAST_TRIO_MS } from './trios.ts'

const inputs = ['engagements', 'player_tracks'] as const
const BY_SAMPLE = `2-D, by his sample nearest in time, at most ${POSITION_TOLERANCE_MS} ms away`

/** Metrics of two or three people: chances, support for each other, and what is more or less than expected. */
export const PAIR_METRICS = [
  {
    name: 'pair_crossfire_chances',
    title: "Chances of a pair's crossfire",
    definition: `Fights in which one of the two hit the enemy, and the other hit him too or lived on the same side within ${CROSSFIRE_REACH} units of the place at the first hit (${BY_SAMPLE}).`,
    unit: 'fights',
    opportunities: 'fights; with the crossfires of the two a rate',
    excludes: 'whether he could see the enemy, which most files do not tell; files without lives',
    range: [0, null],
    version: 1,
    inputs,
    differs: 'Crossfires of a pair are counted without their chances.',
    fields: ['pairs.crossfire_chances', 'trios.crossfire_chances'],
  },
  {
    name: 'pair_support',
    title: 'Beside each other when attacked',
    definition: `Of the fights against one of the two that began while the other lived on the same side, those at whose first hit he was within ${SUPPORT_DISTANCE} units (${BY_SAMPLE}).`,
    unit: 'fights',
    opportunities: 'fights against the one while the other lived and his place was known',
    excludes: 'files without lives',
    range: [0, null],
    version: 1,
    inputs,
    differs: 'Support is not told by pair.',
    fields: [
      'pairs.supports_1_for_2',
      'pairs.support_chances_1_for_2',
      'pairs.supports_2_for_1',
      'pairs.support_chances_2_for_1',
    ],
  },
  {
    name: 'pair_effect',
    title: 'Chemistry of a pair',
    definition: `Share of the pair's chances that were taken, minus the share expected of two without chemistry: odds of the first with others x odds of the second with others / odds of all pairs without either. The interval of 80 % joins Wilson's of the pair and that of the expected odds (half a case added to each count) by Newcombe's squares; cases of one round are alike, and as many count as one as the rates of all pairs differ more from round to round than by chance.`,
    unit: 'share',
    opportunities: `chances of the pair; from ${LEAST_CHANCES} of the pair, of each with others, and of pairs without them`,
    excludes:
      'that fights of one round are alike, so that the true interval is a little wider; who was on the other side',
    range: [-1, 1],
    version: 1,
    inputs,
    differs: 'Pairs are ranked by counts, which grow with the time together.',
    fields: [],
  },
  {
    name: 'trios',
    title: 'Three together',
    definition: `Three people of one side who were alive together for ${LEAST_TRIO_MS / 1000} s of a round, the fights that two of them could have made a crossfire of, and those that two of them, or all three, made one of. Each fight counts once.`,
    unit: 'fights',
    opportunities: 'chances of a crossfire of any two of them',
    excludes: 'rounds of more than 40 people',
    range: [0, null],
    version: 1,
    inputs,
    differs: 'Not computed.',
    fields: ['trios.together_ms', 'trios.crossfire_count', 'trios.crossfires_of_three'],
  },
] as const satisfies readonly Metric[]
