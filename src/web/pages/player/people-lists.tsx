import { type ComponentChildren, Fragment } from 'preact'
import { useState } from 'preact/hooks'
import { ShowMore } from '../../more.tsx'
import { plainName } from '../../names/colour-codes.ts'
import { PlayerLink } from '../../names/player-link.tsx'
import { Link } from '../../navigation.tsx'
import type { Count, Figure } from '../../numbers/figure.ts'
import { FigureValue } from '../../numbers/figure-value.tsx'
import { count } from '../../numbers/format.ts'
import { shareOf } from '../../numbers/interval.ts'
import { addressOfPair } from '../../pair-address.ts'
import { Panel } from '../../panel.tsx'
import type { Scope } from '../../scope/scope.ts'
import { span } from '../../when.ts'
import type { Profile } from './use-player.ts'

/** Shown before the reader asks for all. */
const FIRST = 8

type Meaning = Pick<Figure, 'id' | 'title' | 'about' | 'metrics'>

function meaning(id: string, title: string, about: string, ...metrics: string[]): Meaning {
  return { id, title, about, metrics }
}

/** What is counted of a mate, and of an enemy. */
const PARTNER = {
  rounds: meaning('mate_rounds', 'Rounds on one side', 'Rounds in which both lived on the same side.', 'rounds'),
  crossfires: meaning('mate_crossfires', 'Crossfires', 'Enemies whom both hit at almost the same time.', 'crossfires'),
  kills: meaning(
    'mate_crossfire_kills',
    'Crossfires with a kill',
    'Crossfires that ended in a kill.',
    'crossfire_kills',
  ),
  trades_for: meaning(
    'trades_for',
    'Trades for the mate',
    'Killers of the mate whom this player killed in time, of the chances.',
    'pair_trades',
  ),
  trades_by: meaning(
    'trades_by',
    'Trades by the mate',
    'Killers of this player whom the mate killed in time, of the chances.',
    'pair_trades',
  ),
}
const OPPONENT = {
  rounds: meaning('enemy_rounds', 'Rounds with a fight', 'Rounds in which the two fought each other.', 'rounds'),
  fights: meaning('enemy_fights', 'Fights', 'Fights in which one of the two hit the other.', 'fights'),
  killed: meaning('enemy_killed', 'Killed', 'Times that this player killed the other.', 'kills'),
  killed_by: meaning('enemy_killed_by', 'Killed by', 'Times that the other killed this player.', 'kills'),
}

interface Person {
  readonly guid: string
  readonly name: string
}

/** A column of counts, each with its card. */
function numberOf<T extends Person>({ id, title, ...rest }: Meaning, of: (one: T) => Omit<Count, 'kind'>) {
  return (one: T) => {
    const value = { kind: 'count', ...of(one) } as const
    const words = `${title}: ${plainName(one.name, one.guid)}`
    return <FigureValue figure={{ ...rest, id: `${id}:${one.guid}`, title: words, basis: '', value }} isShort />
  }
}

/** Chances that were taken, with how sure their share is. */
function taken(count: number, of: number, interval: Parameters<typeof shareOf>[2]): Omit<Count, 'kind'> {
  return { count, of, share: shareOf(count, of, interval) }
}

interface ListProps {
  readonly profile: Profile
}

/** Who was on his side, the longest first; the time leads to what the two did together. */
export function WithWhom({ profile: { guid, partners }, scope }: ListProps & { readonly scope: Scope }) {
  return (
    <Panel title="With whom" aside="by time on one side">
      <PeopleTable
        people={partners}
        nobody="Nobody was on the same side."
        columns={[
          ['Rounds', true, numberOf(PARTNER.rounds, ({ rounds }) => ({ count: rounds }))],
          [
            'Together',
            false,
            ({ guid: other, together_ms }) => (
              <Link to={addressOfPair(guid, other, scope)}>
                {span(together_ms)}
                <span class="visually-hidden">, what they did together</span>
              </Link>
            ),
          ],
          ['Crossfires', false, numberOf(PARTNER.crossfires, ({ crossfire_count }) => ({ count: crossfire_count }))],
          ['With a kill', true, numberOf(PARTNER.kills, ({ crossfire_kills }) => ({ count: crossfire_kills }))],
          [
            'Trades for',
            true,
            numberOf(PARTNER.trades_for, (one) =>
              taken(one.trades_for, one.trade_chances_for, one.trades_for_interval),
            ),
          ],
          [
            'Trades by',
            true,
            numberOf(PARTNER.trades_by, (one) => taken(one.trades_by, one.trade_chances_by, one.trades_by_interval)),
          ],
        ]}
      />
    </Panel>
  )
}

/** Whom he fights, the most often first. */
export function AgainstWhom({ profile: { opponents } }: ListProps) {
  return (
    <Panel title="Against whom" aside="by fights">
      <PeopleTable
        people={opponents}
        nobody="No fights with people."
        columns={[
          ['Rounds', true, numberOf(OPPONENT.rounds, ({ rounds }) => ({ count: rounds }))],
          ['Fights', false, numberOf(OPPONENT.fights, ({ attacks, attacked }) => ({ count: attacks + attacked }))],
          ['Killed', false, numberOf(OPPONENT.killed, ({ kills }) => ({ count: kills }))],
          ['Killed by', false, numberOf(OPPONENT.killed_by, ({ deaths }) => ({ count: deaths }))],
        ]}
      />
    </Panel>
  )
}

type Column<T> = readonly [name: string, isWide: boolean, value: (one: T) => ComponentChildren]

interface PeopleTableProps<T> {
  readonly people: readonly T[]
  readonly columns: readonly Column<T>[]
  readonly nobody: string
}

function PeopleTable<T extends Person>({ people, columns, nobody }: PeopleTableProps<T>) {
  const [isWhole, setWhole] = useState(false)
  if (people.length === 0) return <p class="empty">{nobody}</p>
  return (
    <>
      <table>
        <thead>
          <tr>
            <th scope="col">Player</th>
            {columns.map(([name, isWide]) => (
              <th key={name} scope="col" class={isWide ? 'number not-on-phone' : 'number'}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {(isWhole ? people : people.slice(0, FIRST)).map((one) => (
            <tr key={one.guid}>
              <th scope="row">
                <PlayerLink name={one.name} guid={one.guid} />
              </th>
              {columns.map(([name, isWide, value]) => (
                <td key={name} class={isWide ? 'number not-on-phone' : 'number'}>
                  <Fragment>{value(one)}</Fragment>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {people.length > FIRST && !isWhole && (
        <ShowMore show={() => setWhole(true)}>Show all {count(people.length)}</ShowMore>
      )}
    </>
  )
}
