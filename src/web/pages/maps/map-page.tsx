import { useMemo, useRef, useState } from 'preact/hooks'
import { readableText } from '../../../format/file-text.ts'
import { Answered } from '../../answer/answered.tsx'
import type { Answer } from '../../answer/use-answer.ts'
import { addressOfMap, type MapAddress } from '../../map-address.ts'
import { Link, useNavigation } from '../../navigation.tsx'
import { Explained } from '../../numbers/explained.tsx'
import { FigureValue } from '../../numbers/figure-value.tsx'
import { counted } from '../../numbers/format.ts'
import { PageTitle } from '../../page-title.tsx'
import { Panel } from '../../panel.tsx'
import { EVERYTHING, type ScopeChange } from '../../scope/scope.ts'
import { ScopedPage } from '../../scope/scoped-page.tsx'
import { boundsOf, joined } from './bounds.ts'
import { CellPanel, type CellReply, CellSums } from './cell-panel.tsx'
import { LEAST_EVENTS } from './compared.ts'
import type { Floor, Kills, Place, Scene } from './draw-map.ts'
import { FilterLine, filterWords } from './filter-line.tsx'
import { LayerList } from './layer-list.tsx'
import { amount, isEventLayer, LAYER_WORDS, type MapReply, measureOf } from './layers.ts'
import { Legend } from './legend.tsx'
import { MapCanvas } from './map-canvas.tsx'
import { roundsFigure, totalFigure } from './map-figures.ts'
import { basisWords, missingWords } from './map-words.ts'
import { nearWords } from './near-words.ts'
import { scaleOf } from './scale.ts'
import { useMap, usePicture } from './use-map.ts'
import './maps.css'

/** What happened where on one map. */
export function MapPage({ address }: { readonly address: MapAddress }) {
  const { go, replace } = useNavigation()
  const chosen = placeOf(address.at)
  const { listed, floor, map, kills, cell } = useMap(address, chosen)
  const scope = { ...address.scope, map_name: address.map_name }
  const data = map.state === 'here' ? map.data : null

  const change = ({ scope: to }: ScopeChange) => {
    if (to.map_name === null) go({ page: 'maps', scope: to })
    else {
      const moved = to.map_name === address.map_name ? {} : { at: null, view: null }
      go({ ...address, map_name: to.map_name, scope: { ...to, map_name: null }, ...moved })
    }
  }
  const panels = (
    <div class="map-page">
      <FilterLine filter={address.filter} map={data} change={(filter) => go({ ...address, filter })} />
      <Answered answer={map.state === 'here' ? floor : map} lines={16} empty={() => emptyOf(address, data)}>
        {(walked) =>
          data === null ? null : (
            <MapPanels
              address={address}
              map={data}
              floor={walked}
              kills={kills}
              cell={cell}
              chosen={chosen}
              change={replace}
            />
          )
        }
      </Answered>
    </div>
  )
  const name = readableText(address.map_name)
  const whose = filterWords(address.filter, data)
  if (address.file !== null) {
    return (
      <Explained scope={`${name} in one file. ${whose}`} leftOut="" rounds={{ page: 'try' }}>
        <PageTitle title={`Map of ${name} in one file`} isHidden place={address.file} />
        {panels}
      </Explained>
    )
  }
  return (
    <ScopedPage
      scope={scope}
      excluded={data?.excluded}
      title={`Map ${name}`}
      place={address.map_name}
      subject={whose}
      rounds={listed.state === 'here' ? listed.data.pages.flatMap((page) => page.rounds) : []}
      change={change}
    >
      {panels}
    </ScopedPage>
  )
}

function emptyOf(address: MapAddress, map: MapReply | null) {
  if (map === null || map.rounds > 0) return null
  if (address.file !== null) return 'The file does not say who defended.'
  const notDerived = map.missing.rounds_not_derived
  return (
    <Panel title={`Nothing of ${readableText(address.map_name)} here`} class="no-rounds">
      {notDerived > 0 && <p>Its rounds were imported by an earlier version: run proximity rebuild.</p>}
      <ul>
        <li>
          <Link to={addressOfMap(address.map_name, EVERYTHING)}>All its rounds</Link>
        </li>
        <li>
          <Link to={{ page: 'maps', scope: EVERYTHING }}>All maps</Link>
        </li>
      </ul>
    </Panel>
  )
}

interface MapPanelsProps {
  readonly address: MapAddress
  readonly map: MapReply
  readonly floor: Floor
  readonly kills: Answer<Kills>
  readonly cell: Answer<CellReply>
  readonly chosen: Place | null
  readonly change: (to: MapAddress) => void
}

function MapPanels({ address, map, floor, kills, cell, chosen, change }: MapPanelsProps) {
  const { layer, relative, cell_units } = address
  const [hovered, setHovered] = useState<Place | null>(null)
  const picture = usePicture(floor.picture?.url ?? null)
  const lines = kills.state === 'here' ? kills.data : null
  const bounds = useMemo(() => boundsOfAll(map, floor), [map, floor])
  const scale = useMemo(() => scaleOf(map.cells.map((one) => measureOf(one, layer))), [map, layer])
  const isCompared = relative && isEventLayer(layer) && map.totals[layer] >= LEAST_EVENTS
  const scene = useMemo(
    (): Scene => ({
      floor,
      picture,
      map,
      kills: lines,
      layer,
      relative: isCompared,
      scale,
      cell_units,
      hovered,
      chosen,
    }),
    [floor, picture, map, lines, layer, isCompared, scale, cell_units, hovered?.grid_x, hovered?.grid_y, address.at],
  )
  const at = (place: Place | null) =>
    map.cells.find(({ grid_x, grid_y }) => grid_x === place?.grid_x && grid_y === place.grid_y)
  const choose = (place: Place | null) =>
    change({ ...address, at: place === null ? null : `${place.grid_x},${place.grid_y}` })
  const beside = useRef<HTMLDivElement>(null)
  // what is pressed there makes room for something else: the focus stays beside the map
  const chooseBeside = (place: Place | null) => {
    beside.current?.focus({ preventScroll: true })
    choose(place)
  }
  const name = readableText(address.map_name)
  return (
    <div class="map-columns">
      <Panel title="Show" class="map-side">
        <LayerList address={address} totals={map.totals} change={change} />
      </Panel>
      <Panel
        title={`${LAYER_WORDS[layer][0]} on ${name}`}
        aside={<Total address={address} map={map} />}
        class="map-main"
      >
        {bounds === null ? (
          <p class="muted">No place is known of these rounds.</p>
        ) : (
          <MapCanvas
            scene={scene}
            bounds={bounds}
            label={`${LAYER_WORDS[layer][0]} on ${name}: ${basisWords(address, map)}`}
            view={address.view}
            hover={setHovered}
            choose={choose}
            see={(view) => change({ ...address, view })}
          >
            <Legend layer={layer} relative={isCompared} scale={scale} />
          </MapCanvas>
        )}
        <Remarks address={address} map={map} kills={kills} floor={floor} />
      </Panel>
      <div ref={beside} class="map-beside" tabIndex={-1} aria-live="polite">
        {hovered !== null && (hovered.grid_x !== chosen?.grid_x || hovered.grid_y !== chosen.grid_y) ? (
          <Panel title="Under the pointer" class="map-cell">
            <CellSums cell={at(hovered)} layer={layer} map={map} />
          </Panel>
        ) : chosen !== null ? (
          <CellPanel
            address={address}
            map={map}
            cell={at(chosen)}
            place={chosen}
            answer={cell}
            close={() => chooseBeside(null)}
          />
        ) : (
          <MostPanel address={address} map={map} choose={chooseBeside} />
        )}
      </div>
    </div>
  )
}

function Total({ address, map }: Pick<MapPanelsProps, 'address' | 'map'>) {
  return (
    <>
      <FigureValue figure={totalFigure(address, map)} /> in <FigureValue figure={roundsFigure(map)} />
    </>
  )
}

function boundsOfAll(map: MapReply, floor: Floor) {
  const walked = boundsOf(
    floor.cells.map(([x, y]) => [x, y] as const),
    floor.cell_units,
  )
  const found = boundsOf(
    map.cells.map(({ grid_x, grid_y }) => [grid_x, grid_y] as const),
    map.cell_units,
  )
  return joined(walked, found)
}

interface RemarksProps {
  readonly address: MapAddress
  readonly map: MapReply
  readonly kills: Answer<Kills>
  readonly floor: Floor
}

function Remarks({ address, map, kills, floor }: RemarksProps) {
  const words = missingWords(address, map, kills.state === 'here' ? kills.data : null)
  return (
    <div class="remark muted">
      {kills.state === 'loading' && <p aria-busy="true">The lines are loading.</p>}
      {kills.state === 'failed' && (
        <p role="alert">
          The lines did not come: {kills.reason}{' '}
          <button type="button" class="as-link" onClick={kills.again}>
            Try again
          </button>
        </p>
      )}
      {words.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <p id="map-keys">
        Click or tap a cell, or use the arrow keys; drag, pinch, + and − move the map.{' '}
        {floor.picture === null &&
          `The ground is where people walked in ${counted(floor.rounds, 'round')}; the stronger, the higher.`}
      </p>
    </div>
  )
}

/** How many cells are listed. */
const MOST_CELLS = 6

/** Where most of the layer is: a way in for whoever does not know where to look. */
function MostPanel({
  address: { layer },
  map,
  choose,
}: {
  readonly address: MapAddress
  readonly map: MapReply
  readonly choose: (place: Place) => void
}) {
  const most = map.cells
    .filter((cell) => measureOf(cell, layer) > 0)
    .sort((a, b) => measureOf(b, layer) - measureOf(a, layer))
    .slice(0, MOST_CELLS)
  return (
    <Panel title="Where most is" class="map-cell">
      {most.length === 0 && <p class="muted">Nothing of this kind.</p>}
      <ol class="most-cells">
        {most.map((cell) => (
          <li key={`${cell.grid_x} ${cell.grid_y}`}>
            <button type="button" class="as-link" onClick={() => choose(cell)}>
              {amount(measureOf(cell, layer), layer)}
            </button>
            <span class="muted">
              {nearWords(cell, map.cell_units, map.objectives) ?? `at ${cell.grid_x}, ${cell.grid_y}`}
            </span>
          </li>
        ))}
      </ol>
      <p class="muted">Choose a cell to see who, and moments to watch.</p>
    </Panel>
  )
}

function placeOf(at: string | null): Place | null {
  if (at === null) return null
  const [grid_x = 0, grid_y = 0] = at.split(',').map(Number)
  return { grid_x, grid_y }
}
