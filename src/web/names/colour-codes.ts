import { readableText } from '../../format/file-text.ts'

/** A stretch of a name in one colour. */
export interface Ink {
  readonly text: string
  /** Index into the game's table of 32 colours; null: the colour of the surrounding text. */
  readonly colour: number | null
}

const ZERO = 48
const COLOURS = 32

/**
 * Takes a player's name apart at its colour codes, as the game does: `^` and any character but another `^`. Bytes that
 * are no UTF-8 are the letters that an old client meant.
 */
export function inksOf(raw: string): readonly Ink[] {
  const name = readableText(raw)
  const inks: Ink[] = []
  let colour: number | null = null
  let from = 0
  const take = (to: number) => {
    if (to > from) inks.push({ text: name.slice(from, to), colour })
  }
  for (let i = 0; i < name.length - 1; i++) {
    if (name[i] !== '^' || name[i + 1] === '^') continue
    take(i)
    colour = (((name.charCodeAt(i + 1) - ZERO) % COLOURS) + COLOURS) % COLOURS
    from = i + 2
    i += 1
  }
  take(name.length)
  return inks
}

/** A name as text; a name without visible characters is told by the player's identifier. */
export function plainName(name: string, guid: string): string {
  const text = inksOf(name)
    .map((ink) => ink.text)
    .join('')
  return text.trim() || `unnamed ${guid.slice(0, 8)}`
}
