import { span } from '../when.ts'
import { rowsOf, type SectionRow, SIDE_WORDS } from './sections.ts'
import type { Round } from './use-round.ts'

const HOW: Readonly<Record<string, string>> = {
  surrender: ' by surrender',
  eliminated: ', nobody of the other side was left',
}

const BROKEN_OFF: Readonly<Record<string, string>> = {
  map_change: 'The map was changed',
  restart: 'The round was restarted',
  server_stop: 'The server was stopped',
  crash: 'The server broke down',
}

/** How a round ended: a sentence without its full stop, with its length somewhere in it. */
export interface Ended {
  readonly before: string
  /** Null: not known, and so not in the sentence. */
  readonly length_ms: number | null
  readonly after: string
}

/** How a round ended. */
export function endOf(round: Round): Ended {
  const [outcome] = rowsOf(round, 'round_outcome')
  if (outcome !== undefined) return toldEnd(outcome)
  const { clock_start_ms, clock_end_ms } = round.sums
  if (clock_start_ms == null || clock_end_ms == null) {
    return { before: 'Who won is not recorded', length_ms: null, after: '' }
  }
  return { before: '', length_ms: clock_end_ms - clock_start_ms, after: ' played; who won is not recorded' }
}

/** The same as a text. */
export function outcomeWords(round: Round): string {
  const { before, length_ms, after } = endOf(round)
  return `${before}${length_ms === null ? '' : span(length_ms)}${after}`
}

/** What the tracker wrote of the end of a round. */
type End = Pick<SectionRow<'round_outcome'>, 'winner_team' | 'defender_team' | 'end_reason' | 'duration_ms'>

/** The same of what the tracker wrote. */
export function toldEnd({ winner_team, defender_team, end_reason, duration_ms: length_ms }: End): Ended {
  const broken = BROKEN_OFF[end_reason]
  if (broken !== undefined) return { before: `${broken} after `, length_ms, after: '' }
  if (winner_team === null) return { before: 'Nobody won after ', length_ms, after: '' }
  const winner = SIDE_WORDS[winner_team] ?? winner_team
  const after = HOW[end_reason] ?? ''
  return winner_team === defender_team
    ? { before: `${winner} held out for `, length_ms, after }
    : { before: `${winner} won after `, length_ms, after }
}
