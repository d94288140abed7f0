import type { ReplyAt } from '../../../contract/client.ts'
import type { RoundId } from '../../address.ts'
import { Answered } from '../../answer/answered.tsx'
import type { Answer } from '../../answer/use-answer.ts'
import type { MapAddress } from '../../map-address.ts'
import { plainName } from '../../names/colour-codes.ts'
import { PlayerLink } from '../../names/player-link.tsx'
import { PlayerName } from '../../names/player-name.tsx'
import { Link } from '../../navigation.tsx'
import { FigureValue } from '../../numbers/figure-value.tsx'
import { SmallPrint } from '../../numbers/small-print.tsx'
import { Panel } from '../../panel.tsx'
import { clockText } from '../../round/clock.ts'
import { day, span } from '../../when.ts'
import type { Place } from './draw-map.ts'
import { type Cell, isEventLayer, type MapReply } from './layers.ts'
import { cellFigure, versusFigure, whoFigure } from './map-figures.ts'
import { meansName } from './means.ts'

export type CellReply = ReplyAt<'/api/proximity/maps/:map_name/cell'>

/** A moment is shown from this long before it, ms. */
const LEAD_MS = 5000
/** Moments at most, of the kinds that the layer is about first. */
const MOMENTS = 6

interface CellPanelProps {
  readonly address: MapAddress
  readonly map: MapReply
  /** Of the cell under the pointer or chosen; undefined: nothing happened there. */
  readonly cell: Cell | undefined
  readonly place: Place
  readonly answer: Answer<CellReply>
  readonly close: () => void
}

/** The cell that is chosen: how much, who, compared with the time spent there, and moments to look at. */
export function CellPanel({ address, map, cell, place, answer, close }: CellPanelProps) {
  return (
    <Panel title="This cell" aside={`${place.grid_x}, ${place.grid_y}`} class="map-cell">
      <CellSums cell={cell} layer={address.layer} map={map} />
      <Answered answer={answer} lines={6} empty={({ people }) => (people.length === 0 ? 'Nobody was here.' : null)}>
        {(found) => (
          <>
            <Who people={found.people} address={address} />
            <Moments moments={found.moments} address={address} />
          </>
        )}
      </Answered>
      <button type="button" class="as-link" onClick={close}>
        Close
      </button>
    </Panel>
  )
}

/** The sums of a cell in words. */
export function CellSums({
  cell,
  layer,
  map,
}: {
  readonly cell: Cell | undefined
  readonly layer: MapAddress['layer']
  readonly map: MapReply
}) {
  if (cell === undefined) return <p class="muted">Nothing happened here.</p>
  const figure = cellFigure(layer, cell)
  return (
    <>
      <p class="cell-sums">
        <FigureValue figure={figure} />
        {isEventLayer(layer) && cell.presence_ms > 0 && (
          <SmallPrint of={figure}> in {span(cell.presence_ms)} spent here</SmallPrint>
        )}
      </p>
      {isEventLayer(layer) && (
        <p class="cell-versus">
          <FigureValue figure={versusFigure(layer, cell, map)} />
        </p>
      )}
      <p class="cell-others muted">
        {(['kills', 'deaths', 'push_deaths', 'fights', 'escapes', 'presence'] as const)
          .filter((one) => one !== layer)
          .map((one, i, all) => (
            <span key={one}>
              <FigureValue figure={cellFigure(one, cell, `cell:${one}`)} />
              {one === 'kills' && ' from here'}
              {i < all.length - 1 ? ', ' : one === 'presence' ? ' of time.' : '.'}
            </span>
          ))}
      </p>
    </>
  )
}

function Who({ people, address }: { readonly people: CellReply['people']; readonly address: MapAddress }) {
  const { layer } = address
  const of = (one: CellReply['people'][number]) =>
    isEventLayer(layer) ? one[layer] : layer === 'lines' ? one.kills : one.presence_ms
  const shown = people
    .filter((one) => of(one) > 0)
    .sort((a, b) => of(b) - of(a))
    .slice(0, 5)
  if (shown.length === 0) return null
  return (
    <>
      <h3>Who</h3>
      <ul class="cell-who">
        {shown.map((one) => (
          <li key={one.guid}>
            <PlayerLink name={one.name} guid={one.guid} />
            <FigureValue figure={whoFigure(layer, one.guid, plainName(one.name, one.guid), of(one))} />
          </li>
        ))}
      </ul>
    </>
  )
}

const KINDS: Readonly<Record<MapAddress['layer'], CellReply['moments'][number]['what'] | null>> = {
  kills: 'kill',
  lines: 'kill',
  deaths: 'death',
  push_deaths: 'death',
  escapes: 'escape',
  fights: null,
  presence: null,
  flow: null,
}

function Moments({ moments, address }: { readonly moments: CellReply['moments']; readonly address: MapAddress }) {
  const kind = KINDS[address.layer]
  const first = moments.filter(({ what }) => kind === null || what === kind).slice(0, MOMENTS)
  if (first.length === 0) return null
  return (
    <>
      <h3>Moments</h3>
      <ul class="cell-moments">
        {first.map((moment) => {
          const { round_id, time_ms, started_unix, round_number, means } = moment
          const t_ms = Math.max(0, time_ms - LEAD_MS)
          const id: RoundId = address.file === null ? round_id : `file-${address.file}`
          return (
            <li key={`${moment.what} ${round_id} ${time_ms} ${moment.target_name}`}>
              <Link to={{ page: 'replay', id, t_ms, fight: null, player: null }}>
                {started_unix === null ? '' : `${day(started_unix)}, `}round {round_number}, {clockText(time_ms)}
              </Link>{' '}
              <Told moment={moment} />
              {means !== null && <span class="muted">, {meansName(means)}</span>}
            </li>
          )
        })}
      </ul>
    </>
  )
}

function Told({ moment: { what, target_name, killer_name } }: { readonly moment: CellReply['moments'][number] }) {
  const target = <PlayerName name={target_name} guid="" />
  if (what === 'escape') return <>{target} got away</>
  if (what === 'fight') return <>{target} was fought</>
  if (killer_name === null) return <>{target} died</>
  return (
    <>
      <PlayerName name={killer_name} guid="" /> killed {target}
    </>
  )
}
