/** One number of a benchmark. */
export interface Measured {
  readonly bench: string
  /** What was measured, in words. */
  readonly what: string
  readonly value: number
  readonly unit: string
  /** The middle one of the values of which `value` is nearly the worst. */
  readonly median?: number
  /** What it should be. */
  readonly target?: Target
}

export interface Target {
  readonly at: 'least' | 'most'
  readonly value: number
}

export const atLeast = (value: number): Target => ({ at: 'least', value })
export const atMost = (value: number): Target => ({ at: 'most', value })

/** Whether a number is as it should be; undefined without a target. */
function isMet({ value, target }: Measured): boolean | undefined {
  if (target === undefined) return undefined
  return target.at === 'least' ? value >= target.value : value <= target.value
}

/** The numbers as lines of a table. */
export function tableOf(measured: readonly Measured[]): string {
  const rows = measured.map((one) => [
    one.bench,
    one.what,
    `${numberText(one.value)} ${one.unit}`.trim(),
    medianText(one),
    targetText(one),
  ])
  const widthOf = (column: number) => Math.max(...rows.map((row) => row[column]?.length ?? 0))
  const widths = [0, 1, 2, 3].map(widthOf)
  return rows
    .map((row) =>
      row
        .map((text, column) => text.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

function medianText({ median }: Measured): string {
  return median === undefined ? '' : `median ${numberText(median)}`
}

function targetText(one: Measured): string {
  if (one.target === undefined) return ''
  const { at, value } = one.target
  return `${isMet(one) ? 'ok' : 'NOT MET'}, at ${at} ${numberText(value)}`
}

function numberText(value: number): string {
  return value >= 100
    ? Math.round(value).toLocaleString('en')
    : value.toLocaleString('en', { maximumSignificantDigits: 3 })
}
