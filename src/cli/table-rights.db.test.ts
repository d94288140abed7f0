import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { serverStore } from '../../tests/support/databases.ts'
import { runHere, SAMPLES } from './cli.fixtures.ts'

// the statements of docs/operations.md
const GRANTS = [
  'grant usage on schema public to app',
  'grant select, insert, update, delete on all tables in schema public to app',
]

test('a user with only the rights that are documented can import, and a missing one is told before anything is written', async () => {
  const { store, url, drop } = await serverStore()
  const role = `app_${randomUUID().slice(0, 8)}`
  const run = async (statement: string) => await sql.raw(statement.replace(/\bapp\b/, role)).execute(store.db)
  try {
    const password = randomUUID()
    await run(`create role app login password '${password}'`)
    for (const grant of GRANTS) await run(grant)
    const address = new URL(url)
    address.username = role
    address.password = password
    const environment = { DATABASE_URL: address.href }

    await run('revoke insert on fact_revives from app')
    const refused = await runHere(['import', SAMPLES], { environment })
    expect(refused).toMatchObject({ exitCode: 1, out: '' })
    expect(refused.err).toBe(
      'proximity: the database user may not insert in the table fact_revives: grant it, or let one user own all tables (docs/operations.md)\n',
    )
    expect(await store.db.selectFrom('round_file').selectAll().execute()).toEqual([])
    expect((await runHere(['doctor'], { environment })).out).toMatch(
      /^problem {2}rights: .* may not insert in fact_revives/m,
    )

    await run('grant insert on fact_revives to app')
    // nobody writes to a view
    await run('revoke insert, update, delete on proximity_revive from app')
    expect(await runHere(['import', SAMPLES], { environment })).toMatchObject({ exitCode: 0, err: '' })
    expect(await runHere(['rebuild'], { environment })).toMatchObject({ exitCode: 0, err: '' })
    const { id } = await store.db.selectFrom('rounds').select('id').limit(1).executeTakeFirstOrThrow()
    expect(await runHere(['delete', String(id), '--yes'], { environment })).toMatchObject({ exitCode: 0, err: '' })
  } finally {
    await drop()
    const admin = await serverStore()
    await sql.raw(`drop role ${role}`).execute(admin.store.db)
    await admin.drop()
  }
})
