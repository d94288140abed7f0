import type { Kysely } from 'kysely'
import { rounded } from '../metrics/rounding.ts'
import type { Database } from '../store/database.ts'
import { PLAYER_SUMS } from '../store/player-sums.ts'
import { MEASURE_NAMES, MEASURES, type Measure, type MeasureName, measured } from './measures.ts'
import type { Person } from './people.ts'
import { countedRounds, type Scope } from './scope.ts'
import { againstUsual, type OfEvening, usualOf } from './usual.ts'

/** Evenings shown: the latest ones. */
const MOST_EVENINGS = 200

/** One person's means and rates by gaming session, the earliest first, and how the latest compares with those before. */
export async function playerTrend(db: Kysely<Database>, scope: Scope, person: Person) {
  const rows = await evenings(db, scope, person.id)
  const without_session = rows.find(({ session_id }) => session_id === null)?.rounds ?? 0
  const shown = rows
    .filter(({ session_id }) => session_id !== null)
    .slice(0, MOST_EVENINGS)
    .reverse()
  const trendOf = (measure: Measure) => {
    const values = shown.map((row): OfEvening => {
      const { part, whole, n } = measured(measure, row)
      return { value: whole === 0 ? null : rounded((part / whole) * measure.factor, measure.places), n }
    })
    const latest = values.at(-1)
    const usual = usualOf(values.slice(0, -1))
    return {
      values: values.map(({ value }) => value),
      n: values.map(({ n }) => n),
      usual: usual && { ...usual, low: rounded(usual.low, measure.places), high: rounded(usual.high, measure.places) },
      latest: latest === undefined ? null : againstUsual(latest, usual),
    }
  }
  return {
    guid: person.guid,
    evenings: shown.map(({ session_id, start_unix, rounds }) => ({
      session_id: session_id as number,
      start_unix: start_unix as number,
      rounds,
    })),
    rounds_without_session: without_session,
    trends: Object.fromEntries(MEASURE_NAMES.map((name) => [name, trendOf(MEASURES[name])])) as Record<
      MeasureName,
      ReturnType<typeof trendOf>
    >,
  }
}

/** Sums by gaming session, the latest first. */
function evenings(db: Kysely<Database>, scope: Scope, id: number) {
  return countedRounds(db, scope)
    .innerJoin('derived_player', 'derived_player.round_id', 'rounds.id')
    .where('derived_player.player_id', '=', id)
    .groupBy('rounds.gaming_session_id')
    .select(({ fn }) => [
      'rounds.gaming_session_id as session_id',
      fn.min<number | null>('rounds.started_unix').as('start_unix'),
      fn.countAll<number>().as('rounds'),
      ...PLAYER_SUMS.map((name) => fn.sum<number>(`derived_player.${name}`).as(name)),
    ])
    .orderBy('start_unix', (order) => order.desc().nullsLast())
    .execute()
}
