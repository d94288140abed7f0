import { type Kysely, sql } from 'kysely'
import { touchData } from './data-version.ts'
import type { Database } from './database.ts'
import { regroupSession } from './gaming-sessions.ts'
import { lockImports } from './locks.ts'
import { ROUND_TABLES } from './round-tables.ts'
import { deleteRows } from './save-round.ts'

/**
 * Takes a round out: its facts, everything derived from it, and its files in the ledger, so that a file of it can be
 * imported again. People who appear nowhere else go too. To be called inside a transaction; false if there is no such
 * round.
 */
export async function deleteRound(trx: Kysely<Database>, roundId: number): Promise<boolean> {
  await lockImports(trx)
  const people = trx.selectFrom('round_name').select('player_id').where('round_id', '=', roundId)
  const ids = (await people.distinct().execute()).map(({ player_id }) => player_id)
  const files = (await trx.selectFrom('round_file').select('id').where('round_id', '=', roundId).execute()).map(
    ({ id }) => id,
  )
  await deleteRows(trx, roundId, ROUND_TABLES)
  const gone = await trx
    .deleteFrom('rounds')
    .where('id', '=', roundId)
    .returning('gaming_session_id')
    .executeTakeFirst()
  if (gone === undefined) return false
  if (files.length > 0) await trx.deleteFrom('round_file').where('id', 'in', files).execute()
  if (ids.length > 0) {
    await trx
      .deleteFrom('player')
      .where('id', 'in', ids)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(selectFrom('round_name').select(sql`1`.as('one')).whereRef('round_name.player_id', '=', 'player.id')),
        ),
      )
      .execute()
  }
  if (gone.gaming_session_id !== null) await regroupSession(trx, gone.gaming_session_id)
  await touchData(trx)
  return true
}
