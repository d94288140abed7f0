import { PlayerName } from '../../names/player-name.tsx'
import { Link } from '../../navigation.tsx'
import { FigureValue } from '../../numbers/figure-value.tsx'
import { addressOfPair, type PairsAddress } from '../../pair-address.ts'
import { roundsFigure, togetherFigure } from '../pair/figures.ts'
import { Effect, whoseOf } from './effect.tsx'
import { type PairOfAll, type Pairs, ranked } from './measures.ts'

interface PairListProps {
  readonly address: PairsAddress
  readonly people: Pairs['people']
  readonly pairs: readonly PairOfAll[]
}

const MOST = 12

/** Pairs that do more together than with others, the surest first. Nobody is last: those who do not are not listed. */
export function PairList({ address: { measure, scope }, people, pairs }: PairListProps) {
  const shown = ranked(pairs, measure)
    .filter(({ synergy }) => (synergy[measure]?.effect.low ?? 0) > 0)
    .slice(0, MOST)
  if (shown.length === 0) return <p class="muted">No pair stands out yet: more rounds will tell.</p>
  return (
    <ol class="pair-list">
      {shown.map((pair) => {
        const [one, other] = [people[pair.player1], people[pair.player2]]
        if (one === undefined || other === undefined) return null
        return (
          <li key={`${one.guid} ${other.guid}`}>
            <Link to={addressOfPair(one.guid, other.guid, scope)}>
              <PlayerName name={one.name} guid={one.guid} /> and <PlayerName name={other.name} guid={other.guid} />
            </Link>
            <span>
              <Effect pair={pair} people={people} measure={measure} />
            </span>
            <span class="muted">
              <FigureValue figure={roundsFigure(pair, whoseOf(pair, people))} />,{' '}
              <FigureValue figure={togetherFigure(pair, whoseOf(pair, people))} /> together
            </span>
          </li>
        )
      })}
    </ol>
  )
}
