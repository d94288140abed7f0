import type { Kysely } from 'kysely'
import { meanOf } from '../metrics/rounding.ts'
import type { Database } from '../store/database.ts'
import { latestNames } from './latest-names.ts'
import { bots } from './people.ts'
import { playerOf, roundsIn, type Scope } from './scope.ts'

/** Two people and their crossfires. */
export interface Duo {
  readonly player1: string
  readonly player2: string
  readonly crossfire_kills: number
  readonly crossfire_count: number
  readonly avg_delay_ms: number | null
  readonly player1_guid: string
  readonly player2_guid: string
}

/** Pairs of people by crossfires with a kill, then by crossfires. Equal ones go by identifier. */
export async function duos(db: Kysely<Database>, scope: Scope, limit: number): Promise<Duo[]> {
  let pairs = db
    .selectFrom('derived_pair')
    .where('round_id', 'in', roundsIn(db, scope))
    .where('crossfire_count', '>', 0)
    .where('player1_id', 'not in', bots(db))
    .where('player2_id', 'not in', bots(db))
  if (scope.player_guid !== null) {
    const wanted = playerOf(db, scope.player_guid)
    pairs = pairs.where((eb) => eb.or([eb('player1_id', '=', wanted), eb('player2_id', '=', wanted)]))
  }
  const sums = pairs
    .groupBy(['player1_id', 'player2_id'])
    .select(({ fn }) => [
      'player1_id as id1',
      'player2_id as id2',
      fn.sum<number>('crossfire_kills').as('kills'),
      fn.sum<number>('crossfire_count').as('crossfires'),
      fn.sum<number>('delay_sum_ms').as('delay_sum_ms'),
      fn.sum<number>('delay_count').as('delay_count'),
    ])
  const rows = await db
    .selectFrom(sums.as('pair'))
    .innerJoin('player as one', 'one.id', 'pair.id1')
    .innerJoin('player as two', 'two.id', 'pair.id2')
    .selectAll('pair')
    .select(['one.guid as guid1', 'two.guid as guid2'])
    .orderBy('pair.kills', 'desc')
    .orderBy('pair.crossfires', 'desc')
    .orderBy('one.guid')
    .orderBy('two.guid')
    .limit(limit)
    .execute()
  const names = await latestNames(
    db,
    rows.flatMap(({ id1, id2 }) => [id1, id2]),
  )
  return rows.map(({ id1, id2, guid1, guid2, kills, crossfires, delay_sum_ms, delay_count }) => {
    const people = [
      { name: names.get(id1) ?? '', guid: guid1 },
      { name: names.get(id2) ?? '', guid: guid2 },
    ] as const
    const [first, second] = byCodePoint(people[0].name, people[1].name) > 0 ? [people[1], people[0]] : people
    return {
      player1: first.name,
      player2: second.name,
      crossfire_kills: kills,
      crossfire_count: crossfires,
      avg_delay_ms: meanOf(delay_sum_ms, delay_count, 1),
      player1_guid: first.guid,
      player2_guid: second.guid,
    }
  })
}

// the order of the bytes of UTF-8 is that of the code points; that of JavaScript's own comparison is not
function byCodePoint(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b))
}
