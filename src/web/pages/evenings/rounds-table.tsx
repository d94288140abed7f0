import type { ReplyAt } from '../../../contract/client.ts'
import { readableText } from '../../../format/file-text.ts'
import { Answered } from '../../answer/answered.tsx'
import type { Answer } from '../../answer/use-answer.ts'
import type { Pages } from '../../answer/use-pages.ts'
import { Mark } from '../../mark.tsx'
import { More } from '../../more.tsx'
import { Link } from '../../navigation.tsx'
import { FigureValue } from '../../numbers/figure-value.tsx'
import { Panel } from '../../panel.tsx'
import { fightsFigure, lengthFigure, problemsFigure } from '../../round/round-figures.ts'
import { WhoWasThere } from '../../round/who-was-there.tsx'
import type { Scope } from '../../scope/scope.ts'
import { clock, day, zone } from '../../when.ts'
import { completenessWords, exclusionWords, type ListedRound } from './round-words.ts'

type Rounds = Pages<ReplyAt<'/api/proximity/rounds'>>

/** The rounds of the scope, also those that do not count; each leads to itself. */
export function RoundsTable({ rounds, scope }: { readonly rounds: Answer<Rounds>; readonly scope: Scope }) {
  return (
    <Panel title="Rounds" aside={rounds.state === 'here' ? asideOf(rounds.data) : undefined}>
      <Answered answer={rounds} lines={8}>
        {({ pages, ...rest }) => (
          <>
            <RoundRows rounds={pages.flatMap((page) => page.rounds)} scope={scope} />
            <More {...rest} noun="rounds" />
          </>
        )}
      </Answered>
    </Panel>
  )
}

function RoundRows({ rounds, scope }: { readonly rounds: readonly ListedRound[]; readonly scope: Scope }) {
  const hasReasons = rounds.some((round) => exclusionWords(round) !== null)
  return (
    <table class={scope.session_id === null ? 'rounds' : 'rounds of-evening'}>
      <thead>
        <tr>
          <th scope="col">Round</th>
          <th scope="col">Start</th>
          <th scope="col" class="number">
            Length
          </th>
          <th scope="col" class="number">
            Players
          </th>
          <th scope="col" class="number">
            Fights
          </th>
          <th scope="col" class="cell-file">
            File
          </th>
          {hasReasons && <th scope="col">Left out because</th>}
        </tr>
      </thead>
      <tbody>
        {rounds.map((round) => (
          <RoundRow key={round.id} round={round} hasReasons={hasReasons} />
        ))}
      </tbody>
    </table>
  )
}

interface RoundRowProps {
  readonly round: ListedRound
  readonly hasReasons: boolean
}

function asideOf({ pages }: Rounds) {
  const newest = pages[0]?.rounds.find(({ started_unix }) => started_unix !== null)
  return newest?.started_unix == null ? undefined : `times of ${zone(newest.started_unix)}`
}

function RoundRow({ round, hasReasons }: RoundRowProps) {
  const reason = exclusionWords(round)
  const name = (
    <>
      {readableText(round.map_name)} <span class="muted">round {round.round_number}</span>
    </>
  )
  return (
    <tr class={reason === null ? undefined : 'left-out'}>
      <th scope="row" class="cell-round">
        {round.state === 'imported' ? (
          <Link to={{ page: 'round', id: round.id, player: null }} class="row-link">
            {name}
          </Link>
        ) : (
          name
        )}
      </th>
      <td class="cell-start">
        <Start round={round} />
      </td>
      <td class="number cell-length">
        <FigureValue figure={lengthFigure(round, round.duration_ms)} />
      </td>
      <td class="number cell-players">
        <WhoWasThere round={round} played={round} words={<span class="on-phone"> players</span>} />
      </td>
      <td class="number cell-fights">
        <FigureValue figure={fightsFigure(round, round.fights)} />
        <span class="on-phone muted"> fights</span>
      </td>
      <td class="cell-file">
        <FileState round={round} />
      </td>
      {hasReasons && <td class="cell-reason">{reason}</td>}
    </tr>
  )
}

function Start({ round }: { readonly round: ListedRound }) {
  const unix = round.started_unix ?? round.round_start_unix
  if (unix === null) return <>unknown</>
  return (
    <time>
      <span class="cell-day">{day(unix)}, </span>
      {round.start_source === 'file_name' && 'about '}
      {clock(unix)}
    </time>
  )
}

function FileState({ round }: { readonly round: ListedRound }) {
  const { mark, words } = completenessWords(round.completeness)
  return (
    <span class="state">
      <Mark kind={mark} />
      <span>
        {words}
        {round.problem_count > 0 && (
          <span class="warn">
            , <FigureValue figure={problemsFigure(round)} />
          </span>
        )}
      </span>
    </span>
  )
}
