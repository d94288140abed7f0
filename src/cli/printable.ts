import { readableText } from '../format/file-text.ts'

/** Text of a file or a player, safe and legible on a terminal: without colour codes and control characters. */
export function printable(text: string): string {
  return readableText(text)
    .replace(/\^[^^]/gu, '')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '?')
}

/** `1 file`, `2 files`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`
}
