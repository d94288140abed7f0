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

/** How a round ended, in a sentence without its full stop. */
export function outcomeWords(round: Round): string {
  const [outcome] = rowsOf(round, 'round_outcome')
  if (outcome !== undefined) return endWords(outcome)
  const { clock_start_ms, clock_end_ms } = round.sums
  if (clock_start_ms == null || clock_end_ms == null) return 'Who won is not recorded'
  return `${span(clock_end_ms - clock_start_ms)} played; who won is not recorded`
}

/** What the tracker wrote of the end of a round. */
type End = Pick<SectionRow<'round_outcome'>, 'winner_team' | 'defender_team' | 'end_reason' | 'duration_ms'>

/** The same of what the tracker wrote. */
export function endWords({ winner_team, defender_team, end_reason, duration_ms }: End): string {
  const length = span(duration_ms)
  const broken = BROKEN_OFF[end_reason]
  if (broken !== undefined) return `${broken} after ${length}`
  if (winner_team === null) return `Nobody won after ${length}`
  const winner = SIDE_WORDS[winner_team] ?? winner_team
  const how = HOW[end_reason] ?? ''
  return winner_team === defender_team
    ? `${winner} held out for ${length}${how}`
    : `${winner} won after ${length}${how}`
}
