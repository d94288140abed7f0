import { Fragment } from 'preact'
import { useState } from 'preact/hooks'
import { readableText } from '../../../../format/file-text.ts'
import type { EveningsAddress } from '../../../address.ts'
import type { Beyond } from '../../../answer/use-pages.ts'
import { More, ShowMore } from '../../../more.tsx'
import { Link } from '../../../navigation.tsx'
import type { Figure } from '../../../numbers/figure.ts'
import { FigureValue } from '../../../numbers/figure-value.tsx'
import { count, counted } from '../../../numbers/format.ts'
import { type Evening, scopeOfEvening } from '../../../scope/scope.ts'
import { clock, day } from '../../../when.ts'

interface EveningListProps {
  readonly address: EveningsAddress
  readonly evenings: readonly Evening[]
  readonly older: Beyond
}

/** Shown before the reader asks for more, and added then. */
const STEP = 8

/** The evenings, the newest first, back to the first of all. */
export function EveningList({ address, evenings, older }: EveningListProps) {
  const [shown, setShown] = useState(STEP)
  const { more } = older
  const further =
    more &&
    (() => {
      setShown(shown + 4 * STEP)
      more()
    })
  return (
    <>
      <ul class="evening-list">
        {evenings.slice(0, shown).map((evening) => (
          <li key={evening.id}>
            <Link
              to={{ ...address, scope: scopeOfEvening(evening) }}
              isCurrent={evening.id === address.scope.session_id}
            >
              {day(evening.start_unix)}, {clock(evening.start_unix)}
            </Link>
            <span>{evening.maps.map(({ map_name }) => readableText(map_name)).join(', ')}</span>
            <span class="muted">
              <Played evening={evening} />
            </span>
          </li>
        ))}
      </ul>
      {evenings.length <= shown && <More {...older} more={further} noun="evenings" />}
      {evenings.length > shown && (
        <ShowMore show={() => setShown(shown + 4 * STEP)}>
          Show more{older.more === null && ` of ${count(evenings.length)}`} evenings
        </ShowMore>
      )}
    </>
  )
}

function Played({ evening }: { readonly evening: Evening }) {
  if (evening.rounds === 0) return <>nothing counts</>
  return figuresOf(evening).map((figure, at) => (
    <Fragment key={figure.id}>
      {at > 0 && ', '}
      <FigureValue figure={figure} />
    </Fragment>
  ))
}

/** How much was played in an evening of the list. */
function figuresOf({ id, start_unix, rounds, players, excluded_rounds }: Evening): readonly Figure[] {
  const of = `of ${day(start_unix)}, ${clock(start_unix)}`
  const withNoun = (one: string) => (n: number) => counted(n, one)
  const all: readonly Figure[] = [
    {
      ...{ id: `rounds:${id}`, title: `Rounds ${of}`, about: 'Rounds of the evening that count.' },
      ...{ metrics: ['rounds'], basis: '', value: { kind: 'count', count: rounds, write: withNoun('round') } },
    },
    {
      ...{ id: `players:${id}`, title: `Players ${of}`, about: 'People who lived in these rounds. Bots are left out.' },
      ...{ metrics: ['players'], basis: '', value: { kind: 'count', count: players, write: withNoun('player') } },
    },
    {
      ...{ id: `left:${id}`, title: `Left out ${of}`, about: 'Rounds of the evening that count for nothing.' },
      ...{ metrics: ['rounds'], basis: '' },
      value: { kind: 'count', count: excluded_rounds, write: (n) => `${count(n)}\u00a0left out` },
    },
  ]
  return excluded_rounds === 0 ? all.slice(0, 2) : all
}
