/** The month of an instant on the reader's clock, `YYYY-MM`. */
export function monthOf(unix: number): string {
  const then = new Date(unix * 1000)
  return monthText(then.getFullYear(), then.getMonth())
}

/** The day of the month of an instant on the reader's clock. */
export function dateOf(unix: number): number {
  return new Date(unix * 1000).getDate()
}

/** Some months before or after one. */
export function monthsAfter(month: string, months: number): string {
  const { year, index } = partsOf(month)
  const all = year * 12 + index + months
  return monthText(Math.floor(all / 12), ((all % 12) + 12) % 12)
}

/** The weeks of a month from Monday to Sunday; null stands for days of other months. */
export function weeksOf(month: string): readonly (readonly (number | null)[])[] {
  const { year, index } = partsOf(month)
  const days = new Date(Date.UTC(year, index + 1, 0)).getUTCDate()
  const before = (new Date(Date.UTC(year, index, 1)).getUTCDay() + 6) % 7
  const cells = [...Array.from({ length: before }, () => null), ...Array.from({ length: days }, (_, day) => day + 1)]
  while (cells.length % 7 > 0) cells.push(null)
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(7 * week, 7 * week + 7))
}

const named = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })

/** `February 2026`. */
export function monthWords(month: string): string {
  const { year, index } = partsOf(month)
  return named.format(Date.UTC(year, index, 1))
}

function partsOf(month: string): { readonly year: number; readonly index: number } {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return { year, index: number - 1 }
}

function monthText(year: number, index: number): string {
  return `${String(year).padStart(4, '0')}-${String(index + 1).padStart(2, '0')}`
}
