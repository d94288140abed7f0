import { derive } from '../metrics/derive.ts'
import { touchData } from '../store/data-version.ts'
import { loadRound } from '../store/load-round.ts'
import { lockImports } from '../store/locks.ts'
import type { Store } from '../store/open.ts'
import { replaceDerived } from '../store/save-round.ts'

/**
 * Makes everything derived again from the stored facts, round by round, each in one transaction; of one round if
 * `roundId` is given. Gives how many rounds it were.
 */
export async function rebuild(
  store: Store,
  roundId?: number,
  progress?: (done: number, of: number) => void,
): Promise<number> {
  let query = store.db.selectFrom('rounds').select('id').where('file_id', 'is not', null).orderBy('id')
  if (roundId !== undefined) query = query.where('id', '=', roundId)
  const rounds = await query.execute()
  let done = 0
  for (const { id } of rounds) {
    await store.db.transaction().execute(async (trx) => {
      await lockImports(trx)
      const round = await loadRound(trx, id)
      // deleted since the list was made
      if (round === undefined) return
      await replaceDerived(trx, id, derive(round))
      await touchData(trx)
    })
    done += 1
    progress?.(done, rounds.length)
  }
  return done
}
