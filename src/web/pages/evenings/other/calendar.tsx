import { useEffect } from 'preact/hooks'
import type { EveningsAddress } from '../../../address.ts'
import type { Beyond } from '../../../answer/use-pages.ts'
import { More } from '../../../more.tsx'
import { Link, useNavigation } from '../../../navigation.tsx'
import { type Evening, scopeOfEvening } from '../../../scope/scope.ts'
import { clock } from '../../../when.ts'
import { dateOf, monthOf, monthsAfter, monthWords, weeksOf } from './month.ts'

interface CalendarProps {
  readonly address: EveningsAddress
  /** `YYYY-MM`. */
  readonly month: string
  readonly evenings: readonly Evening[]
  readonly older: Beyond
}

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
/** Which way a key leads through the evenings of the month, and through the months. */
const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }
const MONTHS: Readonly<Record<string, number>> = { PageDown: 1, PageUp: -1 }

/** A month with its evenings, by the reader's clock. Arrows lead from evening to evening, page keys to other months. */
export function Calendar({ address, month, evenings, older }: CalendarProps) {
  const { go } = useNavigation()
  const own = evenings.filter(({ start_unix }) => monthOf(start_unix) === month)
  // a month is whole once an evening before it is known
  const isWhole = older.more === null || evenings.some(({ start_unix }) => monthOf(start_unix) < month)
  useEffect(() => {
    if (!isWhole && !older.isAdding && older.reason === null) older.more?.()
  }, [isWhole, evenings.length, older.isAdding])
  const byDate = Map.groupBy(own, ({ start_unix }) => dateOf(start_unix))
  const onKey = (event: KeyboardEvent & { readonly currentTarget: HTMLElement }) => {
    const months = MONTHS[event.key]
    const step = STEPS[event.key]
    if (months === undefined && step === undefined) return
    event.preventDefault()
    if (months !== undefined) {
      // the day that had the focus is gone then
      event.currentTarget.focus()
      go({ ...address, month: monthsAfter(month, months) })
      return
    }
    const days = [...event.currentTarget.querySelectorAll<HTMLElement>('td a')]
    const at = days.indexOf(document.activeElement as HTMLElement)
    days[at + (step ?? 0)]?.focus()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys only move between the links inside
    <div class="calendar-keys" tabIndex={-1} onKeyDown={onKey}>
      <p class="calendar-ways">
        <Link to={{ ...address, month: monthsAfter(month, -1) }} stays>
          {monthWords(monthsAfter(month, -1))}
        </Link>
        <strong aria-live="polite">
          <time>{monthWords(month)}</time>
        </strong>
        <Link to={{ ...address, month: monthsAfter(month, 1) }} stays>
          {monthWords(monthsAfter(month, 1))}
        </Link>
      </p>
      <table class="calendar">
        <caption class="visually-hidden">Evenings in {monthWords(month)}</caption>
        <thead>
          <tr>
            {WEEKDAYS.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(month).map((week, at) => (
            <tr key={at}>
              {week.map((date, weekday) => (
                <td key={weekday} class={byDate.has(date ?? 0) ? 'has-evening' : undefined}>
                  {date !== null && <DayOf date={date} evenings={byDate.get(date) ?? []} address={address} />}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {isWhole && own.length === 0 && <p class="remark muted">No evening in this month.</p>}
      {!isWhole && <More {...older} noun="evenings" />}
    </div>
  )
}

interface DayOfProps {
  readonly date: number
  /** The newest first. */
  readonly evenings: readonly Evening[]
  readonly address: EveningsAddress
}

function DayOf({ date, evenings, address }: DayOfProps) {
  if (evenings.length === 0) return <time class="muted">{date}</time>
  return (
    <>
      {evenings.toReversed().map((evening, nth) => (
        <Link
          key={evening.id}
          to={{ ...address, scope: scopeOfEvening(evening) }}
          isCurrent={evening.id === address.scope.session_id}
        >
          {nth === 0 && date} <small>{clock(evening.start_unix)}</small>
        </Link>
      ))}
    </>
  )
}
