import type { PostgresPool, PostgresPoolClient } from 'kysely'
import type pg from 'pg'

/** Texts that a connection keeps prepared: an import needs about twenty, and one more for each set of sections. */
const KEPT = 100

/** A pool whose connections plan a statement once and not each time: that was a third of the server's work for a round. */
export function preparedPool(pool: pg.Pool): PostgresPool {
  const names = new Map<string, string>()
  const nameOf = (text: string): string | undefined => {
    const known = names.get(text)
    if (known !== undefined || names.size === KEPT) return known
    const name = `s${names.size}`
    names.set(text, name)
    return name
  }
  return {
    options: pool.options,
    end: () => pool.end(),
    connect: async () => {
      const client = await pool.connect()
      // what has no parameters runs rarely (migrations), or has no plan (begin, commit)
      const query: unknown = (text: string, values: readonly unknown[]) =>
        client.query({ name: values.length === 0 ? undefined : nameOf(text), text, values: [...values] })
      return {
        query: query as PostgresPoolClient['query'],
        release: (destroy) => client.release(destroy),
      }
    },
  }
}
