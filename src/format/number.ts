/**
 * The decimal text of a number, as every number in a file is written (L-1): rounded to `places`, halves
 * away from zero, by integer arithmetic that gives the same digits in every language; never an exponent, never `-0`.
 * Undefined for anything that is no number between `-limit` and `limit`.
 */
export function writeNumber(value: unknown, places: number, limit: number): string | undefined {
  if (typeof value !== 'number' || !(value >= -limit && value <= limit)) return undefined
  const power = places === 0 ? 1 : places === 1 ? 10 : powerOf(places)
  const exact = Math.abs(value) * power
  let scaled = Math.floor(exact)
  if (exact - scaled >= 0.5) scaled += 1
  const whole = places === 0 ? scaled : Math.floor(scaled / power)
  let text = SMALL[whole] ?? `${whole}`
  if (places > 0) text = `${text}${fractionOf(scaled - whole * power, places)}`
  return value < 0 && scaled > 0 ? `-${text}` : text
}

// texts of which a game makes thousands: each new one costs a game server time and memory
const SMALL: string[] = []
for (let number = 0; number < 256; number++) SMALL.push(`${number}`)
const TENTHS = ['.0', '.1', '.2', '.3', '.4', '.5', '.6', '.7', '.8', '.9']

function fractionOf(scaled: number, places: number): string {
  if (places === 1) return TENTHS[scaled] as string
  let digits = `${scaled}`
  while (digits.length < places) digits = `0${digits}`
  return `.${digits}`
}

function powerOf(places: number): number {
  let power = 1
  for (let i = 0; i < places; i++) power *= 10
  return power
}
