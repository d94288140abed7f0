import { readableText } from '../../../format/file-text.ts'
import { Answered } from '../../answer/answered.tsx'
import { server } from '../../answer/server.ts'
import { useAnswer } from '../../answer/use-answer.ts'
import { addressOfMap } from '../../map-address.ts'
import { Link, useNavigation } from '../../navigation.tsx'
import { FigureValue } from '../../numbers/figure-value.tsx'
import type { PairAddress } from '../../pair-address.ts'
import { Panel } from '../../panel.tsx'
import { mapFigures, type Pair } from './figures.ts'
import { Where } from './where.tsx'

interface WherePanelProps {
  readonly address: PairAddress
  readonly maps: Pair['maps']
}

/** Where the two make their crossfires: one map at a time, at first the one with most of them. */
export function WherePanel({ address, maps }: WherePanelProps) {
  const { replace } = useNavigation()
  const shown = maps.find(({ map_name }) => map_name === address.shown_map) ?? maps[0]
  const map_name = shown?.map_name ?? ''
  const floor = useAnswer(shown === undefined ? null : map_name, (signal) =>
    server.get('/api/proximity/maps/:map_name/floor', { params: { map_name }, signal }),
  )
  if (shown === undefined) return null
  const { crossfiresOf, roundsOf } = mapFigures(shown)
  return (
    <Panel title="Where they make crossfires">
      <p class="where-map">
        <select
          aria-label="Map"
          value={map_name}
          onChange={({ currentTarget: { value } }) => replace({ ...address, shown_map: value })}
        >
          {maps.map((map) => (
            <option key={map.map_name} value={map.map_name}>
              {readableText(map.map_name)}
            </option>
          ))}
        </select>
        <span class="muted">
          <FigureValue figure={crossfiresOf} /> in <FigureValue figure={roundsOf} />
        </span>
        <Link to={addressOfMap(map_name, address.scope)}>The whole map</Link>
      </p>
      <Answered answer={floor} lines={8}>
        {(walked) => <Where map={shown} floor={walked} />}
      </Answered>
      <p class="remark muted">
        Where the target was at the end: full where he died, hollow where not.
        {shown.places.length < shown.crossfires && ` The newest ${shown.places.length} are shown.`}
      </p>
    </Panel>
  )
}
