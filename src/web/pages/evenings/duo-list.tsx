import type { ReplyAt } from '../../../contract/client.ts'
import { Answered } from '../../answer/answered.tsx'
import type { Answer } from '../../answer/use-answer.ts'
import { PlayerName } from '../../names/player-name.tsx'
import { Link } from '../../navigation.tsx'
import { count, milliseconds } from '../../numbers/format.ts'
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
                  <td class="number">{count(duo.crossfire_kills)}</td>
                  <td class="number">{count(duo.crossfire_count)}</td>
                  <td class="number not-on-phone muted">{milliseconds(duo.avg_delay_ms)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Answered>
    </Panel>
  )
}
