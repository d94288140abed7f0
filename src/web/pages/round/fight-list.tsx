import { useState } from 'preact/hooks'
import type { RoundId } from '../../address.ts'
import { ShowMore } from '../../more.tsx'
import { Link } from '../../navigation.tsx'
import type { Figure } from '../../numbers/figure.ts'
import { FigureValue } from '../../numbers/figure-value.tsx'
import { count } from '../../numbers/format.ts'
import { clockText } from '../../round/clock.ts'
import { type Fight, fightsOf, isIn, shapeOf } from '../../round/fights.ts'
import { Name } from '../../round/moment-words.tsx'
import { SideMark } from '../../round/side-mark.tsx'
import type { Round } from '../../round/use-round.ts'

interface FightListProps {
  readonly id: RoundId
  readonly round: Round
  readonly player: number | null
}

/** Shown before the reader asks for more, and added then. */
const STEP = 12

/** The fights in the order of time, each with the way to its replay. */
export function FightList({ id, round, player }: FightListProps) {
  const [shown, setShown] = useState(STEP)
  const fights = fightsOf(round).filter((fight) => player === null || isIn(fight, player))
  if (fights.length === 0) return <p class="empty">No fights between people.</p>
  return (
    <>
      <ol class="fights">
        {fights.slice(0, shown).map((fight) => (
          <li key={fight.id}>
            <Link
              to={{
                ...{ page: 'replay', id, t_ms: null, fight: fight.id },
                player: round.players[player ?? -1]?.guid ?? null,
              }}
            >
              {clockText(fight.start_time_ms)}
              <span class="visually-hidden"> in the replay</span>
            </Link>
            <FigureValue figure={shapeFigure(fight)} />
            <p>
              <FightWords fight={fight} round={round} />
            </p>
          </li>
        ))}
      </ol>
      {fights.length > shown && (
        <ShowMore show={() => setShown(shown + 4 * STEP)}>Show more of {count(fights.length)} fights</ShowMore>
      )}
    </>
  )
}

function FightWords({ fight, round }: { readonly fight: Fight; readonly round: Round }) {
  const { attackers, target, target_team, cause, killer, outcome, is_crossfire } = fight
  return (
    <>
      {attackers
        .filter(({ team }) => team !== target_team)
        .map(({ player }, i) => (
          <span key={player}>
            {i > 0 && ', '}
            <Name round={round} player={player} />
          </span>
        ))}{' '}
      <span class="muted">on</span> <SideMark team={target_team} />
      <Name round={round} player={target} />
      <span class="muted">
        {': '}
        {cause === 'none' ? (outcome === 'escaped' ? 'escaped' : 'lived') : 'died'}
        {cause !== 'none' && killer !== null && attackers.length > 1 && (
          <>
            {' by '}
            <Name round={round} player={killer} />
          </>
        )}
        , <FigureValue figure={damageFigure(fight)} /> damage{is_crossfire && ', crossfire'}
      </span>
    </>
  )
}

function shapeFigure(fight: Fight): Figure {
  return {
    id: `shape:${fight.id}`,
    title: `Size of the fight at ${clockText(fight.start_time_ms)}`,
    about: 'Enemies who hit the target, against those who stood on his side, himself counted.',
    metrics: ['shape', 'attackers'],
    basis: '',
    value: { kind: 'count', count: fight.num_attackers, write: () => shapeOf(fight) },
  }
}

function damageFigure({ id, start_time_ms, total_damage }: Fight): Figure {
  return {
    id: `damage:${id}`,
    title: `Damage in the fight at ${clockText(start_time_ms)}`,
    about: 'Hit points that enemies took from the target in this fight.',
    metrics: ['damage', 'fights'],
    basis: '',
    value: { kind: 'count', count: total_damage },
  }
}
