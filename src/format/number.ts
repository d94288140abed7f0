/**
 * The decimal text of a number, and the only way by which a number reaches a file (L-1): rounded to `places`, halves
 * away from zero, by integer arithmetic that gives the same digits in every language; never an exponent, never `-0`.
 * Undefined for anything that is no number between `-limit` and `limit`.
 */
export function writeNumber(value: unknown, places: number, limit: number): string | undefined {
  if (typeof value !== 'number' || !(value >= -limit && value <= limit)) return undefined
  const power = places === 0 ? 1 : places === 1 ? 10 : powerOf(places)
  const exact = Math.abs(value) * power
  let scaled = Math.floor(exact)
  if (exact - scaled >= 0.5) scaled += 1
  const sign = value < 0 && scaled > 0 ? '-' : ''
  if (places === 0) return `${sign}${scaled}`
  const whole = Math.floor(scaled / power)
  let fraction = `${scaled - whole * power}`
  while (fraction.length < places) fraction = `0${fraction}`
  return `${sign}${whole}.${fraction}`
}

function powerOf(places: number): number {
  let power = 1
  for (let i = 0; i < places; i++) power *= 10
  return power
}
