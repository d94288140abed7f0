import type { Kysely } from 'kysely'
import type { Database } from './database.ts'

/** The number of a game server by name; made if it is new. The empty name belongs to files that name no server. */
export async function serverId(trx: Kysely<Database>, name: string): Promise<number> {
  const known = await trx.selectFrom('server').select('id').where('name', '=', name).executeTakeFirst()
  if (known !== undefined) return known.id
  const made = await trx
    .insertInto('server')
    .values({ name })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ name }))
    .returning('id')
    .executeTakeFirstOrThrow()
  return made.id
}
