import type { Kysely } from 'kysely'
import type { Database } from '../../store/database.ts'
import type { Context } from '../context.ts'
import { withReadableDatabase } from '../database.ts'
import { EXIT, type ExitCode } from '../exit-code.ts'
import { exportCsv } from '../export/csv-folder.ts'
import { exportJson } from '../export/json-lines.ts'
import { snapshot } from '../export/snapshot.ts'
import { openTarget } from '../export/target.ts'
import { counted } from '../printable.ts'
import { UserError } from '../user-error.ts'

interface Options {
  readonly round?: number
  readonly all?: boolean
  readonly format: 'json' | 'csv'
  readonly out?: string
}

/** Writes one round or all. The data is that of one instant, however long it takes. */
export async function exportRounds(context: Context, { round, all = false, format, out }: Options): Promise<ExitCode> {
  if ((round === undefined) !== all) {
    throw new UserError('say which rounds: either --round with an id, or --all', EXIT.usage)
  }
  if (format === 'csv' && out === undefined) {
    throw new UserError('CSV is one file per view: name a folder for them with --out', EXIT.usage)
  }
  return await withReadableDatabase(context.settings(), async (store) => {
    await snapshot(store, async (trx) => {
      const ids = await roundIds(trx, round)
      if (format === 'csv') {
        const files = await exportCsv(trx, ids, { everything: all, folder: context.path(out as string) })
        context.print(`${counted(ids.length, 'round')} in ${counted(files, 'file')} in ${out}`)
      } else {
        const target = await openTarget(out === undefined ? context.output : context.path(out))
        await exportJson(trx, ids, target)
        if (out !== undefined) context.print(`${counted(ids.length, 'round')} in ${out}`)
      }
    })
    return EXIT.done
  })
}

async function roundIds(trx: Kysely<Database>, round: number | undefined): Promise<number[]> {
  let query = trx
    .selectFrom('rounds')
    .select('id')
    .where('file_id', 'is not', null)
    .orderBy('started_unix')
    .orderBy('id')
  if (round !== undefined) query = query.where('id', '=', round)
  const ids = (await query.execute()).map(({ id }) => id)
  if (round !== undefined && ids.length === 0) {
    throw new UserError(`there is no round ${round} with telemetry: proximity status lists the latest ones`)
  }
  return ids
}
