import { readableText } from '../../../../format/file-text.ts'
import { Link } from '../../../navigation.tsx'
import { FigureValue } from '../../../numbers/figure-value.tsx'
import { clockText } from '../../../round/clock.ts'
import type { Evening } from './evening-panels.tsx'
import { KINDS, type Moment, momentFigures } from './moment-figures.ts'
import { MomentSentence } from './moment-sentence.tsx'

/** Up to five moments, each with why it stands here and the way into its replay. */
export function MomentsList({ evening }: { readonly evening: Evening }) {
  const { moments, moments_missing, moment_cases, rounds } = evening
  const counted = rounds.filter(({ exclusion, state }) => exclusion === null && state === 'imported').length
  const missing = moments_missing.map(({ kind, rounds: without }) => {
    return without === counted ? KINDS[kind].cases : `${KINDS[kind].cases} (${without} of ${counted} rounds)`
  })
  return (
    <>
      {moments.length === 0 && <p class="empty">Nothing stood out.</p>}
      <ol class="moments">
        {moments.map((moment) => (
          <li key={`${moment.round_id} ${moment.kind} ${moment.start_ms} ${moment.player}`}>
            <OneMoment moment={moment} evening={evening} />
          </li>
        ))}
      </ol>
      <p class="remark muted">
        The least expected of{' '}
        <FigureValue
          figure={{
            id: 'moments',
            title: 'Moments worth looking at',
            about: 'So many runs, chains, escapes and ways of the evening were compared, each with its own kind.',
            metrics: ['moments'],
            basis: '',
            value: { kind: 'count', count: moment_cases },
          }}
        />{' '}
        cases, at most two of a kind.
        {missing.length > 0 && ` Not captured: ${missing.join(', ')}.`}
      </p>
    </>
  )
}

function OneMoment({ moment, evening }: { readonly moment: Moment; readonly evening: Evening }) {
  const { kind, round_id, start_ms, player } = moment
  const round = evening.rounds.find(({ id }) => id === round_id)
  const where = round === undefined ? '' : `${readableText(round.map_name)}, round ${round.round_number}`
  // a whole second: the moment itself is then still to come
  const t_ms = Math.floor(start_ms / 1000) * 1000
  return (
    <>
      <p class="moment-head">
        <strong>{KINDS[kind].title}</strong>
        <Link
          to={{
            page: 'replay',
            id: round_id,
            t_ms,
            view: null,
            fight: null,
            player: evening.people[player]?.guid || null,
          }}
        >
          {clockText(start_ms)} <span class="visually-hidden">in the replay of </span>
          {where}
        </Link>
      </p>
      <p>
        <MomentSentence moment={moment} evening={evening} />.
      </p>
      <p class="muted moment-why">
        <Why moment={moment} />
      </p>
    </>
  )
}

/** Why a moment stands here: which of its kind it is. */
function Why({ moment }: { readonly moment: Moment }) {
  const { kind, as_large, cases } = moment
  const noun = KINDS[kind].cases
  if (cases === 1) return <>The only one of the evening.</>
  const rank = <FigureValue figure={momentFigures.rank(moment)} />
  return as_large === 1 ? (
    <>
      The longest: {rank} {noun}.
    </>
  ) : (
    <>
      Among the longest: {rank} {noun}.
    </>
  )
}
