import type { Share } from './interval.ts'

const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 })
const tenths = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 })

/** Not known, as opposed to zero. */
export const UNKNOWN = '–'
const NBSP = '\u00a0'

export function count(value: number): string {
  return whole.format(value)
}

/** A number and its noun: `1 round`, `2 rounds`. */
export function counted(value: number, one: string, many = `${one}s`): string {
  return `${count(value)}${NBSP}${value === 1 ? one : many}`
}

/** A share in percent, with as many digits as its interval supports. */
export function percent({ value, low, high }: Share): string {
  const isFine = (high - low) / 2 < 0.005 && value > 0 && value < 1
  const text = (isFine ? tenths : whole).format(value * 100)
  // rounding must not turn a few into none, or most into all
  if (value > 0 && Number(text) === 0) return `<${NBSP}${isFine ? '0.1' : '1'}${NBSP}%`
  if (value < 1 && Number(text) === 100) return `>${NBSP}${isFine ? '99.9' : '99'}${NBSP}%`
  return `${text}${NBSP}%`
}

/** The interval of a share: `24 to 36 %`. */
export function interval({ low, high }: Share): string {
  const digits = (high - low) / 2 < 0.005 ? tenths : whole
  return `${digits.format(low * 100)} to ${digits.format(high * 100)}${NBSP}%`
}

export function milliseconds(value: number | null): string {
  return value === null ? UNKNOWN : `${whole.format(value)}${NBSP}ms`
}

/** A size of a file. */
export function bytes(value: number): string {
  if (value < 1000) return `${value}${NBSP}bytes`
  return value < 1_000_000 ? `${whole.format(value / 1000)}${NBSP}KB` : `${tenths.format(value / 1_000_000)}${NBSP}MB`
}
