import type { Team } from '../format/codec.ts'
import type { Round } from '../format/round.ts'

/** Sides as a round tells them: 1 Axis, 2 Allies, 0 unknown. */
export interface Outcome {
  readonly winner_team: number
  readonly defender_team: number
}

/** Who won and who defended; undefined where the file does not tell. */
export function outcomeOf({ rows }: Round): Outcome | undefined {
  const outcome = rows.round_outcome[0]
  const side = (team: Team | null) => (team === 'AXIS' ? 1 : team === 'ALLIES' ? 2 : 0)
  return outcome && { winner_team: side(outcome.winner_team), defender_team: side(outcome.defender_team) }
}
