import { useEffect, useRef } from 'preact/hooks'
import type { ReplyAt } from '../../../contract/client.ts'
import { Answered } from '../../answer/answered.tsx'
import { server } from '../../answer/server.ts'
import { useAnswer } from '../../answer/use-answer.ts'
import { count, interval } from '../../numbers/format.ts'
import { LEAST_CASES } from '../../numbers/interval.ts'
import { valueWords } from './figure-value.tsx'
import type { Figure } from './figures.ts'

type Definitions = ReplyAt<'/api/proximity/definitions'>

interface CardProps {
  readonly figure: Figure
  /** The scope in words, and what of it was left out. */
  readonly scope: string
  readonly leftOut: string
  readonly close: () => void
}

/** What a number is and how it is made. At the right of the page, on a phone at its foot. */
export function Card({ figure, scope, leftOut, close }: CardProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const definitions = useAnswer(figure.metrics.length === 0 ? null : 'definitions', (signal) =>
    server.get('/api/proximity/definitions', { signal }),
  )
  useEffect(() => {
    const shown = dialog.current
    shown?.showModal()
    // gives the focus back to where it came from
    return () => shown?.close()
  }, [])
  const { share } = figure.value.kind === 'share' ? figure.value : { share: null }
  return (
    <dialog
      ref={dialog}
      class="card"
      aria-labelledby="card-title"
      onCancel={(event) => {
        event.preventDefault()
        close()
      }}
      closedby="any"
    >
      <div class="card-body">
        <header>
          <h2 id="card-title">{figure.title}</h2>
          <button type="button" class="card-close" onClick={close}>
            Close
          </button>
        </header>
        <p>{figure.about}</p>
        <p class="card-value">{valueWords(figure.value)}</p>
        <p class="muted">
          {figure.basis !== '' && `${figure.basis}. `}
          {share !== null && share.n >= LEAST_CASES && `80 % interval: ${interval(share)}. `}
          {share !== null && share.n < LEAST_CASES && `So far ${count(share.n)} cases; a share needs ${LEAST_CASES}.`}
        </p>
        <p class="muted">
          {scope}. {leftOut !== '' && `Left out: ${leftOut}.`}
        </p>
        {figure.metrics.length > 0 && (
          <Answered answer={definitions}>{(data) => <Made definitions={data} names={figure.metrics} />}</Answered>
        )}
      </div>
    </dialog>
  )
}

function Made({ definitions, names }: { readonly definitions: Definitions; readonly names: readonly string[] }) {
  const made = definitions.metrics.filter(({ name }) => names.includes(name))
  return (
    <>
      {made.map((metric) => (
        <section key={metric.name} class="definition">
          <h3>{metric.title}</h3>
          <p>{metric.definition}</p>
          <dl>
            <dt>Counted among</dt>
            <dd>{metric.opportunities}</dd>
            {metric.excludes !== '' && (
              <>
                <dt>Does not count</dt>
                <dd>{metric.excludes}</dd>
              </>
            )}
          </dl>
        </section>
      ))}
      <p class="muted">
        It describes what happened; nobody has tested whether it goes with winning. Formulas{' '}
        {definitions.formula_version}.
      </p>
    </>
  )
}
