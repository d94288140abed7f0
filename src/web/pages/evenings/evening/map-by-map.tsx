import { readableText } from '../../../../format/file-text.ts'
import { Link } from '../../../navigation.tsx'
import { FigureValue } from '../../../numbers/figure-value.tsx'
import { RoundEnded } from '../../../round/round-ended.tsx'
import { problemsFigure, toBeatFigure } from '../../../round/round-figures.ts'
import { type Ended, toldEnd } from '../../../round/round-words.ts'
import { SIDES } from '../../../round/sections.ts'
import { SideMark } from '../../../round/side-mark.tsx'
import { clock } from '../../../when.ts'
import { exclusionWords } from '../round-words.ts'
import type { Evening } from './evening-panels.tsx'
import { scoreFigure } from './team-figures.ts'
import { lineUpName, resultWords, scoreWords, TEAMS } from './team-words.ts'
import { TimeBar } from './time-bar.tsx'

type EveningRound = Evening['rounds'][number]
type Play = Evening['plays'][number]

/** The maps in the order of play, each with its rounds: how they ended, how long they took, who was on which side. */
export function MapByMap({ evening }: { readonly evening: Evening }) {
  const { plays, rounds, line_ups } = evening
  const score = (at: number) => {
    const lineUp = line_ups[at]
    return lineUp !== undefined && scoreWords(lineUp) !== '' && <FigureValue figure={scoreFigure(lineUp, at)} />
  }
  const isTold = rounds.some(({ outcome }) => outcome !== null)
  return (
    <>
      {line_ups.length === 1 && score(0) && <p class="score">{score(0)}</p>}
      <ol class="plays">
        {plays.map((play, at) => {
          const isNew = line_ups.length > 1 && play.line_up !== null && play.line_up !== plays[at - 1]?.line_up
          const own = rounds.filter(({ id }) => [play.first, play.second, ...play.broken_off].includes(id))
          return (
            <li key={own[0]?.id}>
              {isNew && (
                <p class="new-line-up">
                  <span class="muted">{lineUpName(play.line_up ?? 0)}</span> {score(play.line_up ?? 0)}
                </p>
              )}
              <PlayedMap play={play} rounds={own} isTold={isTold} />
            </li>
          )
        })}
      </ol>
      {!isTold && (
        <p class="remark muted">
          Outcome not captured: the tracker of these files does not write who won. Nothing is guessed from the clock.
        </p>
      )}
    </>
  )
}

interface PlayedMapProps {
  readonly play: Play
  readonly rounds: readonly EveningRound[]
  /** False where no round of the evening tells how it ended, which then is said once. */
  readonly isTold: boolean
}

function PlayedMap({ play, rounds, isTold }: PlayedMapProps) {
  const started = rounds[0]?.started_unix ?? null
  const longest_ms = Math.max(...rounds.map(({ outcome, duration_ms }) => limitOf(outcome) ?? duration_ms ?? 0), 1)
  return (
    <>
      <header class="play-head">
        <h3>{readableText(play.map_name)}</h3>
        <time class="muted">{started === null ? '' : clock(started)}</time>
        {isTold && <strong class={play.won_by === null ? 'muted' : undefined}>{resultWords(play)}</strong>}
      </header>
      <ul class="play-rounds">
        {rounds.map((round) => (
          <li key={round.id}>
            <RoundEnd round={round} longest_ms={longest_ms} isSure={play.pairing !== 'unsure'} isTold={isTold} />
          </li>
        ))}
      </ul>
    </>
  )
}

function limitOf(outcome: EveningRound['outcome']): number | null {
  return outcome && Math.max(outcome.duration_ms, outcome.time_limit_ms ?? 0)
}

interface RoundEndProps {
  readonly round: EveningRound
  /** What the full width of its bar stands for. */
  readonly longest_ms: number
  /** False where the files may call both rounds the first. */
  readonly isSure: boolean
  readonly isTold: boolean
}

function RoundEnd({ round, longest_ms, isSure, isTold }: RoundEndProps) {
  const { id, round_number, outcome, duration_ms, axis_team, state, problem_count } = round
  const reason = exclusionWords(round)
  const name = `Round ${round_number}${isSure ? '' : '?'}`
  const played_ms = outcome?.duration_ms ?? duration_ms
  const played: Ended = { before: '', length_ms: played_ms, after: played_ms === null ? '' : ' played' }
  // a round that was broken off had no chance to
  const to_beat_ms = outcome?.held === null ? null : (outcome?.time_to_beat_ms ?? null)
  return (
    <>
      {state === 'imported' ? <Link to={{ page: 'round', id, player: null }}>{name}</Link> : <span>{name}</span>}
      <span class="play-sides">
        {axis_team !== null &&
          SIDES.map((side) => (
            <span key={side}>
              <SideMark team={side} />
              {TEAMS[(side === 'AXIS' ? axis_team : 1 - axis_team) as 0 | 1]}
              <span class="visually-hidden"> on {side === 'AXIS' ? 'Axis' : 'Allies'} </span>
            </span>
          ))}
      </span>
      <TimeBar
        played_ms={played_ms ?? 0}
        to_beat_ms={to_beat_ms}
        longest_ms={longest_ms}
        winner_team={outcome?.winner_team ?? null}
      />
      <span class="play-words">
        <RoundEnded round={round} ended={outcome === null ? played : toldEnd(outcome)} />
        {outcome === null && isTold && reason === null && <span class="muted">, outcome not captured</span>}
        {to_beat_ms !== null && (
          <span class="muted">
            , <FigureValue figure={toBeatFigure(round, to_beat_ms)} /> to beat
          </span>
        )}
        {reason !== null && <span class="warn"> left out: {reason}</span>}
        {problem_count > 0 && reason === null && (
          <span class="warn">
            , <FigureValue figure={problemsFigure(round)} />
          </span>
        )}
      </span>
    </>
  )
}
