import type { ReplyAt } from '../../../contract/client.ts'
import { PlayerLink } from '../../names/player-link.tsx'
import type { Figure } from '../../numbers/figure.ts'
import { FigureValue } from '../../numbers/figure-value.tsx'
import { count } from '../../numbers/format.ts'
import { shareOf } from '../../numbers/interval.ts'
import { SmallPrint } from '../../numbers/small-print.tsx'
import { boundsWords } from '../../numbers/value-words.ts'
import { span } from '../../when.ts'
import { resultsValue } from './results.ts'

type Reply = ReplyAt<'/api/proximity/trios'>

/** Three and three, by the lower bound of their share of crossfires. */
export function Trios({ reply }: { readonly reply: Reply }) {
  return (
    <table class="trios">
      <thead>
        <tr>
          <th scope="col">Three together</th>
          <th scope="col" class="number">
            Crossfires of two or more
          </th>
          <th scope="col" class="number not-on-phone">
            Of all three
          </th>
          <th scope="col" class="number not-on-phone">
            Won
          </th>
          <th scope="col" class="number">
            Rounds
          </th>
        </tr>
      </thead>
      <tbody>
        {reply.trios.map((trio) => (
          <Row key={trio.players.join(' ')} trio={trio} people={reply.people} />
        ))}
      </tbody>
    </table>
  )
}

interface RowProps {
  readonly trio: Reply['trios'][number]
  readonly people: Reply['people']
}

function Row({ trio, people }: RowProps) {
  const { players, crossfires, crossfires_of_three, results, rounds, together_ms } = trio
  const { done, chances, interval } = crossfires
  const who = players.map((player) => people[player]?.guid.slice(0, 6)).join('-')
  const shared: Figure = {
    id: `trio-${who}`,
    title: 'Crossfires of three',
    about: 'Of the fights that two of the three could have made a crossfire of, those that they did.',
    metrics: ['trios', 'pair_crossfire_chances'],
    basis: `${count(done)} of ${count(chances)} chances`,
    value: { kind: 'share', share: shareOf(done, chances, interval) },
  }
  const roundsOf: Figure = {
    ...{ id: `rounds-${who}`, title: 'Rounds of three', metrics: ['trios', 'together_ms'] },
    about: 'Rounds in which all three were alive together for a minute.',
    basis: `${span(together_ms)} alive together`,
    value: { kind: 'count', count: rounds },
  }
  return (
    <tr>
      <td>
        {players.map((player, i) => (
          <span key={player}>
            {i > 0 && ', '}
            <PlayerLink name={people[player]?.name ?? ''} guid={people[player]?.guid ?? ''} />
          </span>
        ))}
      </td>
      <td class="number">
        <FigureValue isShort figure={shared} />
        <SmallPrint of={shared} class="more-words">
          {boundsWords(shared.value)}
        </SmallPrint>
      </td>
      <td class="number not-on-phone">
        <FigureValue
          figure={{
            ...{ id: `three-${who}`, title: 'Crossfires of all three', metrics: ['trios'] },
            about: 'Crossfires in which all three hit the target.',
            basis: '',
            value: { kind: 'count', count: crossfires_of_three },
          }}
        />
      </td>
      <td class="number not-on-phone">
        <FigureValue
          isShort
          figure={{
            ...{ id: `won-${who}`, title: 'Rounds won', metrics: ['rounds_won'] },
            about: 'Of the rounds whose winner is known, those that their side won.',
            basis: '',
            value: resultsValue(results),
          }}
        />
      </td>
      <td class="number">
        <FigureValue figure={roundsOf} />
        <SmallPrint of={roundsOf} class="more-words">
          {span(together_ms)}
        </SmallPrint>
      </td>
    </tr>
  )
}
