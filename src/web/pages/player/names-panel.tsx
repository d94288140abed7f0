import { readableText } from '../../../format/file-text.ts'
import { addressOfMap } from '../../map-address.ts'
import { PlayerName } from '../../names/player-name.tsx'
import { Link } from '../../navigation.tsx'
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
              {counted(rounds, 'round')}
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
                  <span class="muted">{counted(rounds, 'round')}</span>
                </li>
              )
            })}
          </ul>
        </>
      )}
    </Panel>
  )
}
