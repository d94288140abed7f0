import type { ReplyAt } from '../../../../contract/client.ts'
import { Answered } from '../../../answer/answered.tsx'
import type { Answer } from '../../../answer/use-answer.ts'
import { Panel } from '../../../panel.tsx'
import { Capture } from './capture.tsx'
import { FileFacts } from './file-facts.tsx'
import { Problems } from './problems.tsx'
import { RoundFacts } from './round-facts.tsx'
import { TrackerSettings } from './tracker-settings.tsx'

export type OpenedRound = ReplyAt<'/api/proximity/rounds/:id'>

/** One round: what is known of it, and what its file holds. */
export function OpenedRoundPanels({ round }: { readonly round: Answer<OpenedRound> }) {
  return (
    <>
      <div class="columns columns-thirds">
        <Panel title="This round">
          <Answered answer={round} lines={7}>
            {(data) => <RoundFacts round={data} />}
          </Answered>
        </Panel>
        <Panel title="Its file">
          <Answered answer={round} lines={7}>
            {(data) => <FileFacts round={data} />}
          </Answered>
        </Panel>
        <Panel title="How the tracker was set">
          <Answered answer={round} lines={7}>
            {(data) => <TrackerSettings round={data} />}
          </Answered>
        </Panel>
      </div>
      <Panel title="What was recorded">
        <Answered answer={round} lines={10}>
          {(data) => <Capture round={data} />}
        </Answered>
      </Panel>
      <Panel title="Problems while reading">
        <Answered
          answer={round}
          empty={(data) => (data.file.problem_count === 0 ? 'None: every line was understood.' : null)}
        >
          {(data) => <Problems file={data.file} />}
        </Answered>
      </Panel>
    </>
  )
}
