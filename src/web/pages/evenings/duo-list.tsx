import type { ReplyAt } from '../../../contract/client.ts'
import { Answered } from '../../answer/answered.tsx'
import type { Answer } from '../../answer/use-answer.ts'
import { plainName } from '../../names/colour-codes.ts'
import { PlayerName } from '../../names/player-name.tsx'
import { Link } from '../../navigation.tsx'
import type { Figure, Value } from '../../numbers/figure.ts'
import { FigureValue } from '../../numbers/figure-value.tsx'
import { milliseconds } from '../../numbers/format.ts'
import { addressOfPair } from '../../pair-address.ts'
import { Panel } from '../../panel.tsx'
import type { Scope } from '../../scope/scope.ts'

type Summary = ReplyAt<'/api/proximity/summary'>

/** Pairs by crossfires that ended in a kill. */
export function DuoList({ summary, scope }: { readonly summary: Answer<Summary>; readonly scope: Scope }) {
  const nothing = ({ top_duos, sample_rounds }: Summary) => {
    if (sample_rounds === 0) return 'No round counts.'
    return top_duos.length === 0 ? 'No crossfires: no two mates hit the same enemy at almost the same time.' : null
  }
  return (
    <Panel title="Who worked together" aside="crossfires of two mates" class="duos">
      <Answered answer={summary} empty={nothing} lines={6}>
        {({ top_duos }) => (
          <table>
            <thead>
              <tr>
                <th scope="col">Pair</th>
                <th scope="col" class="number">
                  With a kill
                </th>
                <th scope="col" class="number">
                  Crossfires
                </th>
                <th scope="col" class="number not-on-phone">
                  Apart
                </th>
              </tr>
            </thead>
            <tbody>
              {top_duos.map((duo) => (
                <tr key={`${duo.player1_guid} ${duo.player2_guid}`}>
                  <td>
                    <Link to={addressOfPair(duo.player1_guid, duo.player2_guid, scope)}>
                      <PlayerName name={duo.player1} guid={duo.player1_guid} /> <span class="muted">and</span>{' '}
                      <PlayerName name={duo.player2} guid={duo.player2_guid} />
                    </Link>
                  </td>
                  <td class="number">
                    <FigureValue figure={figureOf(duo, 'crossfire_kills')} isShort />
                  </td>
                  <td class="number">
                    <FigureValue figure={figureOf(duo, 'crossfire_count')} isShort />
                  </td>
                  <td class="number not-on-phone">
                    <FigureValue figure={figureOf(duo, 'avg_delay_ms')} isShort />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Answered>
    </Panel>
  )
}

type Duo = Summary['top_duos'][number]

const COLUMNS = {
  crossfire_kills: ['Crossfires with a kill', 'Crossfires of the two that ended in a kill.', 'crossfire_kills'],
  crossfire_count: ['Crossfires', 'Enemies whom both hit at almost the same time.', 'crossfires'],
  avg_delay_ms: ['Apart', 'The mean time between the first hits of the two in a crossfire.', 'pair_delay'],
} as const

function figureOf(duo: Duo, column: keyof typeof COLUMNS): Figure {
  const [title, about, metric] = COLUMNS[column]
  const names = [plainName(duo.player1, duo.player1_guid), plainName(duo.player2, duo.player2_guid)]
  return {
    id: `${column}:${duo.player1_guid}:${duo.player2_guid}`,
    title: `${title}: ${names.join(' and ')}`,
    about,
    metrics: [metric],
    basis: '',
    value: duoValue(duo, column),
  }
}

function duoValue(duo: Duo, column: keyof typeof COLUMNS): Value {
  const value = duo[column]
  if (value === null) return { kind: 'unknown' }
  return column === 'avg_delay_ms' ? { kind: 'measure', value, write: milliseconds } : { kind: 'count', count: value }
}
