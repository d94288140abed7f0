import type { Band, Count, Measure, Value } from './figure.ts'
import { count, counted, interval, percent, UNKNOWN } from './format.ts'
import { FEW_CASES, LEAST_CASES, type Share } from './interval.ts'

/** A value in words and digits. */
export function valueWords(value: Value): string {
  if (value.kind === 'share' && isTooFew(value)) return `not enough yet (${shortWords(value)})`
  if (value.kind === 'not_captured') return `not captured: ${value.reason}`
  return shortWords(value)
}

/** The same for a cell of a table: why there is none is said by its card. */
export function shortWords(value: Value): string {
  switch (value.kind) {
    case 'count':
      return countWords(value)
    case 'share':
      return isTooFew(value) ? `${value.share.n} of ${leastOf(value)}` : percent(value.share)
    case 'part':
      return percent({ value: value.value, low: 0, high: 1, n: 0 })
    case 'measure':
      return value.write(value.value)
    case 'none':
      return value.reason
    case 'not_captured':
      return 'not captured'
    case 'failed':
      return 'failed'
    case 'unknown':
      return UNKNOWN
  }
}

function countWords({ count: cases, of, write = count }: Count): string {
  return of === undefined ? write(cases) : `${count(cases)} of ${write(of)}`
}

/** The 80 % interval and the number of cases: `26 to 38 %, n 90`. Empty where there are none. */
export function boundsWords(value: Value): string {
  const words = intervalWords(value)
  if (words === '') return ''
  const n = value.kind === 'share' ? value.share.n : value.kind === 'measure' ? (value.band?.n ?? 0) : 0
  return `${words}, n\u00a0${count(n)}`
}

/** The 80 % interval alone. */
export function intervalWords(value: Value): string {
  if (value.kind === 'share') return isTooFew(value) ? '' : interval(value.share)
  return value.kind !== 'measure' || value.band === undefined ? '' : bandWords(value.band, value.write)
}

/** Where an interval begins and ends. */
function bandWords({ low, high }: Band, write: Measure['write']): string {
  if (low === null) return high === null ? 'no interval yet' : `up to ${write(high)}`
  return high === null ? `${write(low)} or more` : `${write(low)} to ${write(high)}`
}

/** What a value rests on, in a sentence; empty for what needs none. */
export function doubtWords(value: Value): string {
  if (value.kind === 'share' && isTooFew(value)) {
    return `So far ${counted(value.share.n, 'case')}; a share needs ${leastOf(value)}.`
  }
  const bounds = boundsWords(value)
  if (bounds !== '') return `80 % interval: ${bounds}.`
  if (value.kind === 'count') return value.share === undefined ? COUNTED : partWords(value.share)
  if (value.kind === 'failed') return 'The sensor broke, so it is missing.'
  return value.kind === 'unknown' ? 'It cannot be told from what was recorded.' : ''
}

const COUNTED = 'All that was recorded is counted, so there is no interval.'

function partWords(share: Share): string {
  if (share.n === 0) return 'There was no case.'
  if (share.n < LEAST_CASES) return `Too few cases for a share: it may be ${interval(share)} (80 % interval).`
  return `That is ${percent(share)}; 80 % interval: ${interval(share)}.`
}

/** How sure a value is: `few` and `none` are drawn fainter. */
export function doubtOf(value: Value): 'none' | 'few' | 'enough' | 'failed' {
  if (value.kind === 'failed') return 'failed'
  if (value.kind === 'none' || value.kind === 'not_captured' || value.kind === 'unknown') return 'none'
  const n = value.kind === 'share' ? value.share.n : value.kind === 'measure' ? value.band?.n : undefined
  if (n === undefined || n >= FEW_CASES) return 'enough'
  return value.kind === 'share' && isTooFew(value) ? 'none' : 'few'
}

type ShareValue = Extract<Value, { kind: 'share' }>

function leastOf({ least = LEAST_CASES }: ShareValue): number {
  return least
}

/** True for a share of so few cases that it says nothing yet. */
export function isTooFew(value: ShareValue): boolean {
  return value.share.n < leastOf(value)
}
