import { Answered } from '../../answer/answered.tsx'
import { server } from '../../answer/server.ts'
import { useAnswer } from '../../answer/use-answer.ts'
import { plainName } from '../../names/colour-codes.ts'
import { PlayerLink } from '../../names/player-link.tsx'
import { Link, useNavigation } from '../../navigation.tsx'
import { FigureValue } from '../../numbers/figure-value.tsx'
import { counted } from '../../numbers/format.ts'
import { ALL_PAIRS, type PairAddress } from '../../pair-address.ts'
import { Panel } from '../../panel.tsx'
import { EVERYTHING } from '../../scope/scope.ts'
import { ScopedPage } from '../../scope/scoped-page.tsx'
import { EachWay } from './each-way.tsx'
import { MEASURES, type MeasureName, type Pair, roundsFigure, TOGETHER, togetherFigure } from './figures.ts'
import { Moments } from './moments.tsx'
import { RateBlock } from './rate-block.tsx'
import { WherePanel } from './where-panel.tsx'
import './pair.css'

/** Two people together, against what each does with others. */
export function PairPage({ address }: { readonly address: PairAddress }) {
  const { scope, guid1, guid2 } = address
  const { go } = useNavigation()
  const pair = useAnswer(JSON.stringify([guid1, guid2, scope]), (signal) =>
    server.get('/api/proximity/pairs/:guid1/:guid2', { params: { guid1, guid2 }, query: scope, signal }),
  )
  const data = pair.state === 'here' ? pair.data : null
  const empty = (found: Pair) => (found.rounds > 0 ? null : <Apart pair={found} address={address} />)
  return (
    <ScopedPage
      scope={scope}
      excluded={data?.excluded}
      title={data === null ? 'Pair' : titleOf(data)}
      place={`${guid1} ${guid2}`}
      subject={data === null ? undefined : titleOf(data)}
      change={({ scope: to }) => go({ ...address, scope: to })}
    >
      <Answered answer={pair} lines={16} empty={empty}>
        {(found) => <Panels address={address} pair={found} />}
      </Answered>
    </ScopedPage>
  )
}

function titleOf({ player1, player2 }: Pair): string {
  return `${plainName(player1.name, player1.guid)} and ${plainName(player2.name, player2.guid)}`
}

function Both({ pair: { player1, player2 } }: { readonly pair: Pair }) {
  return (
    <>
      <PlayerLink name={player1.name} guid={player1.guid} /> <span class="muted">and</span>{' '}
      <PlayerLink name={player2.name} guid={player2.guid} />
    </>
  )
}

interface OfPairProps {
  readonly address: PairAddress
  readonly pair: Pair
}

function Apart({ pair, address }: OfPairProps) {
  return (
    <>
      <Both pair={pair} /> never stood on one side in this time.{' '}
      <Link to={{ ...address, scope: EVERYTHING }}>All evenings</Link>
    </>
  )
}

function Panels({ address, pair }: OfPairProps) {
  const without = pair.rounds_without_chances
  return (
    <>
      <div>
        <h2 class="pair-title">
          <Both pair={pair} />
        </h2>
        <p class="muted">
          <FigureValue figure={roundsFigure(pair, TOGETHER)} /> on one side,{' '}
          <FigureValue figure={togetherFigure(pair, TOGETHER)} /> alive together.{' '}
          <Link to={{ ...ALL_PAIRS, scope: address.scope }}>All pairs</Link>
        </p>
      </div>
      <div class="pair-page-columns">
        <Panel title="Together, and each with others" aside="80 % intervals">
          {(Object.keys(MEASURES) as MeasureName[]).map((measure) => (
            <RateBlock key={measure} measure={measure} pair={pair} />
          ))}
          {without > 0 && (
            <p class="remark muted">
              {counted(without, 'round')} of the scope tell no chances of crossfires and support: imported by an earlier
              version (run proximity rebuild), or without lives in the file.
            </p>
          )}
        </Panel>
        <div class="pair-beside">
          <WherePanel address={address} maps={pair.maps} />
          <Panel title="Moments">
            <Moments pair={pair} />
          </Panel>
          <Panel title="Each way">
            <EachWay pair={pair} />
            <p class="remark muted">
              Nothing is expected of results: two who are not together in a round mostly play against each other.
            </p>
          </Panel>
        </div>
      </div>
    </>
  )
}
