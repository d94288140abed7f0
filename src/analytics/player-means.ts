import { type Kysely, type RawBuilder, sql } from 'kysely'
import { rounded } from '../metrics/rounding.ts'
import { shareInterval } from '../metrics/share-interval.ts'
import type { Database } from '../store/database.ts'
import { PLAYER_SUMS, type PlayerSums } from '../store/player-sums.ts'
import { ratioInterval } from './interval.ts'
import { MEASURE_NAMES, MEASURES, type Measure, type MeasureName, measured } from './measures.ts'
import { countedRounds, type Scope } from './scope.ts'

/** A value, of how many cases, and between which two it may really be. */
export interface Mean {
  readonly value: number | null
  readonly n: number
  readonly low: number | null
  readonly high: number | null
}

const BY_ROUNDS = MEASURE_NAMES.filter((name) => MEASURES[name].spread === 'rounds')
const MOMENTS = ['rounds', 'part', 'whole', 'part_part', 'part_whole', 'whole_whole'] as const

/** The sums of one person over the rounds of a scope, when he was seen in them, and his means and rates. */
export async function playerMeans(db: Kysely<Database>, scope: Scope, id: number) {
  const row = await countedRounds(db, scope)
    .innerJoin('derived_player', 'derived_player.round_id', 'rounds.id')
    .where('derived_player.player_id', '=', id)
    .select(({ fn }) => [
      fn.countAll<number>().as('rounds'),
      fn.min<number | null>('rounds.started_unix').as('first_seen_unix'),
      fn.max<number | null>('rounds.started_unix').as('last_seen_unix'),
      ...PLAYER_SUMS.map((name) => fn.sum<number | null>(`derived_player.${name}`).as(name)),
      sql<number[]>`array[${sql.join(BY_ROUNDS.flatMap((name) => momentsOf(MEASURES[name])))}]`.as('moments'),
    ])
    .executeTakeFirstOrThrow()
  const { rounds, first_seen_unix, last_seen_unix, moments, ...given } = row
  const sums = Object.fromEntries(PLAYER_SUMS.map((name) => [name, given[name] ?? 0])) as PlayerSums
  const means = Object.fromEntries(
    MEASURE_NAMES.map((name) => {
      const at = BY_ROUNDS.indexOf(name) * MOMENTS.length
      return [name, meanOfSums(MEASURES[name], sums, at < 0 ? [] : moments.slice(at, at + MOMENTS.length))]
    }),
  ) as Record<MeasureName, Mean>
  const shown = Object.fromEntries(PLAYER_SUMS.map((name) => [name, rounded(sums[name], 1)])) as PlayerSums
  return { rounds, first_seen_unix, last_seen_unix, sums: shown, means }
}

/** A measure from sums; of one that is told by how rounds differ, from its {@link momentsOf} too. */
export function meanOfSums(
  measure: Measure,
  sums: Readonly<Partial<Record<keyof PlayerSums, number | null>>>,
  moments: readonly number[],
): Mean {
  const { factor, places } = measure
  const { part, whole, n } = measured(measure, sums)
  if (whole === 0) return { value: null, n, low: null, high: null }
  const [rounds = 0, ...of] = moments
  const [of_part = 0, of_whole = 0, part_part = 0, part_whole = 0, whole_whole = 0] = of
  const interval =
    measure.spread === 'cases'
      ? shareInterval(part, whole)
      : ratioInterval({ rounds, part: of_part, whole: of_whole, part_part, part_whole, whole_whole })
  const shown = (value: number | undefined) => (value === undefined ? null : rounded(value * factor, places))
  return { value: rounded((part / whole) * factor, places), n, low: shown(interval?.low), high: shown(interval?.high) }
}

/** Rounds, and sums over them, in the order of {@link MOMENTS}, as double precision. */
export function momentsOf({ part, whole }: Measure): readonly RawBuilder<number>[] {
  const sumOf = (names: readonly string[]) =>
    sql`(${sql.join(
      names.map((name) => sql.ref(`derived_player.${name}`)),
      sql` + `,
    )})::double precision`
  const [a, b] = [sumOf(part), sumOf(whole.slice(0, 1))]
  const summed = [a, b, sql`${a} * ${a}`, sql`${a} * ${b}`, sql`${b} * ${b}`]
  return [
    sql<number>`(count(*) filter (where ${b} > 0))::double precision`,
    ...summed.map((one) => sql<number>`coalesce(sum(${one}) filter (where ${b} > 0), 0)`),
  ]
}
