import { type Kysely, sql } from 'kysely'
import type { Database } from '../store/database.ts'
import { bots } from './people.ts'
import { countedRounds, roundsIn, type Scope } from './scope.ts'

const CHANCES = [
  'crossfire_chances',
  'trade_chances_1_for_2',
  'trades_1_for_2',
  'trade_chances_2_for_1',
  'trades_2_for_1',
  'support_chances_1_for_2',
  'supports_1_for_2',
  'support_chances_2_for_1',
  'supports_2_for_1',
] as const

/** What is counted round by round: done, and of how many chances. */
const BY_ROUND = {
  crossfires: ['pair.crossfire_count', 'pair.crossfire_chances'],
  crossfire_kills: ['pair.crossfire_kills', 'pair.crossfire_count'],
  trades: ['pair.trades_1_for_2 + pair.trades_2_for_1', 'pair.trade_chances_1_for_2 + pair.trade_chances_2_for_1'],
  support: [
    'pair.supports_1_for_2 + pair.supports_2_for_1',
    'pair.support_chances_1_for_2 + pair.support_chances_2_for_1',
  ],
} as const
type RoundByRound = keyof typeof BY_ROUND

/** Sums of two people over the rounds of a scope. */
export type PairSums = Readonly<Record<(typeof CHANCES)[number], number>> & {
  readonly player1_id: number
  readonly player2_id: number
  /** In which both were alive on one side. */
  readonly rounds: number
  readonly together_ms: number
  /** Of these rounds those whose winner is known, and those won. */
  readonly known: number
  readonly won: number
  readonly crossfire_count: number
  readonly crossfire_kills: number
  /** Of the crossfires those in rounds that tell the chances. */
  readonly crossfires_of_chances: number
  readonly delay_sum_ms: number
  readonly delay_count: number
} & Readonly<Record<`${RoundByRound}_squares` | `${RoundByRound}_rounds`, number>>

/** The sums of all pairs of people, without bots. */
export async function pairSums(db: Kysely<Database>, scope: Scope): Promise<readonly PairSums[]> {
  return await countedRounds(db, scope)
    .innerJoin('derived_pair as pair', 'pair.round_id', 'rounds.id')
    .where('pair.player1_id', 'not in', bots(db))
    .where('pair.player2_id', 'not in', bots(db))
    .groupBy(['pair.player1_id', 'pair.player2_id'])
    .select(({ fn, eb, lit, ref }) => {
      const isTogether = eb('pair.together_ms', '>', 0)
      // a side counts from 0 here and from 1 there
      const isWon = eb('rounds.winner_team', '=', eb('pair.team', '+', lit(1)))
      const sum = (column: `pair.${(typeof CHANCES)[number]}`) => fn.coalesce(fn.sum<number>(column), lit(0))
      return [
        'pair.player1_id',
        'pair.player2_id',
        fn.countAll<number>().filterWhere(isTogether).as('rounds'),
        fn.sum<number>('pair.together_ms').as('together_ms'),
        fn
          .countAll<number>()
          .filterWhere(eb.and([isTogether, eb('rounds.winner_team', 'in', [1, 2])]))
          .as('known'),
        fn
          .countAll<number>()
          .filterWhere(eb.and([isTogether, isWon]))
          .as('won'),
        fn.sum<number>('pair.crossfire_count').as('crossfire_count'),
        fn.sum<number>('pair.crossfire_kills').as('crossfire_kills'),
        fn
          .coalesce(
            fn.sum<number>('pair.crossfire_count').filterWhere(ref('pair.crossfire_chances'), 'is not', null),
            lit(0),
          )
          .as('crossfires_of_chances'),
        fn.sum<number>('pair.delay_sum_ms').as('delay_sum_ms'),
        fn.sum<number>('pair.delay_count').as('delay_count'),
        ...CHANCES.map((column) => sum(`pair.${column}`).as(column)),
        ...Object.entries(BY_ROUND).flatMap(([name, [done, chances]]) => {
          const hasChance = sql<boolean>`${sql.raw(chances)} > 0`
          const squares = sql<number>`sum(power(${sql.raw(done)}, 2) / (${sql.raw(chances)})) filter (where ${hasChance})`
          return [
            sql<number>`coalesce(${squares}, 0)`.as(`${name as RoundByRound}_squares`),
            fn
              .countAll<number>()
              .filterWhere(hasChance)
              .as(`${name as RoundByRound}_rounds`),
          ]
        }),
      ]
    })
    .execute()
}

/** How many counted rounds have pairs without chances. */
export async function roundsWithoutChances(db: Kysely<Database>, scope: Scope): Promise<number> {
  const { rounds } = await db
    .selectFrom('derived_pair')
    .where('round_id', 'in', roundsIn(db, scope))
    .where('crossfire_chances', 'is', null)
    .select(({ fn }) => fn.count<number>('round_id').distinct().as('rounds'))
    .executeTakeFirstOrThrow()
  return rounds
}
