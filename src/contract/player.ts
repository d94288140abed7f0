import { z } from 'zod'
import { envelope, excluded, interval, mean, person } from './envelope.ts'
import { MEASURES } from './measures.ts'
import { playerSums } from './player-sums.ts'
import { scopeFields } from './scope.ts'

const meanOf = z.object({
  value: z.number().nullable(),
  n: z.int(),
  low: z.number().nullable(),
  high: z.number().nullable(),
})
const means = z
  .object(
    Object.fromEntries(MEASURES.map((name) => [name, meanOf])) as Record<(typeof MEASURES)[number], typeof meanOf>,
  )
  .meta({
    description:
      'Each with the number of cases it is made of and its 80 % interval: of shares of cases by Wilson, of means and times by how much his rounds differ, from five rounds on.',
  })

/** One person. */
export const player = {
  method: 'GET',
  path: '/api/proximity/players/:guid',
  about: 'One person: sums, means, names, with whom, against whom.',
  params: z.strictObject({ guid: z.string() }),
  query: z.strictObject(scopeFields),
  reply: z.object({
    ...envelope,
    ...person,
    kind: z.string(),
    rounds: z.int(),
    first_seen_unix: z.int().nullable(),
    last_seen_unix: z.int().nullable(),
    sums: playerSums,
    means,
    names: z
      .array(z.object({ name: z.string(), rounds: z.int(), last_seen_unix: z.int().nullable() }))
      .meta({ description: 'Every name used, the latest first, whatever the scope.' }),
    maps: z.array(z.object({ map_name: z.string(), rounds: z.int() })),
    classes: z.array(z.object({ player_class: z.string(), lives: z.int(), alive_ms: z.int() })),
    reactions: z
      .array(
        z.object({
          reaction: z.string(),
          fights: z.int(),
          samples: z.int().meta({ description: 'Reactions that happened.' }),
          reaction_ms: mean,
          median_ms: mean.meta({ description: 'As in /api/proximity/reactions.' }),
          low_ms: mean.meta({ description: '80 % interval of the median; null: beyond what was watched.' }),
          high_ms: mean,
        }),
      )
      .meta({ description: 'To being hit: `return_fire`, `dodge`, and `support` by a mate.' }),
    partners: z
      .array(
        z.object({
          ...person,
          rounds: z.int(),
          together_ms: z.int(),
          crossfire_count: z.int(),
          crossfire_kills: z.int(),
          avg_delay_ms: z.number().nullable(),
          trade_chances_for: z.int().meta({ description: "His chances to trade the partner's deaths." }),
          trades_for: z.int(),
          trades_for_interval: interval,
          trade_chances_by: z.int().meta({ description: "The partner's chances to trade his." }),
          trades_by: z.int(),
          trades_by_interval: interval,
        }),
      )
      .meta({ description: 'People on his side, without bots, by time together; at most 50.' }),
    opponents: z
      .array(
        z.object({
          ...person,
          rounds: z.int().meta({ description: 'In which they fought.' }),
          attacks: z.int().meta({ description: 'Fights in which he hit the opponent.' }),
          attacked: z.int().meta({ description: 'Fights in which the opponent hit him.' }),
          kills: z.int().meta({ description: 'Of the opponent.' }),
          deaths: z.int().meta({ description: 'By the opponent.' }),
        }),
      )
      .meta({ description: 'People whom he fought, without bots, by fights; at most 50.' }),
    excluded,
  }),
} as const
