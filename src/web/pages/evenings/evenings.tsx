import type { EveningsAddress } from '../../address.ts'
import { Answered } from '../../answer/answered.tsx'
import type { Answer } from '../../answer/use-answer.ts'
import { useNavigation } from '../../navigation.tsx'
import { Explained } from '../../numbers/explained.tsx'
import { PageTitle } from '../../page-title.tsx'
import { isEmpty, isEverything } from '../../scope/scope.ts'
import { ScopeLine } from '../../scope/scope-line.tsx'
import { roundsLeftOut, scopeWords } from '../../scope/words.ts'
import type { Status } from '../status/status.ts'
import { DuoList } from './duo-list.tsx'
import { FirstSteps } from './first-steps.tsx'
import { NoRounds } from './no-rounds.tsx'
import { NothingCounts } from './nothing-counts.tsx'
import { OpenedRoundPanels } from './opened/opened-round.tsx'
import { RoundsTable } from './rounds-table.tsx'
import { useEvenings } from './use-evenings.ts'
import { WhatHappened } from './what-happened.tsx'

interface EveningsProps {
  readonly address: EveningsAddress
  readonly status: Answer<Status>
}

/** What happened in an evening, or in any other choice of rounds. */
export function Evenings({ address, status }: EveningsProps) {
  const { scope, round_id } = address
  const { go } = useNavigation()
  const { evenings, summary, trades, rounds, opened } = useEvenings(address)

  const start = round_id === null ? evenings : opened
  if (isEmpty(scope)) return <Start answer={start} />

  const sessions = evenings.state === 'here' ? evenings.data.sessions : []
  const listed = rounds.state === 'here' ? rounds.data.pages.flatMap((page) => page.rounds) : []
  const hasNone = rounds.state === 'here' && listed.length === 0
  if (hasNone && isEverything(scope)) {
    return (
      <>
        <PageTitle title="No rounds yet" isHidden />
        <FirstSteps status={status} />
      </>
    )
  }

  const words = scopeWords(scope, sessions)
  const left = summary.state === 'here' ? roundsLeftOut(summary.data.excluded) : ''
  const nothingCounts = left !== '' && summary.state === 'here' && summary.data.sample_rounds === 0
  return (
    <Explained scope={words} leftOut={left} rounds={{ page: 'evenings', scope, round_id: null }}>
      <PageTitle title={words} isHidden place={round_id} />
      <ScopeLine
        scope={scope}
        opened={opened.state === 'here' ? opened.data : null}
        evenings={evenings.state === 'here' ? { state: 'here', data: sessions } : evenings}
        rounds={listed}
        leftOut={left}
        change={(to) => go({ ...address, ...to })}
      />
      {hasNone && <NoRounds scope={scope} />}
      {nothingCounts && <NothingCounts leftOut={left} />}
      {!hasNone && !nothingCounts && (
        <div class="columns columns-main">
          <WhatHappened summary={summary} trades={trades} />
          <DuoList summary={summary} />
        </div>
      )}
      {round_id === null && !hasNone && <RoundsTable rounds={rounds} scope={scope} />}
      {round_id !== null && <OpenedRoundPanels round={opened} />}
    </Explained>
  )
}

/** Until it is known with which rounds to begin, which is soon after the answer. */
function Start({ answer }: { readonly answer: Answer<unknown> }) {
  return (
    <>
      <PageTitle title="Evenings" isHidden />
      <div class="panel">
        <Answered answer={answer.state === 'failed' ? answer : { state: 'loading' }} lines={12}>
          {() => null}
        </Answered>
      </div>
    </>
  )
}
