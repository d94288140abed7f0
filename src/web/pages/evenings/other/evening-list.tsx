import { useState } from 'preact/hooks'
import { readableText } from '../../../../format/file-text.ts'
import type { EveningsAddress } from '../../../address.ts'
import type { Beyond } from '../../../answer/use-pages.ts'
import { More, ShowMore } from '../../../more.tsx'
import { Link } from '../../../navigation.tsx'
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
            <span class="muted">{playedWords(evening)}</span>
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

function playedWords({ rounds, players, excluded_rounds }: Evening): string {
  if (rounds === 0) return 'nothing counts'
  const left = excluded_rounds === 0 ? '' : `, ${excluded_rounds} left out`
  return `${counted(rounds, 'round')}, ${counted(players, 'player')}${left}`
}
