import { createInterface } from 'node:readline'
import { deleteRound } from '../../store/delete-round.ts'
import type { Store } from '../../store/open.ts'
import { clockText } from '../clock-text.ts'
import type { Context } from '../context.ts'
import { requireDatabase, withDatabase } from '../database.ts'
import { EXIT, type ExitCode } from '../exit-code.ts'
import { printable } from '../printable.ts'
import { UserError } from '../user-error.ts'

/** Deletes a round after asking. */
export async function deleteOne(context: Context, id: number, { yes = false }): Promise<ExitCode> {
  if (!yes && context.input.isTTY !== true) {
    throw new UserError('nobody can be asked whether to delete the round: say so with --yes', EXIT.usage)
  }
  const settings = context.settings()
  requireDatabase(settings)
  return await withDatabase(settings, async (store) => {
    const { title, files } = await roundOf(store, id)
    if (!yes && !(await confirmed(context, `Delete ${title}? It cannot be undone. [y/N] `))) {
      context.print('nothing is deleted')
      return EXIT.failed
    }
    await store.db.transaction().execute(async (trx) => await deleteRound(trx, id))
    context.print(`deleted: ${title}`)
    for (const file of files) {
      context.print(`move ${printable(file)} out of the import folder: a file that stays there is imported again`)
    }
    return EXIT.done
  })
}

async function roundOf({ db }: Store, id: number) {
  const round = await db
    .selectFrom('rounds')
    .select(['map_name', 'round_number', 'round_date', 'round_time'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (round === undefined) throw new UserError(`there is no round ${id}: proximity status lists the latest ones`)
  const files = await db.selectFrom('round_file').select('name').where('round_id', '=', id).orderBy('name').execute()
  const { map_name, round_number, round_date, round_time } = round
  return {
    title: `round ${id} (${printable(map_name)}, round ${round_number}, ${round_date} ${clockText(round_time)})`,
    files: files.map(({ name }) => name),
  }
}

async function confirmed({ input, output }: Context, question: string): Promise<boolean> {
  const asking = createInterface({ input, output })
  asking.setPrompt(question)
  asking.prompt()
  // without a line at Ctrl-C, Ctrl-D, and the end of the terminal
  const { value = '' } = await asking[Symbol.asyncIterator]().next()
  asking.close()
  return /^y(es)?$/i.test(value.trim())
}
