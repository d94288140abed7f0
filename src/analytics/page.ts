/** The last entry of a page by what the list is ordered by: the next page begins after it. */
export interface Cursor {
  readonly value: number
  /** What tells entries of equal value apart. */
  readonly key: string
}

/** The first `limit` of some rows, and where the next page begins; to be asked for with one row more than the limit. */
export function pageOf<T>(rows: readonly T[], limit: number, cursorOf: (row: T) => Cursor) {
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return { page, next: rows.length > limit && last !== undefined ? cursorOf(last) : null }
}

/** Greatest number of a row. */
const LAST_ID = 2_147_483_647

/** The number that a cursor's key is, where entries are told apart by one. */
export function idOf({ key }: Cursor): number {
  return /^\d{1,10}$/.test(key) ? Math.min(Number(key), LAST_ID) : 0
}
