import type { EveningsAddress } from '../../../address.ts'
import { Answered } from '../../../answer/answered.tsx'
import { Link } from '../../../navigation.tsx'
import { Panel } from '../../../panel.tsx'
import { eveningsIn, type Sessions } from '../../../scope/use-sessions.ts'
import { Calendar } from './calendar.tsx'
import { EveningList } from './evening-list.tsx'
import { monthOf } from './month.ts'
import './other.css'

interface OtherEveningsProps {
  readonly address: EveningsAddress
  readonly sessions: Sessions
}

/** The other evenings, as a list or a calendar. */
export function OtherEvenings({ address, sessions }: OtherEveningsProps) {
  const { month, scope } = address
  return (
    <Panel title="Evenings" class="other-evenings">
      <Answered
        answer={sessions}
        empty={({ pages }) => (pages[0]?.sessions.length === 0 ? 'None yet.' : null)}
        lines={8}
      >
        {({ pages: _, ...older }) => {
          const all = eveningsIn(sessions)
          const shown = all.find(({ id }) => id === scope.session_id) ?? all[0]
          return (
            <>
              <ul class="tabs">
                <li>
                  <Link to={{ ...address, month: null }} isCurrent={month === null} stays>
                    List
                  </Link>
                </li>
                <li>
                  <Link
                    to={{ ...address, month: month ?? monthOf(shown?.start_unix ?? 0) }}
                    isCurrent={month !== null}
                    stays
                  >
                    Calendar
                  </Link>
                </li>
              </ul>
              {month === null ? (
                <EveningList address={address} evenings={all} older={older} />
              ) : (
                <Calendar address={address} month={month} evenings={all} older={older} />
              )}
            </>
          )
        }}
      </Answered>
    </Panel>
  )
}
