import type { Kysely } from 'kysely'
import type { Database } from '../store/database.ts'
import type { MapQuestion } from './map-question.ts'
import { countedRounds, type Scope } from './scope.ts'

/** The maps of a scope, the most played first. */
export async function mapList(db: Kysely<Database>, scope: Scope) {
  return await countedRounds(db, scope)
    .innerJoin('derived_round as sums', 'sums.round_id', 'rounds.id')
    .groupBy('rounds.map_name')
    .select(({ fn, eb }) => [
      'rounds.map_name',
      fn.countAll<number>().as('rounds'),
      fn.sum<number>('sums.fights').as('fights'),
      fn.sum<number>('sums.killed').as('killed'),
      fn.coalesce(fn.sum<number>('sums.presence_ms'), eb.lit(0)).as('presence_ms'),
      fn.max('rounds.started_unix').as('last_unix'),
    ])
    .orderBy('rounds', 'desc')
    .orderBy('rounds.map_name')
    .execute()
}

/** How many rounds a question is about, and how many it cannot use. */
export async function mapRounds(db: Kysely<Database>, { scope, role }: MapQuestion) {
  const { all, not_derived, without_role, unusable } = await countedRounds(db, scope)
    .innerJoin('derived_round as sums', 'sums.round_id', 'rounds.id')
    .select(({ fn, eb }) => {
      const rounds = fn.countAll<number>()
      const underived = eb('sums.presence_ms', 'is', null)
      const roleless = eb('rounds.defender_team', 'not in', [1, 2])
      return [
        rounds.as('all'),
        rounds.filterWhere(underived).as('not_derived'),
        rounds.filterWhere(roleless).as('without_role'),
        rounds.filterWhere(eb.or([underived, roleless])).as('unusable'),
      ]
    })
    .executeTakeFirstOrThrow()
  return {
    rounds: all - (role === null ? not_derived : unusable),
    rounds_not_derived: not_derived,
    rounds_without_role: role === null ? 0 : without_role,
  }
}
