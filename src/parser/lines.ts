const LF = 10
const SPACE = 32

/** A line from its first byte to behind its last, without the white space around; `ended`: a line feed follows. */
export type OnLine = (start: number, end: number, ended: boolean, line: number) => void

/** Calls for each line that is not blank, in order. Lines are counted from 1. */
export function eachLine(bytes: Uint8Array, call: OnLine): void {
  let line = 0
  for (let at = 0; at < bytes.length; ) {
    const feed = bytes.indexOf(LF, at)
    const stop = feed === -1 ? bytes.length : feed
    let start = at
    let end = stop
    while (start < end && isBlank(bytes[start] as number)) start += 1
    while (end > start && isBlank(bytes[end - 1] as number)) end -= 1
    line += 1
    if (start < end) call(start, end, feed !== -1, line)
    at = stop + 1
  }
}

/** White space and control characters; a NUL is damage, not white space. */
export function isBlank(byte: number): boolean {
  return byte <= SPACE && byte !== 0
}
