import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serverStore } from '../../tests/support/databases.ts'
import type { Store } from './open.ts'

describe('what a connection to a server keeps', () => {
  let opened: { store: Store; drop: () => Promise<void> }
  beforeAll(async () => {
    opened = await serverStore()
  })
  afterAll(async () => await opened.drop())

  const kept = async (): Promise<string[]> => {
    const { rows } = await sql<{ statement: string }>`select statement from pg_prepared_statements`.execute(
      opened.store.db,
    )
    return rows.map(({ statement }) => statement)
  }

  it('plans a statement with parameters once, whatever they are', async () => {
    for (const value of [1, 2, 3]) await sql`select ${value}::integer + 40`.execute(opened.store.db)
    expect((await kept()).filter((text) => text.includes('+ 40'))).toEqual(['select $1::integer + 40'])
  })

  it('goes on after a statement that failed, with the same text and others', async () => {
    const divide = async (by: number) =>
      (await sql<{ share: number }>`select 12 / ${by}::integer as share`.execute(opened.store.db)).rows
    await expect(divide(0)).rejects.toThrow('division by zero')
    await expect(sql`select ${1}::integer from nowhere`.execute(opened.store.db)).rejects.toThrow('nowhere')
    await expect(sql`select ${1}::integer from nowhere`.execute(opened.store.db)).rejects.toThrow('nowhere')
    expect(await divide(4)).toEqual([{ share: 3 }])
  })

  it('keeps no more than a hundred statements, and runs all others', async () => {
    for (let i = 0; i < 120; i++) {
      const { rows } = await sql`select ${i}::integer as value, ${sql.lit(i)} as text`.execute(opened.store.db)
      expect(rows).toEqual([{ value: i, text: i }])
    }
    const texts = await kept()
    expect(texts.length).toBeGreaterThan(80)
    expect(texts.length).toBeLessThanOrEqual(100)
  })
})
