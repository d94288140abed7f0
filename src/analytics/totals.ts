/** The sums of the given numeric fields over some rows. */
export function totals<K extends string>(
  rows: readonly Readonly<Record<K, number>>[],
  fields: readonly K[],
): Record<K, number> {
  const sums = Object.fromEntries(fields.map((field) => [field, 0])) as Record<K, number>
  for (const row of rows) for (const field of fields) sums[field] += row[field]
  return sums
}
