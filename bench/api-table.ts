import type { Asked } from './api-case.ts'

/**
 * Times of the endpoints that know a scope, as lines of a table: a column for each size of the database and scope, with
 * the middle one and the one that one request in a hundred exceeds, ms.
 */
export function apiTable(
  bySize: ReadonlyMap<number, readonly Asked[]>,
  scopes: readonly string[],
  nameOf: (path: string) => string,
): string {
  const columns = [...bySize].flatMap(([rounds, asked]) => scopes.map((scope) => ({ rounds, scope, asked })))
  const paths = [...new Set([...bySize.values()].flat().map(({ path }) => path))]
  const named = Map.groupBy(paths, nameOf)
  const heads = columns.map(({ rounds, scope }) => `${rounds} rounds, ${scope}`)
  const lines = [...named].flatMap(([name, ofName]) => {
    const cells = columns.map(({ scope, asked }) => {
      const found = asked.find((one) => one.scope === scope && ofName.includes(one.path))
      return found === undefined ? '' : `${found.median_ms.toFixed(1)} / ${found.p99_ms.toFixed(1)}`
    })
    return cells.every((cell) => cell === '') ? [] : [[name, ...cells]]
  })
  const rows = [['p50 / p99 in ms', ...heads], ...lines]
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? []
  return rows
    .map((row) =>
      row
        .map((text, column) => (column === 0 ? text.padEnd(widths[0] ?? 0) : text.padStart(widths[column] ?? 0)))
        .join('  '),
    )
    .join('\n')
}
