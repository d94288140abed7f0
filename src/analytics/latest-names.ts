import { type Kysely, sql } from 'kysely'
import type { Database } from '../store/database.ts'

/** The latest name of each of some people, raw: a rename makes nobody two people. */
export async function latestNames(db: Kysely<Database>, ids: Iterable<number>): Promise<ReadonlyMap<number, string>> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return new Map()
  // start and number of a round in one value: the greatest is found without sorting, and the number read back from it
  const latest = db
    .selectFrom('round_name')
    .innerJoin('rounds', 'rounds.id', 'round_name.round_id')
    .where('round_name.player_id', 'in', wanted)
    .groupBy('round_name.player_id')
    .select([
      'round_name.player_id',
      sql<number>`(max((coalesce(rounds.started_unix, 0) << 32) + rounds.id) & 4294967295)::integer`.as('round_id'),
    ])
  const rows = await db
    .selectFrom(latest.as('latest'))
    .select((eb) => [
      'latest.player_id',
      eb
        .selectFrom('round_name')
        .whereRef('round_name.round_id', '=', 'latest.round_id')
        .whereRef('round_name.player_id', '=', 'latest.player_id')
        .orderBy('round_name.name_no', 'desc')
        .limit(1)
        .select('round_name.name')
        .as('name'),
    ])
    .execute()
  return new Map(rows.map(({ player_id, name }) => [player_id, name ?? '']))
}
