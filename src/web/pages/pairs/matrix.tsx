import { plainName } from '../../names/colour-codes.ts'
import { PlayerLink } from '../../names/player-link.tsx'
import { Link } from '../../navigation.tsx'
import { counted } from '../../numbers/format.ts'
import { addressOfPair, type PairsAddress } from '../../pair-address.ts'
import {
  certainty,
  effectScale,
  effectWords,
  type PairOfAll,
  type Pairs,
  pointsText,
  type Synergy,
} from './measures.ts'

interface MatrixProps {
  readonly address: PairsAddress
  readonly people: Pairs['people']
  readonly pairs: readonly PairOfAll[]
}

/** Steps of colour on either side of grey. */
const STEPS = 3
const SURE = 0.7

/** Everybody with everybody, as points more or less than expected. */
export function Matrix({ address: { measure, scope }, people, pairs }: MatrixProps) {
  const shown = [...new Set(pairs.flatMap(({ player1, player2 }) => [player1, player2]))].sort((a, b) => a - b)
  const byPeople = new Map(
    pairs.flatMap((pair) => [
      [`${pair.player1} ${pair.player2}`, pair],
      [`${pair.player2} ${pair.player1}`, pair],
    ]),
  )
  const scale = effectScale(pairs, measure)
  const nameOf = (person: number) => {
    const who = people[person]
    return who === undefined ? '' : plainName(who.name, who.guid)
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached with keys
    <section class="matrix-scroll" aria-label="Matrix of pairs" tabIndex={0}>
      <table class="matrix">
        <thead>
          <tr>
            <th scope="col">Player</th>
            {shown.map((person, i) => (
              <th scope="col" key={person} class="number" aria-label={nameOf(person)}>
                {i + 1}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row, i) => (
            <tr key={row}>
              <th scope="row">
                <span class="muted">{i + 1}</span>{' '}
                <PlayerLink name={people[row]?.name ?? ''} guid={people[row]?.guid ?? ''} />
              </th>
              {shown.map((column) => {
                const pair = byPeople.get(`${row} ${column}`)
                if (pair === undefined) return <td key={column} class="matrix-none" aria-label="never together" />
                const synergy = pair.synergy[measure]
                const words = effectWords(synergy, pair.rates[measure])
                return (
                  <td key={column} class={classOf(synergy, scale)}>
                    <Link to={addressOfPair(people[row]?.guid ?? '', people[column]?.guid ?? '', scope)}>
                      <span aria-hidden="true">
                        {synergy === null ? '·' : pointsText(synergy.effect.value, { low: 0, high: 1 })}
                      </span>
                      <span class="visually-hidden">
                        {nameOf(row)} and {nameOf(column)}, {counted(pair.rounds, 'round')}: {words}
                      </span>
                    </Link>
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** The colour of a cell in words that the style sheet knows. */
function classOf(synergy: Synergy, scale: number): string {
  if (synergy === null) return 'matrix-few'
  const step = Math.min(STEPS, Math.round((STEPS * Math.abs(synergy.effect.value)) / scale))
  const doubt = certainty(synergy) < SURE ? ' is-unsure' : ''
  if (step === 0) return `effect-0${doubt}`
  return `effect-${synergy.effect.value > 0 ? 'more' : 'less'}-${step}${doubt}`
}
