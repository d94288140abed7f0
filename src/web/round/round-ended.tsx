import { FigureValue } from '../numbers/figure-value.tsx'
import { lengthFigure, type NamedRound } from './round-figures.ts'
import type { Ended } from './round-words.ts'

interface RoundEndedProps {
  readonly round: NamedRound
  readonly ended: Ended
}

/** How a round ended, in a sentence without its full stop. */
export function RoundEnded({ round, ended: { before, length_ms, after } }: RoundEndedProps) {
  return (
    <>
      {before}
      {length_ms !== null && <FigureValue figure={lengthFigure(round, length_ms)} />}
      {after}
    </>
  )
}
