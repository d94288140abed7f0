import type { EveningsAddress } from '../../address.ts'
import { Answered } from '../../answer/answered.tsx'
import type { Answer } from '../../answer/use-answer.ts'
import { useNavigation } from '../../navigation.tsx'
import { PageTitle } from '../../page-title.tsx'
import { isEmpty, isEverything } from '../../scope/scope.ts'
import { PageOfSessions } from '../../scope/scoped-page.tsx'
import { roundsLeftOut } from '../../scope/words.ts'
import type { Status } from '../status/status.ts'
import { DuoList } from './duo-list.tsx'
import { EveningPanels } from './evening/evening-panels.tsx'
import { FirstSteps } from './first-steps.tsx'
import { NoRounds } from './no-rounds.tsx'
import { NothingCounts } from './nothing-counts.tsx'
import { OpenedRoundPanels } from './opened/opened-round.tsx'
import { OtherEvenings } from './other/other-evenings.tsx'
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
  const { sessions, evening, summary, trades, rounds, opened } = useEvenings(address)

  const start = round_id === null ? sessions : opened
  if (isEmpty(scope)) return <Start answer={start} />

  const ofEvening = evening.state === 'here' ? evening.data.rounds.toReversed() : []
  const listed = rounds.state === 'here' ? rounds.data.pages.flatMap((page) => page.rounds) : ofEvening
  const excluded = summary.state === 'here' ? summary.data.excluded : undefined
  const left = excluded === undefined ? '' : roundsLeftOut(excluded)
  const noneCounts = summary.state === 'here' && summary.data.sample_rounds === 0
  const isEvening = evening.state !== 'none'
  const hasNone = isEvening ? noneCounts && left === '' : rounds.state === 'here' && listed.length === 0
  if (hasNone && isEverything(scope)) {
    return (
      <>
        <PageTitle title="No rounds yet" isHidden />
        <FirstSteps status={status} />
      </>
    )
  }

  const happened = <WhatHappened summary={summary} trades={trades} />
  return (
    <PageOfSessions
      scope={scope}
      excluded={excluded}
      place={round_id}
      sessions={sessions}
      evening={evening.state === 'here' ? evening.data : null}
      rounds={listed}
      opened={opened.state === 'here' ? opened.data : null}
      change={(to) => go({ ...address, ...to })}
    >
      {hasNone && <NoRounds scope={scope} />}
      {noneCounts && left !== '' && <NothingCounts leftOut={left} />}
      {isEvening && !hasNone && <EveningPanels evening={evening} happened={noneCounts ? null : happened} />}
      {!isEvening && !hasNone && !noneCounts && (
        <div class="columns columns-main">
          {happened}
          <DuoList summary={summary} scope={scope} />
        </div>
      )}
      {!isEvening && round_id === null && !hasNone && <RoundsTable rounds={rounds} scope={scope} />}
      {round_id !== null && <OpenedRoundPanels round={opened} />}
      {isEvening && <OtherEvenings address={address} sessions={sessions} />}
    </PageOfSessions>
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
