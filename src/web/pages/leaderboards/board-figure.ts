import { plainName } from '../../names/colour-codes.ts'
import type { Figure, Value } from '../../numbers/figure.ts'
import { counted, milliseconds } from '../../numbers/format.ts'
import { BOARD_WORDS, type BoardReply } from './board-words.ts'

type Line = NonNullable<BoardReply['own']>

/** The number of a line of the board. */
export function figureOf({ board, unit, least }: BoardReply, line: Line): Figure {
  const { title, about, metrics, noun, nouns } = BOARD_WORDS[board]
  return {
    id: `${board}:${line.guid}`,
    title: `${title} of ${plainName(line.name, line.guid)}`,
    about,
    metrics,
    basis: `In ${counted(line.n, noun, nouns)}${line.rank === null ? '' : `, place ${line.rank}`}`,
    value: unit === 'ms' ? timeOf(line, least) : shareOf(line, least),
  }
}

/** How many of the cases that a place needs somebody has so far. */
export function waitingFigure({ board, least }: BoardReply, { guid, name, n }: BoardReply['waiting'][number]): Figure {
  const { about, metrics, noun, nouns } = BOARD_WORDS[board]
  return {
    id: `waiting:${guid}`,
    title: `So far: ${plainName(name, guid)}`,
    about: `${about} To be compared takes ${counted(least, noun, nouns)}.`,
    metrics,
    basis: '',
    value: { kind: 'count', count: n, of: least },
  }
}

function shareOf({ n, value, low, high }: Line, least: number): Value {
  const part = (pct: number | null, otherwise: number) => (pct === null ? otherwise : Math.min(pct / 100, 1))
  return { kind: 'share', share: { n, value: part(value, 0), low: part(low, 0), high: part(high, 1) }, least }
}

function timeOf({ n, value, low, high }: Line, least: number): Value {
  if (n < least) return { kind: 'none', reason: `not enough yet (${n} of ${least})` }
  if (value === null) return { kind: 'none', reason: 'less than half were answered' }
  return { kind: 'measure', value, band: { low, high, n }, write: milliseconds }
}
