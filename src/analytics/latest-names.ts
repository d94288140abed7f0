import type { Kysely } from 'kysely'
import type { Database } from '../store/database.ts'

/** The latest name of each of some people, raw: a rename makes nobody two people. */
export async function latestNames(db: Kysely<Database>, ids: Iterable<number>): Promise<ReadonlyMap<number, string>> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return new Map()
  const rows = await db
    .with('recent', (with_) =>
      with_.selectFrom('rounds').select(({ fn }) => [
        'rounds.id',
        fn
          .agg<number>('row_number')
          .over((over) =>
            over.orderBy('rounds.started_unix', (order) => order.desc().nullsLast()).orderBy('rounds.id', 'desc'),
          )
          .as('place'),
      ]),
    )
    .with('latest', (with_) =>
      with_
        .selectFrom('round_name')
        .innerJoin('recent', 'recent.id', 'round_name.round_id')
        .where('round_name.player_id', 'in', wanted)
        .groupBy('round_name.player_id')
        .select(({ fn }) => ['round_name.player_id', fn.min('recent.place').as('place')]),
    )
    .selectFrom('latest')
    .innerJoin('recent', 'recent.place', 'latest.place')
    .select((eb) => [
      'latest.player_id',
      eb
        .selectFrom('round_name')
        .whereRef('round_name.round_id', '=', 'recent.id')
        .whereRef('round_name.player_id', '=', 'latest.player_id')
        .orderBy('round_name.name_no', 'desc')
        .limit(1)
        .select('round_name.name')
        .as('name'),
    ])
    .execute()
  return new Map(rows.map(({ player_id, name }) => [player_id, name ?? '']))
}
