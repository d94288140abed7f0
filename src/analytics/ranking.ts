/** A row of sums of one person. */
interface OfPerson {
  readonly player_id: number
}

/**
 * The first `limit` rows by one number after the other, the smaller first; equal ones by identifier, so that nothing is
 * left open.
 */
export function ranked<T extends OfPerson>(
  rows: readonly T[],
  guids: ReadonlyMap<number, string>,
  keysOf: (row: T) => readonly number[],
  limit: number,
): T[] {
  const keyed = rows.map((row) => ({ row, keys: keysOf(row), guid: guids.get(row.player_id) ?? '' }))
  keyed.sort((a, b) => {
    for (const [i, key] of a.keys.entries()) {
      const difference = key - (b.keys[i] as number)
      if (difference !== 0) return difference
    }
    return a.guid < b.guid ? -1 : 1
  })
  return keyed.slice(0, limit).map(({ row }) => row)
}
