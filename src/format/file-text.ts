/**
 * Text of the file's bytes and back. A file is UTF-8 as far as it can be. A byte that is no part of valid UTF-8 (names
 * of old clients are Latin-1) becomes one character of its own, U+EF80 to U+EFFF, so that two different byte strings
 * never become one text and every text gives its bytes back (L-21).
 */

// U+EF00 + byte; the same characters in the file's UTF-8 (EE BE 80 to EE BF BF) count as invalid, so nothing collides
const OCTET = 0xef00
const OCTETS = /[\uef80-\uefff]/
const OCTET_RUNS = /([\uef80-\uefff]+)/

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })
const encoder = new TextEncoder()

/** The text of the bytes from `start` to `end`. */
export function decodeText(bytes: Uint8Array, start: number, end: number): string {
  let text = ''
  let from = start
  let at = start
  while (at < end) {
    const length = sequenceLength(bytes, at, end)
    if (length === 0) {
      if (from < at) text += utf8.decode(bytes.subarray(from, at))
      text += String.fromCharCode(OCTET + (bytes[at] as number))
      from = at + 1
    }
    at += Math.max(length, 1)
  }
  return from < end ? text + utf8.decode(bytes.subarray(from, end)) : text
}

/** The bytes of a text of {@link decodeText}, or of any other text. */
export function encodeText(text: string): Uint8Array<ArrayBuffer> {
  if (!OCTETS.test(text)) return encoder.encode(text)
  const runs = text.split(OCTET_RUNS)
  const parts = runs.map((run, i) => (i % 2 === 0 ? encoder.encode(run) : Uint8Array.from(run, octetOf)))
  const bytes = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}

/** A text of {@link decodeText} for people: a byte that is no UTF-8 is shown as its Latin-1 letter. */
export function readableText(text: string): string {
  return OCTETS.test(text) ? text.replace(/[\uef80-\uefff]/g, (octet) => String.fromCharCode(octetOf(octet))) : text
}

function octetOf(character: string): number {
  return character.charCodeAt(0) - OCTET
}

/** Bytes of the valid UTF-8 sequence that begins at `at` (RFC 3629); 0 if none does. */
function sequenceLength(bytes: Uint8Array, at: number, end: number): number {
  const lead = bytes[at] as number
  if (lead < 0x80) return 1
  const length = lead < 0xc2 || lead > 0xf4 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4
  if (length === 0 || at + length > end) return 0
  for (let i = at + 1; i < at + length; i++) if (((bytes[i] as number) & 0xc0) !== 0x80) return 0
  const second = bytes[at + 1] as number
  if (lead === 0xe0 && second < 0xa0) return 0
  if (lead === 0xed && second > 0x9f) return 0
  if (lead === 0xee && second >= 0xbe) return 0
  if (lead === 0xf0 && second < 0x90) return 0
  return lead === 0xf4 && second > 0x8f ? 0 : length
}
