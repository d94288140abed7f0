import { readableText } from '../../../format/file-text.ts'
import { Answered } from '../../answer/answered.tsx'
import type { Answer } from '../../answer/use-answer.ts'
import { addressOfMap, type MapAddress } from '../../map-address.ts'
import { Link } from '../../navigation.tsx'
import type { Figure } from '../../numbers/figure.ts'
import { FigureValue } from '../../numbers/figure-value.tsx'
import { count, counted } from '../../numbers/format.ts'
import { Panel } from '../../panel.tsx'
import type { PlayerAddress } from '../../player-address.ts'
import { nearWords } from '../maps/near-words.ts'
import { DangerSketch } from './danger-sketch.tsx'
import type { Dangers } from './use-player.ts'

type DangerMap = Dangers['maps'][number]

interface DangersPanelProps {
  readonly address: PlayerAddress
  readonly dangers: Answer<Dangers>
}

/** Where somebody dies, by map, against the time spent there. */
export function DangersPanel({ address, dangers }: DangersPanelProps) {
  return (
    <Panel title="Danger zones" aside="deaths against the time spent there">
      <Answered answer={dangers} lines={8} empty={({ maps }) => (maps.length === 0 ? 'No maps here.' : null)}>
        {({ maps, cell_units }) => (
          <>
            <ul class="danger-maps">
              {maps.map((map) => (
                <MapOfDangers key={map.map_name} map={map} cell_units={cell_units} address={address} />
              ))}
            </ul>
            <p class="remark muted">
              Grey: time spent there; the stronger, the more deaths. Framed: three deaths or more, and more than the
              time there explains, even at the lower end of the 80 % interval.
            </p>
          </>
        )}
      </Answered>
    </Panel>
  )
}

interface MapOfDangersProps {
  readonly map: DangerMap
  readonly cell_units: Dangers['cell_units']
  readonly address: PlayerAddress
}

function MapOfDangers({ map, cell_units, address: { guid, scope } }: MapOfDangersProps) {
  const { map_name, presence_ms, zones, objectives } = map
  const base = addressOfMap(map_name, scope)
  const place: MapAddress = {
    ...base,
    filter: { ...base.filter, player_guid: guid },
    relative: presence_ms !== null,
    cell_units: cell_units === 256 ? 256 : 128,
  }
  return (
    <li>
      <DangerSketch map={map} />
      <div>
        <h3>
          <Link to={place}>{readableText(map_name)}</Link>
        </h3>
        <p class="muted">
          <FigureValue figure={deathsFigure(map)} /> in <FigureValue figure={roundsFigure(map)} />
          {presence_ms === null && '; where the time was spent is not known'}
        </p>
        {zones.length === 0 && map.deaths > 0 && <p class="muted">No place stands out.</p>}
        <ol class="danger-zones">
          {zones.map(({ grid_x, grid_y, deaths: here, expected_deaths }) => (
            <li key={`${grid_x} ${grid_y}`}>
              <Link to={{ ...place, at: `${grid_x},${grid_y}` }}>
                {[counted(here, 'death'), nearWords({ grid_x, grid_y }, cell_units, objectives)]
                  .filter(Boolean)
                  .join(' ')}
              </Link>
              {expected_deaths !== null && (
                <span class="muted">
                  , where the time there explains{' '}
                  <FigureValue figure={expectedFigure({ map_name, grid_x, grid_y, expected_deaths })} />
                </span>
              )}
            </li>
          ))}
        </ol>
      </div>
    </li>
  )
}

function deathsFigure({ map_name, deaths }: DangerMap): Figure {
  return {
    id: `dangers:${map_name}`,
    title: `Deaths on ${readableText(map_name)}`,
    about: 'Times that this player died on the map, whatever the cause.',
    metrics: ['places', 'deaths'],
    basis: '',
    value: { kind: 'count', count: deaths, write: (value) => counted(value, 'death') },
  }
}

function roundsFigure({ map_name, rounds }: DangerMap): Figure {
  return {
    ...{ id: `dangers_rounds:${map_name}`, title: `Rounds on ${readableText(map_name)}`, metrics: ['rounds'] },
    about: 'Rounds on the map in which the player took part.',
    basis: '',
    value: { kind: 'count', count: rounds, write: (value) => counted(value, 'round') },
  }
}

interface Expected extends Pick<DangerMap, 'map_name'>, Pick<DangerMap['zones'][number], 'grid_x' | 'grid_y'> {
  readonly expected_deaths: number
}

function expectedFigure({ map_name, grid_x, grid_y, expected_deaths }: Expected): Figure {
  return {
    id: `expected:${map_name}:${grid_x}:${grid_y}`,
    title: `Deaths that the time explains, ${readableText(map_name)}`,
    about: 'As if the deaths of the player on the map were spread evenly over the time that he spent there.',
    metrics: ['presence', 'deaths'],
    basis: '',
    value: {
      kind: 'measure',
      value: expected_deaths,
      write: (value) => (value < 10 ? value.toFixed(1) : count(value)),
    },
  }
}
