import { useLayoutEffect, useRef } from 'preact/hooks'
import { Answered } from '../answer/answered.tsx'
import { Link } from '../navigation.tsx'
import { capturedWords, STATE_WORDS, sectionWords, sensorState } from '../sensor-words.ts'
import type { Basis } from './explained.tsx'
import type { Figure } from './figure.ts'
import { type Definitions, useDefinitions } from './use-definitions.ts'
import { doubtOf, doubtWords, valueWords } from './value-words.ts'

interface CardProps {
  readonly figure: Figure
  readonly basis: Basis
  readonly close: () => void
}

/** What a number is, how it is made and what it rests on. At the right of the page, on a phone at its foot. */
export function Card({ figure, basis, close }: CardProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const { title, about, value, metrics } = figure
  // a later effect would close it when it is gone from the page already, and lose the focus instead of giving it back
  useLayoutEffect(() => {
    const shown = dialog.current
    shown?.showModal()
    return () => shown?.close()
  }, [])
  const rests = [figure.basis && `${figure.basis}.`, doubtWords(value)].filter((words) => words !== '').join(' ')
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
          <h2 id="card-title">{title}</h2>
          <button type="button" class="card-close" onClick={close}>
            Close
          </button>
        </header>
        <p>{about}</p>
        <p class={`card-value figure-${doubtOf(value)}`}>{valueWords(value)}</p>
        {rests !== '' && <p class="muted">{rests}</p>}
        <p class="muted">
          {basis.scope}. {basis.leftOut !== '' && `Left out: ${basis.leftOut}. `}
          <Link to={basis.rounds}>The rounds behind it</Link>
        </p>
        {metrics.length > 0 && <Formulas names={metrics} basis={basis} />}
      </div>
    </dialog>
  )
}

interface FormulasProps {
  readonly names: readonly string[]
  readonly basis: Basis
}

function Formulas({ names, basis }: FormulasProps) {
  const { sensors } = basis
  const definitions = useDefinitions(basis)
  return (
    <Answered answer={definitions}>
      {(data) => (
        <>
          {names
            .flatMap((name) => data.metrics.find((metric) => metric.name === name) ?? [])
            .map((metric) => (
              <Formula
                key={metric.name}
                metric={metric}
                stateOf={(section) =>
                  sensors === undefined
                    ? capturedWords(data.sensors[section], data.rounds)
                    : STATE_WORDS[sensorState(sensors[section])].words
                }
              />
            ))}
          <p class="muted">
            It describes what happened; nobody has tested whether it goes with winning. All formulas:{' '}
            {data.formula_version}.
          </p>
        </>
      )}
    </Answered>
  )
}

interface FormulaProps {
  readonly metric: Definitions['metrics'][number]
  /** What became of the sensor of a section, in words. */
  readonly stateOf: (section: string) => string
}

function Formula({ metric, stateOf }: FormulaProps) {
  const { title, definition, unit, opportunities, excludes, inputs, differs, version } = metric
  const madeFrom = inputs.map((section) => `${sectionWords(section)} (${stateOf(section)})`)
  const lines = [
    ['Counted in', unit],
    ['Out of', opportunities],
    ['Does not count', excludes],
    ['Made from, and its sensor', madeFrom.join(', ')],
    ["The original's number differs", differs ?? ''],
    ['Version of the formula', String(version)],
  ].filter(([, words]) => words !== '')
  return (
    <section class="definition">
      <h3>{title}</h3>
      <p>{definition}</p>
      <dl>
        {lines.map(([name, words]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
