import type { EveningsAddress } from '../../../address.ts'
import { Answered } from '../../../answer/answered.tsx'
import type { Answer } from '../../../answer/use-answer.ts'
import { Link } from '../../../navigation.tsx'
import { Panel } from '../../../panel.tsx'
import type { Evening } from '../../../scope/scope.ts'
import { Calendar } from './calendar.tsx'
import { EveningList } from './evening-list.tsx'
import { monthOf } from './month.ts'
import './other.css'

interface OtherEveningsProps {
  readonly address: EveningsAddress
  readonly evenings: Answer<readonly Evening[]>
}

/** The other evenings, as a list or a calendar. */
export function OtherEvenings({ address, evenings }: OtherEveningsProps) {
  const { month, scope } = address
  return (
    <Panel title="Evenings" class="other-evenings">
      <Answered answer={evenings} empty={(all) => (all.length === 0 ? 'None yet.' : null)} lines={8}>
        {(all) => {
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
                <EveningList address={address} evenings={all} />
              ) : (
                <Calendar address={address} month={month} evenings={all} />
              )}
            </>
          )
        }}
      </Answered>
    </Panel>
  )
}
