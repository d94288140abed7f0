import type { Kysely } from 'kysely'
import { rounded } from '../metrics/rounding.ts'
import type { Database } from '../store/database.ts'
import { latestNames } from './latest-names.ts'
import { guidsOfPeople, peopleIn } from './people.ts'
import { ranked } from './ranking.ts'
import type { Scope } from './scope.ts'

type Count = 'lives' | 'sprint_percentage_count' | 'first_move_count' | 'life_duration_count'

/** Movement leaders: way, sprint and length of lives descending, time to the first move ascending. */
export async function movers(db: Kysely<Database>, scope: Scope, limit: number) {
  const people = await movement(db, scope)
  const guids = await guidsOfPeople(db)
  type Person = (typeof people)[number]
  const leaders = (count: Count, key: (person: Person) => number) =>
    ranked(
      people.filter((person) => person[count] > 0),
      guids,
      (person) => [key(person)],
      limit,
    )
  const sprint = (of: Person) => of.sprint_percentage_sum / of.sprint_percentage_count
  const reaction = (of: Person) => of.first_move_sum_ms / of.first_move_count
  const survival = (of: Person) => of.life_duration_sum_ms / of.life_duration_count
  const byDistance = leaders('lives', (person) => -person.distance_sum)
  const bySprint = leaders('sprint_percentage_count', (person) => -sprint(person))
  const byReaction = leaders('first_move_count', reaction)
  const bySurvival = leaders('life_duration_count', (person) => -survival(person))

  const names = await latestNames(
    db,
    [...byDistance, ...bySprint, ...byReaction, ...bySurvival].map(({ player_id }) => player_id),
  )
  const who = ({ player_id }: Person) => ({ guid: guids.get(player_id) ?? '', name: names.get(player_id) ?? '' })
  return {
    distance: byDistance.map((person) => ({
      ...who(person),
      total_distance: rounded(person.distance_sum, 1),
      tracks: person.lives,
    })),
    sprint: bySprint.map((person) => ({
      ...who(person),
      sprint_pct: rounded(sprint(person), 1),
      tracks: person.sprint_percentage_count,
    })),
    reaction: byReaction.map((person) => ({
      ...who(person),
      reaction_ms: rounded(reaction(person), 0),
      tracks: person.first_move_count,
    })),
    survival: bySurvival.map((person) => ({
      ...who(person),
      duration_ms: rounded(survival(person), 0),
      tracks: person.life_duration_count,
    })),
  }
}

function movement(db: Kysely<Database>, scope: Scope) {
  return peopleIn(db, scope)
    .groupBy('player_id')
    .select(({ fn }) => [
      'player_id',
      fn.sum<number>('lives').as('lives'),
      fn.sum<number>('distance_sum').as('distance_sum'),
      fn.sum<number>('sprint_percentage_sum').as('sprint_percentage_sum'),
      fn.sum<number>('sprint_percentage_count').as('sprint_percentage_count'),
      fn.sum<number>('first_move_sum_ms').as('first_move_sum_ms'),
      fn.sum<number>('first_move_count').as('first_move_count'),
      fn.sum<number>('life_duration_sum_ms').as('life_duration_sum_ms'),
      fn.sum<number>('life_duration_count').as('life_duration_count'),
    ])
    .execute()
}
