import { Mark } from '../../../mark.tsx'
import { FigureValue } from '../../../numbers/figure-value.tsx'
import { STATE_WORDS, sectionWords } from '../../../sensor-words.ts'
import type { OpenedRound } from './opened-round.tsx'
import { notUnderstoodFigure, type Sensor, SILENT_STATES, sensorsOf, takenFigure } from './sensors.ts'

/** What each sensor of the tracker recorded in this round, and which recorded nothing and why. */
export function Capture({ round }: { readonly round: OpenedRound }) {
  const sensors = sensorsOf(round)
  const silent = sensors.filter(({ state, lines }) => state !== 'on' && lines === null)
  return (
    <div class="columns columns-main">
      <SensorTable sensors={sensors.filter((sensor) => !silent.includes(sensor))} />
      <div class="silent">
        {SILENT_STATES.map((state) => (
          <Silent key={state} state={state} sensors={silent.filter((sensor) => sensor.state === state)} />
        ))}
      </div>
    </div>
  )
}

interface SilentProps {
  readonly state: (typeof SILENT_STATES)[number]
  readonly sensors: readonly Sensor[]
}

function Silent({ state, sensors }: SilentProps) {
  if (sensors.length === 0) return null
  const { mark, words, about } = STATE_WORDS[state]
  return (
    <section>
      <h3 class={`state sensor-${state}`}>
        <Mark kind={mark} />
        {sectionWords(words)}
      </h3>
      <p class="muted">{about}</p>
      <p>{sensors.map(({ name }) => sectionWords(name)).join(', ')}</p>
    </section>
  )
}

function SensorTable({ sensors }: { readonly sensors: readonly Sensor[] }) {
  return (
    <table class="sensors">
      <thead>
        <tr>
          <th scope="col">Section</th>
          <th scope="col">Sensor</th>
          <th scope="col" class="number">
            Lines taken
          </th>
          <th scope="col" class="number">
            Not understood
          </th>
        </tr>
      </thead>
      <tbody>
        {sensors.map((sensor) => (
          <tr key={sensor.name}>
            <th scope="row">{sectionWords(sensor.name)}</th>
            <td>
              <span class={`state sensor-${sensor.state}`}>
                <Mark kind={STATE_WORDS[sensor.state].mark} />
                {STATE_WORDS[sensor.state].words}
              </span>
            </td>
            <td class="number">
              <FigureValue figure={takenFigure(sensor)} isShort />
            </td>
            <td class={sensor.lines?.reported ? 'number warn' : 'number'}>
              <FigureValue figure={notUnderstoodFigure(sensor)} isShort />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
