import type { ComponentChildren } from 'preact'
import type { ReplyAt } from '../../../../contract/client.ts'
import { Answered } from '../../../answer/answered.tsx'
import type { Answer } from '../../../answer/use-answer.ts'
import { FigureValue } from '../../../numbers/figure-value.tsx'
import { Panel } from '../../../panel.tsx'
import { zone } from '../../../when.ts'
import { BestPair } from './best-pair.tsx'
import './evening.css'
import { LineUps } from './line-ups.tsx'
import { MapByMap } from './map-by-map.tsx'
import { MomentsList } from './moments-list.tsx'
import { MostTraded } from './most-traded.tsx'
import { mapsFigure } from './team-figures.ts'

export type Evening = ReplyAt<'/api/proximity/sessions/:id'>

interface EveningPanelsProps {
  readonly evening: Answer<Evening>
  /** The figures of the evening; null where nothing counts. */
  readonly happened: ComponentChildren
}

/** One evening: who won, who played with whom, what to look at, who worked together. */
export function EveningPanels({ evening, happened }: EveningPanelsProps) {
  const counts = happened !== null
  return (
    <>
      <div class="columns columns-main">
        <div class="columns">
          <Panel title="Map by map" aside={evening.state === 'here' ? <Aside evening={evening.data} /> : undefined}>
            <Answered answer={evening} lines={14}>
              {(data) => <MapByMap evening={data} />}
            </Answered>
          </Panel>
          {counts && (
            <Panel title="Line-ups">
              <Answered answer={evening} lines={6}>
                {(data) => <LineUps evening={data} />}
              </Answered>
            </Panel>
          )}
        </div>
        <div class="columns">
          {counts && (
            <Panel title="Worth a look">
              <Answered answer={evening} lines={10}>
                {(data) => <MomentsList evening={data} />}
              </Answered>
            </Panel>
          )}
          {counts && (
            <Panel title="Best pair">
              <Answered answer={evening} lines={3}>
                {(data) => <BestPair evening={data} />}
              </Answered>
            </Panel>
          )}
          {counts && (
            <Panel title="Most traded">
              <Answered answer={evening} lines={2}>
                {(data) => <MostTraded evening={data} />}
              </Answered>
            </Panel>
          )}
        </div>
      </div>
      {happened}
    </>
  )
}

function Aside({ evening }: { readonly evening: Evening }) {
  return (
    <>
      <FigureValue figure={mapsFigure(evening)} />, times of {zone(evening.start_unix)}
    </>
  )
}
