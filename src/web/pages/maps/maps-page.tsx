import type { ReplyAt } from '../../../contract/client.ts'
import { readableText } from '../../../format/file-text.ts'
import { Answered } from '../../answer/answered.tsx'
import { server } from '../../answer/server.ts'
import { useAnswer } from '../../answer/use-answer.ts'
import { addressOfMap, type MapsAddress } from '../../map-address.ts'
import { Link, useNavigation } from '../../navigation.tsx'
import type { Figure } from '../../numbers/figure.ts'
import { FigureValue } from '../../numbers/figure-value.tsx'
import { counted } from '../../numbers/format.ts'
import { Panel } from '../../panel.tsx'
import { EVERYTHING, isEverything } from '../../scope/scope.ts'
import { ScopedPage } from '../../scope/scoped-page.tsx'
import { day } from '../../when.ts'
import './maps.css'

/** The maps that were played, each leading to its own page. */
export function MapsPage({ address: { scope } }: { readonly address: MapsAddress }) {
  const { go } = useNavigation()
  const { map_name: _, ...query } = scope
  const maps = useAnswer(JSON.stringify(query), (signal) => server.get('/api/proximity/maps', { query, signal }))
  return (
    <ScopedPage
      scope={{ ...scope, map_name: null }}
      excluded={maps.state === 'here' ? maps.data.excluded : undefined}
      title="Maps"
      change={({ scope: to }) => go(to.map_name === null ? { page: 'maps', scope: to } : addressOfMap(to.map_name, to))}
    >
      <Panel title="Maps" aside="by rounds played">
        <Answered
          answer={maps}
          lines={8}
          empty={(data) =>
            data.maps.length > 0 ? null : isEverything(scope) ? (
              'No rounds yet. Put the tracker on your server, or try a file.'
            ) : (
              <>
                No map was played in this time. <Link to={{ page: 'maps', scope: EVERYTHING }}>All evenings</Link>
              </>
            )
          }
        >
          {(data) => (
            <ul class="map-list">
              {data.maps.map((map) => (
                <li key={map.map_name}>
                  <Link to={addressOfMap(map.map_name, scope)} class="map-name">
                    {readableText(map.map_name)}
                  </Link>
                  <span>
                    <FigureValue figure={roundsFigure(map)} />
                  </span>
                  <span class="muted">
                    <FigureValue figure={fightsFigure(map)} /> fights, <FigureValue figure={deathsFigure(map)} /> deaths
                    in them
                  </span>
                  <span class="muted">{map.last_unix === null ? '' : `last on ${day(map.last_unix)}`}</span>
                </li>
              ))}
            </ul>
          )}
        </Answered>
      </Panel>
    </ScopedPage>
  )
}

type PlayedMap = ReplyAt<'/api/proximity/maps'>['maps'][number]

function roundsFigure({ map_name, rounds }: PlayedMap): Figure {
  return {
    ...{ id: `rounds:${map_name}`, title: `Rounds on ${readableText(map_name)}`, metrics: ['rounds'], basis: '' },
    about: 'Rounds on the map that count.',
    value: { kind: 'count', count: rounds, write: (value) => counted(value, 'round') },
  }
}

function fightsFigure({ map_name, fights }: PlayedMap): Figure {
  const name = readableText(map_name)
  const about = 'One player is hit by enemies, until he dies, escapes or the round ends.'
  const value = { kind: 'count', count: fights } as const
  return { id: `fights:${map_name}`, title: `Fights on ${name}`, about, metrics: ['fights'], basis: '', value }
}

function deathsFigure({ map_name, fights, killed }: PlayedMap): Figure {
  const name = readableText(map_name)
  const about = 'Fights at whose end the target was dead.'
  const value = { kind: 'count', count: killed } as const
  const basis = `of ${counted(fights, 'fight')}`
  return { id: `deaths:${map_name}`, title: `Deaths in fights on ${name}`, about, metrics: ['deaths'], basis, value }
}
