import { readableText } from '../../format/file-text.ts'
import type { Figure, Value } from '../numbers/figure.ts'
import { counted } from '../numbers/format.ts'
import { span } from '../when.ts'

/** A round whose numbers are told. */
export interface NamedRound {
  readonly id: number | string
  readonly map_name: string
  readonly round_number: number
}

interface Words {
  readonly title: string
  readonly about: string
  readonly metrics: readonly string[]
}

function figureOf({ id, map_name, round_number }: NamedRound, name: string, words: Words, value: Value): Figure {
  const title = `${words.title} of ${readableText(map_name)}, round ${round_number}`
  return { ...words, id: `${name}:${id}`, title, basis: '', value }
}

/** @param length_ms null: not known */
export function lengthFigure(round: NamedRound, length_ms: number | null): Figure {
  const words = { title: 'Length', about: 'How long the round was played.', metrics: ['round_length'] }
  const value: Value =
    length_ms === null ? { kind: 'unknown' } : { kind: 'count', count: length_ms, write: (ms) => span(ms) }
  return figureOf(round, 'length', words, value)
}

/** What the second attackers have to beat. */
export function toBeatFigure(round: NamedRound, to_beat_ms: number): Figure {
  const words = { title: 'Time to beat', about: 'How long the first attackers took.', metrics: ['round_length'] }
  return figureOf(round, 'to_beat', words, { kind: 'count', count: to_beat_ms, write: (ms) => span(ms) })
}

export function playersFigure(round: NamedRound, people: number): Figure {
  const about = 'People of whom the file of the round tells, with or without an identifier; bots are counted apart.'
  return figureOf(round, 'people', { title: 'Players', about, metrics: ['players'] }, { kind: 'count', count: people })
}

export function botsFigure(round: NamedRound, bots: number): Figure {
  const about = 'Bots that played with the people. Nothing of them is in any other number.'
  const value: Value = { kind: 'count', count: bots, write: (n) => counted(n, 'bot') }
  return figureOf(round, 'bots', { title: 'Bots', about, metrics: ['players', 'bot_engagements'] }, value)
}

export function fightsFigure(round: NamedRound, fights: number): Figure {
  const about = 'One player is hit by enemies, until he dies, escapes or the round ends.'
  return figureOf(round, 'fights', { title: 'Fights', about, metrics: ['fights'] }, { kind: 'count', count: fights })
}

export function livesFigure(round: NamedRound, lives: number): Figure {
  const about = 'Times that somebody spawned in the round.'
  return figureOf(round, 'lives', { title: 'Lives', about, metrics: ['lives'] }, { kind: 'count', count: lives })
}

/** What of its file was not understood. */
export function problemsFigure(round: NamedRound & { readonly problem_count: number }): Figure {
  const about = 'Lines of the file of the round, or parts of them, that were not understood.'
  const value: Value = { kind: 'count', count: round.problem_count, write: (n) => counted(n, 'problem') }
  return figureOf(round, 'problems', { title: 'Problems', about, metrics: ['problems'] }, value)
}
