import type { Kysely } from 'kysely'
import type { Database } from '../store/database.ts'
import { excludedIn } from './excluded.ts'
import { fileCounts } from './file-ledger.ts'
import { EVERYTHING } from './scope.ts'

/** How much there is, and the file that came last. */
export async function statusCounts(db: Kysely<Database>) {
  const { rounds, fights } = await db
    .selectFrom('rounds')
    .leftJoin('derived_round', 'derived_round.round_id', 'rounds.id')
    .select(({ fn }) => [fn.countAll<number>().as('rounds'), fn.sum<number | null>('fights').as('fights')])
    .executeTakeFirstOrThrow()
  const { people } = await db
    .selectFrom('player')
    .where('kind', '<>', 'bot')
    .select(({ fn }) => fn.countAll<number>().as('people'))
    .executeTakeFirstOrThrow()
  const excluded = await excludedIn(db, EVERYTHING)
  const newest = await db
    .selectFrom('round_file')
    .select(['name', 'state', 'imported_at', 'round_id'])
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return {
    counts: {
      rounds,
      excluded_rounds: Object.values(excluded.rounds).reduce((sum, count) => sum + count, 0),
      people,
      fights: fights ?? 0,
      files: await fileCounts(db),
    },
    newest_file: newest === undefined ? null : { ...newest, imported_at: newest.imported_at.toISOString() },
  }
}
