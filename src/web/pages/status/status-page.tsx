import { LATEST } from '../../address.ts'
import { Answered } from '../../answer/answered.tsx'
import { server } from '../../answer/server.ts'
import { type Answer, useAnswer } from '../../answer/use-answer.ts'
import type { Refresh } from '../../answer/use-refresh.ts'
import { type Fact, Facts } from '../../facts.tsx'
import { Mark } from '../../mark.tsx'
import { Link } from '../../navigation.tsx'
import { Explained } from '../../numbers/explained.tsx'
import type { Figure } from '../../numbers/figure.ts'
import { FigureValue } from '../../numbers/figure-value.tsx'
import { count } from '../../numbers/format.ts'
import { SmallPrint } from '../../numbers/small-print.tsx'
import { PageTitle } from '../../page-title.tsx'
import { Panel } from '../../panel.tsx'
import { EVERYTHING } from '../../scope/scope.ts'
import { ago, dayAndClock } from '../../when.ts'
import { Changes } from './changes.tsx'
import { GameServers } from './game-servers.tsx'
import { type Live, serversOf, stateOf } from './servers.ts'
import { type Check, checksOf, type Status } from './status.ts'
import './status.css'

interface StatusPageProps {
  readonly status: Answer<Status>
  readonly refresh: Refresh
}

/** Is it running, who plays, and if something does not work, why not. Asks anew by itself. */
export function StatusPage({ status, refresh }: StatusPageProps) {
  const { ticks, asked, again } = refresh
  const live = useAnswer(`${asked}`, (signal) => server.get('/api/game-servers', { signal }), ticks)
  const stored = useAnswer(`${asked}`, (signal) => server.get('/api/proximity/installation', { signal }), ticks)
  const installation = stored.state === 'here' ? stored.data : null
  const servers = live.state === 'here' ? live.data.servers : null
  const checks = status.state === 'here' ? checksOf(status.data, { installation, servers }) : []
  const news = servers === null || checks.length === 0 ? null : newsOf(checks, servers)
  return (
    <>
      <PageTitle title="Status" />
      <Changes words={news} />
      <div class="columns columns-main">
        <div class="columns">
          <Panel title={checks.length === 0 ? 'How this installation is doing' : verdict(checks)}>
            <Answered answer={status} lines={6}>
              {(data) => (
                <>
                  <Checklist checks={checks} />
                  <p class="remark muted">
                    As of {dayAndClock(data.generated_at)}. Checked every half minute.{' '}
                    <button type="button" class="as-link" onClick={again}>
                      Check now
                    </button>
                  </p>
                </>
              )}
            </Answered>
          </Panel>
          <Panel title="Game servers">
            <Answered answer={live} lines={4}>
              {(data) => (
                <GameServers servers={serversOf(data.servers, installation)} generated_at={data.generated_at} />
              )}
            </Answered>
          </Panel>
        </div>
        <Panel title="What is here">
          <Answered answer={status} lines={6}>
            {(data) => (
              <Explained scope="All that is stored" leftOut="" rounds={{ ...LATEST, scope: EVERYTHING }}>
                <Facts facts={factsOf(data)} />
              </Explained>
            )}
          </Answered>
        </Panel>
      </div>
    </>
  )
}

function verdict(checks: readonly Check[]): string {
  return checks.some(({ mark }) => mark === 'bad') ? 'Something is wrong' : 'All is well'
}

/** What is worth to be said when it changes: what is wrong, and who plays where. */
function newsOf(checks: readonly Check[], servers: readonly Live[]): string {
  const wrong = checks.filter(({ mark }) => mark === 'bad').map(({ name }) => name)
  const played = servers.map((one) => `${one.name}: ${stateOf(one, one.since).words}`)
  return [verdict(checks), ...wrong, ...played].join('. ')
}

function Checklist({ checks }: { readonly checks: readonly Check[] }) {
  return (
    <ul class="checks">
      {checks.map(({ name, mark, words, advice }) => (
        <li key={name}>
          <Mark kind={mark} />
          <div>
            <strong>{name}</strong> {words}
            {advice !== null && <p class={mark === 'off' ? 'muted' : 'advice'}>{advice}</p>}
          </div>
        </li>
      ))}
    </ul>
  )
}

function factsOf(status: Status): readonly Fact[] {
  const { counts, formula_version } = status
  const facts: Fact[] = [
    { name: 'Installation', value: status.instance_name, more: status.instance_role },
    { name: 'Version', value: <code>{status.version}</code> },
    { name: 'Formula version', value: <code>{formula_version}</code> },
    { name: 'Running since', value: dayAndClock(status.started_at), more: ago(status.started_at) },
  ]
  if (counts === null) return facts
  return [
    ...facts,
    ...storedFigures(counts).map((figure) => ({
      name: figure.title,
      value: <FigureValue figure={figure} />,
      more: figure.basis === '' ? undefined : <SmallPrint of={figure}>{figure.basis}</SmallPrint>,
    })),
    {
      name: 'Files',
      value: <Link to={{ page: 'files', state: null }}>what became of each file</Link>,
    },
  ]
}

/** How much is stored. */
function storedFigures(counts: NonNullable<Status['counts']>): readonly Figure[] {
  const { rounds, excluded_rounds, people, fights } = counts
  const left = excluded_rounds === 0 ? 'all of them count' : `${count(excluded_rounds)} of them left out`
  return [
    {
      ...{ id: 'rounds', title: 'Rounds', about: 'Rounds with telemetry, counted or not.', metrics: ['rounds'] },
      ...{ basis: rounds === 0 ? '' : left, value: { kind: 'count', count: rounds } },
    },
    {
      ...{ id: 'players', title: 'Players', about: 'People of these rounds, without bots.', metrics: ['players'] },
      ...{ basis: '', value: { kind: 'count', count: people } },
    },
    {
      ...{ id: 'fights', title: 'Fights', about: 'Fights of the rounds that count.', metrics: ['fights'] },
      ...{ basis: '', value: { kind: 'count', count: fights } },
    },
  ]
}
