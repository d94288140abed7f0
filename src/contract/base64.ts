const DIGITS = Uint8Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/', (digit) =>
  digit.charCodeAt(0),
)
const VALUES = new Uint8Array(128)
for (const [value, code] of DIGITS.entries()) VALUES[code] = value

const PADDING = '='.charCodeAt(0)

/** Bytes as JSON can hold them: base64, with padding. Node and browsers have no function in common for it. */
export function toBase64(data: Uint8Array): string {
  const letters = new Uint8Array(Math.ceil(data.length / 3) * 4)
  for (let from = 0, to = 0; from < data.length; from += 3, to += 4) {
    const bits = (at(data, from) << 16) | (at(data, from + 1) << 8) | at(data, from + 2)
    letters[to] = at(DIGITS, bits >> 18)
    letters[to + 1] = at(DIGITS, (bits >> 12) & 63)
    letters[to + 2] = from + 1 < data.length ? at(DIGITS, (bits >> 6) & 63) : PADDING
    letters[to + 3] = from + 2 < data.length ? at(DIGITS, bits & 63) : PADDING
  }
  return new TextDecoder().decode(letters)
}

/** The bytes that {@link toBase64} made this text of. */
export function fromBase64(text: string): Uint8Array {
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0
  const data = new Uint8Array((text.length / 4) * 3 - padding)
  const value = (place: number) => at(VALUES, text.charCodeAt(place))
  for (let from = 0, to = 0; from < text.length; from += 4, to += 3) {
    const bits = (value(from) << 18) | (value(from + 1) << 12) | (value(from + 2) << 6) | value(from + 3)
    data[to] = bits >> 16
    data[to + 1] = (bits >> 8) & 255
    data[to + 2] = bits & 255
  }
  return data
}

function at(data: Uint8Array, place: number): number {
  return data[place] ?? 0
}
