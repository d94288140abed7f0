import { useId } from 'preact/hooks'
import { LATEST } from '../../address.ts'
import { Answered } from '../../answer/answered.tsx'
import type { Answer } from '../../answer/use-answer.ts'
import { Link, useNavigation } from '../../navigation.tsx'
import { FigureValue } from '../../numbers/figure-value.tsx'
import { count } from '../../numbers/format.ts'
import { SmallPrint } from '../../numbers/small-print.tsx'
import { Panel } from '../../panel.tsx'
import type { MeasureName, PlayerAddress } from '../../player-address.ts'
import { EVERYTHING, isEverything, NO_SCOPE } from '../../scope/scope.ts'
import { day } from '../../when.ts'
import { eveningFigure } from './figures.ts'
import { GROUPS, MEASURE_WORDS } from './measures.ts'
import { TrendChart } from './trend-chart.tsx'
import type { Trends } from './use-player.ts'

/** What can be drawn: the numbers of the page, and two of the way of playing. */
const DRAWN: readonly MeasureName[] = [...GROUPS.flatMap(([, names]) => names), 'fights_per_minute', 'solo_attack_pct']

interface TrendPanelProps {
  readonly address: PlayerAddress
  readonly trends: Answer<Trends>
}

/** One number over the evenings, with the band in which it usually lies. */
export function TrendPanel({ address, trends }: TrendPanelProps) {
  const { replace } = useNavigation()
  const id = useId()
  const drawn = DRAWN.includes(address.trend) ? DRAWN : [address.trend, ...DRAWN]
  return (
    <Panel title="Over the evenings" class="player-trend">
      <Answered answer={trends} lines={8} empty={(data) => tooFew(data, address)}>
        {(data) => (
          <>
            <label class="visually-hidden" for={id}>
              What is drawn
            </label>
            <select
              id={id}
              value={address.trend}
              onChange={({ currentTarget: { value } }) => replace({ ...address, trend: value as MeasureName })}
            >
              {drawn.map((name) => (
                <option key={name} value={name}>
                  {MEASURE_WORDS[name].title}
                </option>
              ))}
            </select>
            <Trend name={address.trend} data={data} />
          </>
        )}
      </Answered>
    </Panel>
  )
}

function tooFew({ evenings, rounds_without_session }: Trends, address: PlayerAddress) {
  if (evenings.length > 1) return null
  const more = isEverything(address.scope) ? null : (
    <Link to={{ ...address, scope: address.scope.session_id === null ? EVERYTHING : NO_SCOPE }}>
      {address.scope.session_id === null ? 'All evenings' : 'The last 30 days'}
    </Link>
  )
  if (evenings.length === 1) return <>One evening is no line yet. {more}</>
  return (
    <>
      {rounds_without_session > 0 ? 'Nobody knows when these rounds were played.' : 'No evenings here.'} {more}
    </>
  )
}

function Trend({ name, data }: { readonly name: MeasureName; readonly data: Trends }) {
  const { evenings, rounds_without_session } = data
  const { values, n, usual } = data.trends[name]
  const { title, write, cases } = MEASURE_WORDS[name]
  if (values.every((value) => value === null)) return <p class="empty">No {cases[1]} in any of these evenings.</p>
  return (
    <>
      <TrendChart data={data} name={name} />
      <p class="remark muted">
        {usual === null
          ? 'A band of the usual needs five earlier evenings with five cases each. '
          : `Band: the usual, ${write(usual.low)} to ${write(usual.high)}: the middle 80 % of ${usual.evenings} evenings before the last. `}
        Faint points: fewer than 20 {cases[1]}.
        {rounds_without_session > 0 && ` ${count(rounds_without_session)} rounds without a time are not drawn.`}
      </p>
      <details>
        <summary>As a table</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">Evening</th>
              <th scope="col" class="number">
                {title}
              </th>
              <th scope="col" class="number">
                {cases[1]}
              </th>
            </tr>
          </thead>
          <tbody>
            {evenings
              .map((evening, at) => {
                const { session_id, start_unix } = evening
                const figure = eveningFigure(name, evening, { value: values[at] ?? null, n: n[at] ?? 0 })
                return (
                  <tr key={session_id}>
                    <th scope="row">
                      <Link to={{ ...LATEST, scope: { ...NO_SCOPE, session_id } }}>{day(start_unix)}</Link>
                    </th>
                    <td class="number">
                      <FigureValue figure={figure} />
                    </td>
                    <td class="number">
                      <SmallPrint of={figure}>{count(n[at] ?? 0)}</SmallPrint>
                    </td>
                  </tr>
                )
              })
              .reverse()}
          </tbody>
        </table>
      </details>
    </>
  )
}
