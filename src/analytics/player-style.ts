import type { Kysely } from 'kysely'
import { rounded } from '../metrics/rounding.ts'
import type { Database } from '../store/database.ts'
import { className } from './classes.ts'
import { type Compared, comparedWith } from './compared.ts'
import { MEASURES, type MeasureName, measured } from './measures.ts'
import { bots, type Person, peopleIn } from './people.ts'
import { roundsIn, type Scope } from './scope.ts'

/** What tells how somebody plays, and not how well. */
const STYLE = [
  'solo_attack_pct',
  'focused_pct',
  'support_uptime_pct',
  'fights_per_minute',
  'distance_per_minute',
  'sprint_percentage',
] as const satisfies readonly MeasureName[]

/** So many lives and cases tell how somebody plays. */
const LEAST_LIVES = 20

const NOBODY: Compared = { below: 0, others: 0, relation: null }

/** How one person plays, compared with the other people of a scope. */
export async function playerStyle(db: Kysely<Database>, scope: Scope, person: Person) {
  const people = await stylesOf(db, scope)
  const classes = await classTimes(db, scope)
  const lives = people.find(({ player_id }) => player_id === person.id)?.lives ?? 0
  return {
    guid: person.guid,
    lives,
    least_lives: LEAST_LIVES,
    people: people.filter((one) => one.lives >= LEAST_LIVES).length,
    measures: STYLE.map((name) => {
      const measure = MEASURES[name]
      const values = people.flatMap((one) => {
        const { part, whole, n } = measured(measure, one)
        const isEnough = one.lives >= LEAST_LIVES && n >= LEAST_LIVES
        return whole === 0 ? [] : [{ player_id: one.player_id, value: (part / whole) * measure.factor, n, isEnough }]
      })
      return { name, ...standing(values, person.id, measure.places) }
    }),
    classes: classesIn(classes).map((player_class) => {
      const values = people.flatMap(({ player_id, lives: n }) => {
        const own = classes.filter((row) => row.player_id === player_id)
        const all = own.reduce((sum, { alive_ms }) => sum + alive_ms, 0)
        const part = own.find((row) => row.player_class === player_class)?.alive_ms ?? 0
        return all === 0 ? [] : [{ player_id, value: (100 * part) / all, n, isEnough: n >= LEAST_LIVES }]
      })
      return { player_class: className(player_class), ...standing(values, person.id, 1) }
    }),
  }
}

interface OfPerson {
  readonly player_id: number
  readonly value: number
  readonly n: number
  readonly isEnough: boolean
}

function standing(values: readonly OfPerson[], id: number, places: number) {
  const own = values.find(({ player_id }) => player_id === id)
  if (own === undefined) return { value: null, n: 0, ...NOBODY }
  const others = values.filter(({ player_id, isEnough }) => isEnough && player_id !== id).map(({ value }) => value)
  const compared = own.isEnough ? comparedWith(own.value, others) : { ...NOBODY, others: others.length }
  return { value: rounded(own.value, places), n: own.n, ...compared }
}

function stylesOf(db: Kysely<Database>, scope: Scope) {
  const sums = [
    'lives',
    'alive_ms',
    'attacks',
    'solo_attacks',
    'times_targeted',
    'times_focused',
    'support_samples',
    'total_samples',
    'distance_sum',
    'sprint_percentage_sum',
    'sprint_percentage_count',
  ] as const
  return peopleIn(db, scope)
    .groupBy('player_id')
    .select(({ fn }) => ['player_id', ...sums.map((name) => fn.sum<number>(name).as(name))])
    .execute()
}

function classTimes(db: Kysely<Database>, scope: Scope) {
  return db
    .selectFrom('derived_class')
    .where('round_id', 'in', roundsIn(db, scope))
    .where('player_id', 'not in', bots(db))
    .groupBy(['player_id', 'player_class'])
    .select(({ fn }) => ['player_id', 'player_class', fn.sum<number>('duration_sum_ms').as('alive_ms')])
    .execute()
}

function classesIn(rows: readonly { readonly player_class: number }[]): readonly number[] {
  return [...new Set(rows.map(({ player_class }) => player_class))].sort((a, b) => a - b)
}
