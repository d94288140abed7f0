/** A row of a file, by column. */
export type Cells = Readonly<Record<string, unknown>>

/** A column of a file, what it should say, and how far a number may be off (decimals that were rounded). */
export type Expectation<T> = readonly [column: string, expected: (truth: T) => unknown, tolerance?: number]

/** Half of the last decimal of a coordinate or length with one decimal, and of one without. */
export const TENTH = 0.0501
export const WHOLE = 0.501

/** A time that only the next frame shows can be one frame late. */
export const ONE_FRAME_MS = 50

/** The most lines that are shown; a broken rule breaks thousands of rows. */
const SHOWN = 30

/** What a section says otherwise than the oracle, a line of text each: rows without a counterpart, and cells. */
export function differences<T extends object>(
  section: string,
  truths: readonly T[],
  rows: readonly Cells[],
  keys: readonly Expectation<T>[],
  columns: readonly Expectation<T>[],
): string[] {
  const { lonely, pairs } = matched(section, truths, rows, keys)
  return shown([...lonely, ...cells(section, pairs, keys, columns)])
}

/** Rows that are missing from a section, and rows of things that never happened. */
export function rowDifferences<T extends object>(
  section: string,
  truths: readonly T[],
  rows: readonly Cells[],
  keys: readonly Expectation<T>[],
): string[] {
  return shown(matched(section, truths, rows, keys).lonely)
}

/** Cells that differ, in the rows that both have. There must be at least one such row if anything happened. */
export function cellDifferences<T extends object>(
  section: string,
  truths: readonly T[],
  rows: readonly Cells[],
  keys: readonly Expectation<T>[],
  columns: readonly Expectation<T>[],
): string[] {
  const { pairs } = matched(section, truths, rows, keys)
  if (truths.length > 0 && pairs.length === 0) return [`${section}: no row of the file is about anything that happened`]
  return shown(cells(section, pairs, keys, columns))
}

type Pair<T> = readonly [truth: T, row: Cells]

/** Rows belong together by the key columns; rows of one key are taken in their order. */
function matched<T extends object>(
  section: string,
  truths: readonly T[],
  rows: readonly Cells[],
  keys: readonly Expectation<T>[],
): { lonely: string[]; pairs: Pair<T>[] } {
  const lonely: string[] = []
  const pairs: Pair<T>[] = []
  const left = [...rows]
  for (const truth of truths) {
    const at = left.findIndex((row) => keys.every((key) => fits(key, truth, row)))
    if (at < 0) lonely.push(`${where(section, truth, keys)}: not in the file`)
    else pairs.push([truth, left.splice(at, 1)[0] as Cells])
  }
  for (const row of left) {
    const named = keys.map(([column]) => `${column}=${show(row[column])}`).join(' ')
    lonely.push(`${section} [${named}]: in the file, but it never happened`)
  }
  return { lonely, pairs }
}

function cells<T extends object>(
  section: string,
  pairs: readonly Pair<T>[],
  keys: readonly Expectation<T>[],
  columns: readonly Expectation<T>[],
): string[] {
  return pairs.flatMap(([truth, row]) =>
    columns
      .filter((column) => !fits(column, truth, row))
      .map(
        ([column, expected]) =>
          `${where(section, truth, keys)} ${column}: oracle ${show(expected(truth))}, file ${show(row[column])}`,
      ),
  )
}

function where<T extends object>(section: string, truth: T, keys: readonly Expectation<T>[]): string {
  const named = keys.map(([column, expected]) => `${column}=${show(expected(truth))}`).join(' ')
  return `${section} [${named}${'line' in truth ? ` trace line ${truth.line}` : ''}]`
}

function fits<T>([column, expected, tolerance = 0]: Expectation<T>, truth: T, row: Cells): boolean {
  const want = expected(truth) ?? null
  const have = row[column] ?? null
  if (typeof want === 'number' && typeof have === 'number') return Math.abs(want - have) <= tolerance
  return JSON.stringify(want) === JSON.stringify(have)
}

function show(value: unknown): string {
  return value === undefined || value === null ? 'nothing' : JSON.stringify(value)
}

/** The first of many lines, and how many more there are. */
export function shown(lines: readonly string[]): string[] {
  if (lines.length <= SHOWN) return [...lines]
  return [...lines.slice(0, SHOWN), `and ${lines.length - SHOWN} more`]
}
