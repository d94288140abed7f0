/** A line of a table. */
export function markdownLine(columns: readonly string[]): string {
  return `| ${columns.join(' | ')} |`
}

/** The first two lines of a table whose first columns are words and the others numbers. */
export function markdownHead(headings: readonly string[], words: number): string {
  return `${markdownLine(headings)}\n${markdownLine(headings.map((_, i) => (i < words ? '---' : '---:')))}`
}
