import { Answered } from '../../answer/answered.tsx'
import { server } from '../../answer/server.ts'
import { useAnswer } from '../../answer/use-answer.ts'
import { Link, useNavigation } from '../../navigation.tsx'
import type { Figure } from '../../numbers/figure.ts'
import { FigureValue } from '../../numbers/figure-value.tsx'
import { counted } from '../../numbers/format.ts'
import { PAIR_MEASURES, PAIR_VIEWS, type PairsAddress } from '../../pair-address.ts'
import { Panel } from '../../panel.tsx'
import { EVERYTHING, isEverything } from '../../scope/scope.ts'
import { ScopedPage } from '../../scope/scoped-page.tsx'
import { EffectLegend } from './effect-legend.tsx'
import { Matrix } from './matrix.tsx'
import { effectScale, MEASURES, type Pairs } from './measures.ts'
import { Network } from './network.tsx'
import { PairList } from './pair-list.tsx'
import { Trios } from './trios.tsx'
import './pairs.css'

const TRIOS = 25
const VIEW_WORDS = { network: 'Network', matrix: 'Matrix', trios: 'Trios' } as const
/** Fewer rounds together are not shown at first. */
const USUAL_LEAST = 3

/** Who plays with whom, and whether two do more together than each does with others. */
export function PairsPage({ address }: { readonly address: PairsAddress }) {
  const { scope, view } = address
  const { go } = useNavigation()
  const asked = JSON.stringify(scope)
  const pairs = useAnswer(view === 'trios' ? null : asked, (signal) =>
    server.get('/api/proximity/pairs', { query: scope, signal }),
  )
  const trios = useAnswer(view === 'trios' ? asked : null, (signal) =>
    server.get('/api/proximity/trios', { query: { ...scope, limit: TRIOS }, signal }),
  )
  const shown = pairs.state === 'here' ? pairs.data : trios.state === 'here' ? trios.data : null
  const empty = ({ total }: { readonly total: number }) => (total > 0 ? null : <Empty address={address} />)
  return (
    <ScopedPage
      scope={scope}
      excluded={shown?.excluded}
      title="Pairs"
      change={({ scope: to }) => go({ ...address, scope: to })}
    >
      <ul class="tabs" aria-label="Views">
        {PAIR_VIEWS.map((one) => (
          <li key={one}>
            <Link to={{ ...address, view: one }} isCurrent={one === view}>
              {VIEW_WORDS[one]}
            </Link>
          </li>
        ))}
      </ul>
      {view === 'trios' ? (
        <Panel title="Trios" aside="by the lower bound of their share of crossfires">
          <Answered answer={trios} lines={12} empty={empty}>
            {(reply) => (
              <>
                <Trios reply={reply} />
                <Missing rounds={reply.rounds_without_chances} />
              </>
            )}
          </Answered>
        </Panel>
      ) : (
        <Answered
          answer={pairs}
          lines={16}
          empty={(reply) => (reply.total > 0 ? null : <p class="panel">{empty(reply)}</p>)}
        >
          {(reply) => <PairPanels address={address} reply={reply} />}
        </Answered>
      )}
    </ScopedPage>
  )
}

function Empty({ address }: { readonly address: PairsAddress }) {
  if (isEverything(address.scope)) {
    return (
      <>
        No rounds yet. Put the tracker on your server, or <Link to={{ page: 'try' }}>try a file</Link>.
      </>
    )
  }
  return (
    <>
      Nobody played together in this time. <Link to={{ ...address, scope: EVERYTHING }}>All evenings</Link>
    </>
  )
}

function PairPanels({ address, reply }: { readonly address: PairsAddress; readonly reply: Pairs }) {
  const { measure, view } = address
  const { replace } = useNavigation()
  const most = Math.max(1, ...reply.pairs.map(({ rounds }) => rounds))
  const least = Math.min(address.least_rounds ?? USUAL_LEAST, most)
  const shown = reply.pairs.filter(({ rounds }) => rounds >= least)
  const known = shown.filter(({ synergy }) => synergy[measure] !== null).length
  return (
    <>
      <div class="pair-choices">
        <label>
          Colour by{' '}
          <select
            value={measure}
            onChange={({ currentTarget: { value } }) =>
              replace({ ...address, measure: PAIR_MEASURES.find((one) => one === value) ?? measure })
            }
          >
            {PAIR_MEASURES.map((one) => (
              <option key={one} value={one}>
                {MEASURES[one].words}
              </option>
            ))}
          </select>
        </label>
        <label>
          At least{' '}
          <input
            type="range"
            min={1}
            max={most}
            value={least}
            onInput={({ currentTarget: { value } }) => replace({ ...address, least_rounds: Number(value) })}
          />{' '}
          {counted(least, 'round')} together
        </label>
      </div>
      <div class="pair-columns">
        <Panel
          title={view === 'network' ? 'Who plays with whom' : 'Everybody with everybody'}
          aside={<FigureValue figure={pairsFigure(shown.length, reply.total, least)} />}
        >
          {view === 'network' ? (
            <Network address={address} people={reply.people} pairs={shown} />
          ) : (
            <Matrix address={address} people={reply.people} pairs={shown} />
          )}
          <EffectLegend scale={effectScale(shown, measure)} isNetwork={view === 'network'} />
        </Panel>
        <Panel title="More than with others" aside={MEASURES[measure].words}>
          <PairList address={address} people={reply.people} pairs={shown} />
          <p class="remark muted">
            Of {MEASURES[measure].chances}, the share that was taken, against what each does with others, in points of
            100. Of {counted(known, 'pair')}, chance alone puts about {Math.round(known / 10)} here.
          </p>
          <Missing rounds={reply.rounds_without_chances} />
        </Panel>
      </div>
    </>
  )
}

function Missing({ rounds }: { readonly rounds: number }) {
  if (rounds === 0) return null
  return (
    <p class="remark muted">
      {counted(rounds, 'round')} tell no chances: they were imported by an earlier version (run proximity rebuild), or
      their files hold no lives.
    </p>
  )
}

function pairsFigure(shown: number, all: number, least: number): Figure {
  return {
    ...{ id: 'pairs', title: 'Pairs', metrics: ['together_ms', 'rounds'], basis: '' },
    about: `Two who were together on one side in ${counted(least, 'round')} or more, of all who ever were.`,
    value: { kind: 'count', count: shown, of: all, write: (n) => counted(n, 'pair') },
  }
}
