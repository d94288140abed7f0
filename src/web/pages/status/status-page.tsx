import { Answered } from '../../answer/answered.tsx'
import type { Answer } from '../../answer/use-answer.ts'
import { type Fact, Facts } from '../../facts.tsx'
import { Mark } from '../../mark.tsx'
import { Link } from '../../navigation.tsx'
import { count } from '../../numbers/format.ts'
import { PageTitle } from '../../page-title.tsx'
import { Panel } from '../../panel.tsx'
import { ago, dayAndClock } from '../../when.ts'
import { checksOf, type Status } from './status.ts'

interface StatusPageProps {
  readonly status: Answer<Status>
  readonly again: () => void
}

/** Is it running, and if not, why not. */
export function StatusPage({ status, again }: StatusPageProps) {
  return (
    <>
      <PageTitle title="Status" />
      <div class="columns columns-main">
        <Panel title={status.state === 'here' ? verdict(status.data) : 'How this installation is doing'}>
          <Answered answer={status} lines={6}>
            {(data) => (
              <>
                <Checklist status={data} />
                <p class="remark muted">
                  As of {dayAndClock(data.generated_at)}.{' '}
                  <button type="button" class="as-link" onClick={again}>
                    Check again
                  </button>
                </p>
              </>
            )}
          </Answered>
        </Panel>
        <Panel title="What is here">
          <Answered answer={status} lines={6}>
            {(data) => <Facts facts={factsOf(data)} />}
          </Answered>
        </Panel>
      </div>
    </>
  )
}

function verdict({ status, importer }: Status): string {
  return status === 'degraded' || importer?.failing ? 'Something is wrong' : 'All is well'
}

function Checklist({ status }: { readonly status: Status }) {
  return (
    <ul class="checks">
      {checksOf(status).map(({ name, mark, words, advice }) => (
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

function leftOut({ rounds, excluded_rounds }: NonNullable<Status['counts']>): string {
  if (rounds === 0) return ''
  return excluded_rounds === 0 ? 'all of them count' : `${count(excluded_rounds)} of them left out`
}

function factsOf(status: Status): readonly Fact[] {
  const { counts, formula_version } = status
  const facts: Fact[] = [
    { name: 'Installation', value: status.instance_name, more: status.instance_role },
    { name: 'Version', value: status.version },
    { name: 'Formula version', value: formula_version },
    { name: 'Running since', value: dayAndClock(status.started_at), more: ago(status.started_at) },
  ]
  if (counts === null) return facts
  return [
    ...facts,
    { name: 'Rounds', value: count(counts.rounds), more: leftOut(counts) },
    { name: 'Players', value: count(counts.people) },
    { name: 'Fights', value: count(counts.fights) },
    {
      name: 'Files',
      value: <Link to={{ page: 'files', state: null }}>what became of each file</Link>,
    },
  ]
}
