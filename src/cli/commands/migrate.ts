import { migrate } from '../../store/migrate.ts'
import type { Context } from '../context.ts'
import { withDatabaseAsItIs } from '../database.ts'
import { EXIT, type ExitCode } from '../exit-code.ts'

/** Applies the schema steps that the database lacks. */
export async function migrateDatabase(context: Context): Promise<ExitCode> {
  return await withDatabaseAsItIs(context.settings(), async (store) => {
    const applied = await migrate(store.db)
    for (const name of applied) context.print(`applied: ${name}`)
    context.print(`the schema of ${store.place} is up to date`)
    return EXIT.done
  })
}
