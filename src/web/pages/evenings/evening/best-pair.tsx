import { plainName } from '../../../names/colour-codes.ts'
import { PlayerLink } from '../../../names/player-link.tsx'
import { PlayerName } from '../../../names/player-name.tsx'
import { Link } from '../../../navigation.tsx'
import type { Figure } from '../../../numbers/figure.ts'
import { FigureValue } from '../../../numbers/figure-value.tsx'
import { count, counted } from '../../../numbers/format.ts'
import { shareOf } from '../../../numbers/interval.ts'
import { ShareBar } from '../../../numbers/share-bar.tsx'
import { SmallPrint } from '../../../numbers/small-print.tsx'
import { boundsWords } from '../../../numbers/value-words.ts'
import { addressOfPair } from '../../../pair-address.ts'
import { NO_SCOPE } from '../../../scope/scope.ts'
import { span } from '../../../when.ts'
import type { Evening } from './evening-panels.tsx'
import { hasLives, NO_LIVES } from './lives.ts'

type Cases = NonNullable<Evening['best_pair']['pair']>['trades']

/** The two who most surely traded each other, and what both did with others. */
export function BestPair({ evening }: { readonly evening: Evening }) {
  const { pair, most_chances, least_chances } = evening.best_pair
  if (pair === null) {
    if (!hasLives(evening)) return <p class="empty">{NO_LIVES}</p>
    return (
      <p class="empty">
        {most_chances === 0
          ? 'Nobody was near when a mate died.'
          : `Not enough yet: no two had ${least_chances} chances to trade each other and took one. The most were ${most_chances}.`}
      </p>
    )
  }
  const [one, two] = [evening.people[pair.player1], evening.people[pair.player2]]
  if (one === undefined || two === undefined) return null
  const trades = tradesFigure(pair.trades, {
    ...{ id: 'best_pair', title: 'Trades for each other' },
    about: "How often one of the two killed the other's killer in time, of the deaths at which he was near.",
  })
  const crossfires: Figure = {
    ...{ id: 'best_pair_crossfires', title: 'Crossfires of the best pair' },
    about: 'Enemies whom both hit at almost the same time.',
    metrics: ['crossfires', 'crossfire_kills', 'together_ms'],
    basis: `${count(pair.crossfire_kills)} with a kill, in ${span(pair.together_ms)} alive together`,
    value: { kind: 'count', count: pair.crossfires, write: (n) => counted(n, 'crossfire') },
  }
  return (
    <div class="best">
      <p class="best-who">
        <Link to={addressOfPair(one.guid, two.guid, { ...NO_SCOPE, session_id: evening.id })}>
          <PlayerName {...one} /> <span class="muted">and</span> <PlayerName {...two} />
        </Link>
      </p>
      <p>
        <FigureValue figure={trades} /> of each other's deaths traded
        <SmallPrint of={trades}>, {trades.basis}</SmallPrint>
      </p>
      <ShareBar value={trades.value} />
      <p>
        <SmallPrint of={trades}>{boundsWords(trades.value)}</SmallPrint>
      </p>
      <p>
        With others: <PlayerLink {...one} /> <WithOthers who={one} cases={pair.others1} />, <PlayerLink {...two} />{' '}
        <WithOthers who={two} cases={pair.others2} />.
      </p>
      <p class="muted">
        <FigureValue figure={crossfires} />
        <SmallPrint of={crossfires}>, {crossfires.basis}.</SmallPrint>
      </p>
    </div>
  )
}

/** How many of the chances to trade were taken. */
function tradesFigure({ cases, n, interval }: Cases, words: Pick<Figure, 'id' | 'title' | 'about'>): Figure {
  return {
    ...words,
    metrics: ['pair_trades'],
    basis: `${count(cases)} of ${counted(n, 'chance')}`,
    value: n === 0 ? { kind: 'none', reason: 'no chance' } : { kind: 'share', share: shareOf(cases, n, interval) },
  }
}

interface WithOthersProps {
  readonly who: Evening['people'][number]
  readonly cases: Cases
}

function WithOthers({ who: { guid, name }, cases }: WithOthersProps) {
  const figure = tradesFigure(cases, {
    ...{ id: `best_others:${guid}`, title: `Trades of ${plainName(name, guid)} with others` },
    about: 'Of the deaths near all other mates, those that were traded for each other.',
  })
  return (
    <>
      <FigureValue isShort figure={figure} />
      {cases.n > 0 && <SmallPrint of={figure}> ({figure.basis})</SmallPrint>}
    </>
  )
}
