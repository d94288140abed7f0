import { byteText } from './byte-text.ts'
import type { Text } from './fields.ts'

/**
 * Texts of players are kept as strings with one character per byte, because what a player calls himself need not be
 * UTF-8; this is such a string as the tape takes it.
 */
export function asText(bytes: string): Text {
  if (/^[\0-\x7f]*$/.test(bytes)) return bytes
  return bytesOf(bytes)
}

/** The bytes of a text in UTF-8, one character each. */
export function utf8(text: string): string {
  return byteText(new TextEncoder().encode(text))
}

/** Such a string as people read it; bytes that are not UTF-8 become the replacement character. */
export function readable(bytes: string): string {
  return new TextDecoder().decode(bytesOf(bytes))
}

function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0))
}
