import { rebuild } from '../../importer/rebuild.ts'
import type { Context } from '../context.ts'
import { requireDatabase, withDatabase } from '../database.ts'
import { EXIT, type ExitCode } from '../exit-code.ts'
import { counted } from '../printable.ts'
import { progressOn } from '../progress.ts'
import { UserError } from '../user-error.ts'

/** Makes the derived rows of all rounds, or of one, again. */
export async function rebuildRounds(context: Context, { round }: { readonly round?: number }): Promise<ExitCode> {
  const settings = context.settings()
  requireDatabase(settings)
  return await withDatabase(settings, async (store) => {
    const progress = progressOn(context, 'rebuilding')
    const done = await rebuild(store, round, (count, of) =>
      progress.step(count, of, `rebuilt: ${count} of ${of}`),
    ).finally(() => progress.end())
    if (round !== undefined && done === 0) {
      throw new UserError(`there is no round ${round} with telemetry: proximity status lists the latest ones`)
    }
    context.print(`${counted(done, 'round')} rebuilt`)
    return EXIT.done
  })
}
