import { z } from 'zod'
import { envelope, excluded, mean, person } from './envelope.ts'
import { ofMeasures, pairShare, roundsWithoutChances, surelyWon, synergy } from './pair-rates.ts'
import { scopeFields } from './scope.ts'

const delay = z.object({ value: mean, n: z.int() }).meta({ description: 'Mean time between two first hits, ms.' })

const oneWay = z.object({
  trades: pairShare.meta({ description: "His chances to trade the other's deaths." }),
  support: pairShare.meta({ description: 'Fights against the other while he lived, and those he was near at.' }),
})

const sums = z.object({ rates: ofMeasures(pairShare), delay_ms: delay })

const resultsWithout = surelyWon
  .extend({ rounds: z.int() })
  .meta({ description: 'Rounds in which he was not together with the other; of these as in `results`.' })

/** Two people. */
export const pair = {
  method: 'GET',
  path: '/api/proximity/pairs/:guid1/:guid2',
  about: 'Two players together, against what each does with others.',
  params: z.strictObject({ guid1: z.string(), guid2: z.string() }),
  query: z.strictObject(scopeFields),
  reply: z.object({
    ...envelope,
    player1: z.object({ ...person, with_others: sums, results_without: resultsWithout, for_the_other: oneWay }),
    player2: z.object({ ...person, with_others: sums, results_without: resultsWithout, for_the_other: oneWay }),
    rounds: z.int(),
    together_ms: z.int(),
    together: sums,
    synergy: ofMeasures(synergy),
    results: surelyWon,
    maps: z
      .array(
        z.object({
          map_name: z.string(),
          rounds: z.int(),
          crossfires: z.int(),
          places: z.array(z.object({ x: z.int(), y: z.int(), is_kill: z.boolean() })).meta({
            description: 'Where the targets of their crossfires were at the end, the newest first, at most 200.',
          }),
        }),
      )
      .meta({ description: 'By crossfires.' }),
    moments: z
      .array(
        z.object({
          what: z.enum(['crossfire', 'trade']),
          round_id: z.int(),
          map_name: z.string(),
          started_unix: z.int().nullable(),
          round_number: z.int(),
          time_ms: z.int().meta({ description: 'End of the fight; of a trade the kill that avenged.' }),
          engagement_id: z.int().meta({ description: 'Of the fight; of a trade that in which the mate died.' }),
          target: z.object(person).meta({ description: 'Whom they hit; of a trade the mate who had died.' }),
          is_kill: z.boolean(),
        }),
      )
      .meta({ description: 'The newest crossfires with a kill, then trades for each other, then other crossfires.' }),
    rounds_without_chances: roundsWithoutChances,
    excluded,
  }),
} as const
