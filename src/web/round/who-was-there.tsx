import { FigureValue } from '../numbers/figure-value.tsx'
import { botsFigure, type NamedRound, playersFigure } from './round-figures.ts'

/** Who played a round, in its sums. */
export interface Played {
  readonly humans: number
  readonly unknown_players: number
  readonly bots: number
}

interface WhoWasThereProps {
  readonly round: NamedRound
  readonly played: Played
  /** After the number of people, such as ` players`. */
  readonly words?: preact.ComponentChildren
}

/** How many people played a round, with or without an identifier, and the bots beside them. */
export function WhoWasThere({ round, played: { humans, unknown_players, bots }, words }: WhoWasThereProps) {
  return (
    <>
      <FigureValue figure={playersFigure(round, humans + unknown_players)} />
      {words}
      {bots > 0 && (
        <>
          {' + '}
          <FigureValue figure={botsFigure(round, bots)} />
        </>
      )}
    </>
  )
}
