import { readableText } from '../../../format/file-text.ts'
import { addressOfMap } from '../../map-address.ts'
import { plainName } from '../../names/colour-codes.ts'
import { PlayerName } from '../../names/player-name.tsx'
import { Link } from '../../navigation.tsx'
import type { Figure } from '../../numbers/figure.ts'
import { FigureValue } from '../../numbers/figure-value.tsx'
import { counted } from '../../numbers/format.ts'
import { Panel } from '../../panel.tsx'
import type { Scope } from '../../scope/scope.ts'
import { day } from '../../when.ts'
import type { Profile } from './use-player.ts'

interface NamesPanelProps {
  readonly profile: Profile
  readonly scope: Scope
}

/** The names that somebody used, ever, and the maps of the scope. */
export function NamesPanel({ profile: { names, maps, guid }, scope }: NamesPanelProps) {
  return (
    <Panel title="Names and maps">
      <h3>Names, of all evenings</h3>
      <ul class="player-plain">
        {names.map(({ name, rounds, last_seen_unix }) => (
          <li key={name}>
            <PlayerName name={name} guid={guid} />
            <span class="muted">
              <FigureValue figure={nameFigure(name, rounds)} />
              {last_seen_unix !== null && `, last on ${day(last_seen_unix)}`}
            </span>
          </li>
        ))}
      </ul>
      {maps.length > 0 && (
        <>
          <h3>Maps</h3>
          <ul class="player-plain">
            {maps.map(({ map_name, rounds }) => {
              const map = addressOfMap(map_name, scope)
              return (
                <li key={map_name}>
                  <Link to={{ ...map, filter: { ...map.filter, player_guid: guid } }}>{readableText(map_name)}</Link>
                  <span class="muted">
                    <FigureValue figure={mapFigure(map_name, rounds)} />
                  </span>
                </li>
              )
            })}
          </ul>
        </>
      )}
    </Panel>
  )
}

const rounds_ = (n: number) => counted(n, 'round')

function nameFigure(name: string, rounds: number): Figure {
  return {
    ...{ id: `name:${name}`, title: `Rounds as ${plainName(name, '')}`, metrics: ['rounds'], basis: '' },
    about: 'Rounds of all evenings in which the player used the name, also those that do not count.',
    value: { kind: 'count', count: rounds, write: rounds_ },
  }
}

function mapFigure(map_name: string, rounds: number): Figure {
  return {
    ...{ id: `map:${map_name}`, title: `Rounds on ${readableText(map_name)}`, metrics: ['rounds'], basis: '' },
    about: 'Rounds on the map in which the player took part.',
    value: { kind: 'count', count: rounds, write: rounds_ },
  }
}
