import type { Kysely } from 'kysely'
import { meanOf, rounded } from '../metrics/rounding.ts'
import type { Database } from '../store/database.ts'
import { latestNames } from './latest-names.ts'
import { guidsOfPeople, peopleIn } from './people.ts'
import { ranked } from './ranking.ts'
import { roundsIn, type Scope } from './scope.ts'

/** Crossfire and focus leaders, and the number of fights that they are made from. */
export async function teamplay(db: Kysely<Database>, scope: Scope, limit: number) {
  const people = await sums(db, scope)
  const guids = await guidsOfPeople(db)
  type Person = (typeof people)[number]
  const delay = (of: Person) => of.crossfire_delay_sum_ms / of.crossfire_delay_count
  const killRate = (of: Person) => of.crossfire_kills / of.crossfire_participations
  const survival = (of: Person) => of.focus_escapes / of.times_focused

  const byKills = ranked(
    people.filter(({ crossfire_participations }) => crossfire_participations > 0),
    guids,
    ({ crossfire_kills, crossfire_participations }) => [-crossfire_kills, -crossfire_participations],
    limit,
  )
  const bySync = ranked(
    people.filter(({ crossfire_delay_count }) => crossfire_delay_count > 0),
    guids,
    (person) => [delay(person), -person.crossfire_kills],
    limit,
  )
  const bySurvival = ranked(
    people.filter(({ times_focused }) => times_focused > 0),
    guids,
    (person) => [-survival(person), -person.times_focused],
    limit,
  )
  const names = await latestNames(
    db,
    [...byKills, ...bySync, ...bySurvival].map(({ player_id }) => player_id),
  )
  const entry = (person: Person) => ({
    guid: guids.get(person.player_id) ?? '',
    name: names.get(person.player_id) ?? '',
    crossfire_kills: person.crossfire_kills,
    crossfire_participations: person.crossfire_participations,
    crossfire_final_blows: person.crossfire_final_blows,
    avg_delay_ms: meanOf(person.crossfire_delay_sum_ms, person.crossfire_delay_count, 1),
    times_focused: person.times_focused,
    focus_escapes: person.focus_escapes,
  })
  return {
    sampled_engagements: await fightCount(db, scope),
    crossfire_kills: byKills.map((person) => ({ ...entry(person), kill_rate_pct: rounded(killRate(person) * 100, 1) })),
    sync: bySync.map(entry),
    focus_survival: bySurvival.map((person) => ({
      ...entry(person),
      survival_rate_pct: rounded(survival(person) * 100, 1),
    })),
  }
}

function sums(db: Kysely<Database>, scope: Scope) {
  return peopleIn(db, scope)
    .groupBy('player_id')
    .select(({ fn }) => [
      'player_id',
      fn.sum<number>('crossfire_kills').as('crossfire_kills'),
      fn.sum<number>('crossfire_participations').as('crossfire_participations'),
      fn.sum<number>('crossfire_final_blows').as('crossfire_final_blows'),
      fn.sum<number>('crossfire_delay_sum_ms').as('crossfire_delay_sum_ms'),
      fn.sum<number>('crossfire_delay_count').as('crossfire_delay_count'),
      fn.sum<number>('times_focused').as('times_focused'),
      fn.sum<number>('focus_escapes').as('focus_escapes'),
    ])
    .execute()
}

async function fightCount(db: Kysely<Database>, scope: Scope): Promise<number> {
  const { fights } = await db
    .selectFrom('derived_round')
    .where('round_id', 'in', roundsIn(db, scope))
    .select(({ fn }) => fn.sum<number | null>('fights').as('fights'))
    .executeTakeFirstOrThrow()
  return fights ?? 0
}
