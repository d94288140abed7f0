import type { ReplyAt } from '../../../contract/client.ts'
import { Answered } from '../../answer/answered.tsx'
import type { Answer } from '../../answer/use-answer.ts'
import type { Figure } from '../../numbers/figure.ts'
import { FigureValue } from '../../numbers/figure-value.tsx'
import { ShareBar } from '../../numbers/share-bar.tsx'
import { SmallPrint } from '../../numbers/small-print.tsx'
import { Panel } from '../../panel.tsx'
import { partsLeftOut } from '../../scope/words.ts'
import { counts, fightShares, mateShares } from './figures.ts'

interface WhatHappenedProps {
  readonly summary: Answer<ReplyAt<'/api/proximity/summary'>>
  readonly trades: Answer<ReplyAt<'/api/proximity/trades/summary'>>
}

/** The key figures of the scope. */
export function WhatHappened({ summary, trades }: WhatHappenedProps) {
  const nothing = (data: ReplyAt<'/api/proximity/summary'>) =>
    data.sample_rounds === 0 ? 'No round of this choice counts, so there is nothing to sum up.' : null
  return (
    <Panel title="What happened" class="happened">
      <Answered answer={summary} empty={nothing} lines={6}>
        {(data) => (
          <>
            <ul class="counts">
              {counts(data).map((figure) => (
                <li key={figure.id}>
                  <FigureValue figure={figure} />
                  <span class="muted">{nounOf(figure)}</span>
                </li>
              ))}
            </ul>
            <Shares figures={fightShares(data)} />
            <Answered answer={trades} lines={3}>
              {(mates) => <Shares figures={mateShares(mates)} />}
            </Answered>
            <Remark left={partsLeftOut(data.excluded)} />
          </>
        )}
      </Answered>
    </Panel>
  )
}

function nounOf({ title, value }: Figure): string {
  const many = title.toLowerCase()
  return value.kind === 'count' && value.count === 1 ? many.replace(/s$/, '') : many
}

function hasNumber({ value }: Figure): boolean {
  return value.kind === 'share' || value.kind === 'part'
}

function Shares({ figures }: { readonly figures: readonly Figure[] }) {
  return (
    <ul class="shares">
      {figures.map((figure) => (
        <li key={figure.id}>
          <span class="share-title">{figure.title}</span>
          <FigureValue figure={figure} />
          <ShareBar value={figure.value} />
          <SmallPrint of={figure} class="share-basis">
            {hasNumber(figure) ? figure.basis : ''}
          </SmallPrint>
        </li>
      ))}
    </ul>
  )
}

function Remark({ left }: { readonly left: string }) {
  return (
    <p class="remark muted">The bands are 80 % intervals.{left !== '' && ` Left out of these figures: ${left}.`}</p>
  )
}
