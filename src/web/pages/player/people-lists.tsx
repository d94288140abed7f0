import { type ComponentChildren, Fragment } from 'preact'
import { useState } from 'preact/hooks'
import { PlayerLink } from '../../names/player-link.tsx'
import { Link } from '../../navigation.tsx'
import { count } from '../../numbers/format.ts'
import { addressOfPair } from '../../pair-address.ts'
import { Panel } from '../../panel.tsx'
import type { Scope } from '../../scope/scope.ts'
import { span } from '../../when.ts'
import type { Profile } from './use-player.ts'

/** Shown before the reader asks for all. */
const FIRST = 8

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
          ['Rounds', true, ({ rounds }) => count(rounds)],
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
          ['Crossfires', false, ({ crossfire_count }) => count(crossfire_count)],
          ['With a kill', true, ({ crossfire_kills }) => count(crossfire_kills)],
          ['Trades for', true, (one) => partOf(one.trades_for, one.trade_chances_for)],
          ['Trades by', true, (one) => partOf(one.trades_by, one.trade_chances_by)],
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
          ['Rounds', true, ({ rounds }) => count(rounds)],
          ['Fights', false, ({ attacks, attacked }) => count(attacks + attacked)],
          ['Killed', false, ({ kills }) => count(kills)],
          ['Killed by', false, ({ deaths }) => count(deaths)],
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

function PeopleTable<T extends { readonly guid: string; readonly name: string }>({
  people,
  columns,
  nobody,
}: PeopleTableProps<T>) {
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
        <div class="more">
          <button type="button" onClick={() => setWhole(true)}>
            Show all {count(people.length)}
          </button>
        </div>
      )}
    </>
  )
}

function partOf(part: number, whole: number) {
  return (
    <>
      {count(part)} <span class="muted">of {count(whole)}</span>
    </>
  )
}
