import type { ComponentChildren } from 'preact'
import { readableText } from '../../format/file-text.ts'
import { PlayerName } from '../names/player-name.tsx'
import { span } from '../when.ts'
import type { Death } from './deaths.ts'
import type { Moment } from './moments.ts'
import type { Round } from './use-round.ts'

interface MomentWordsProps {
  readonly round: Round
  readonly moment: Moment
}

/** One moment in a sentence. */
export function MomentWords({ round, moment }: MomentWordsProps) {
  const name = (player: number | null) => <Name round={round} player={player} />
  if (moment.kind === 'death') return <DeathWords death={moment.death} name={name} />
  if (moment.kind === 'revive') {
    if (moment.medic === null) return <>{name(moment.revived)} was revived</>
    return (
      <>
        {name(moment.medic)} revived {name(moment.revived)}
      </>
    )
  }
  if (moment.kind === 'crossfire') {
    return (
      <>
        {moment.attackers.map((player, at) => (
          <span key={player}>
            {at > 0 && ', '}
            {name(player)}
          </span>
        ))}{' '}
        caught {name(moment.target)} in a crossfire
      </>
    )
  }
  if (moment.kind === 'pause') return <>The game stood still for {span(moment.duration_ms)}</>
  const { player, words, object } = moment.event
  if (player === null) return <>{readableText(`${words} ${object}`.trim())}</>
  return (
    <>
      {name(player)} {words} {readableText(object)}
    </>
  )
}

interface DeathWordsProps {
  readonly death: Death
  readonly name: (player: number | null) => ComponentChildren
}

function DeathWords({ death: { victim, killer, cause }, name }: DeathWordsProps) {
  if (cause === 'suicide') return <>{name(victim)} died by their own hand</>
  if (cause === 'team_switch') return <>{name(victim)} changed sides</>
  if (cause === 'world') return <>{name(victim)} fell, drowned or was crushed</>
  const isMate = cause === 'team_kill'
  if (killer !== null) {
    return (
      <>
        {name(killer)} killed {isMate && 'their mate '}
        {name(victim)}
      </>
    )
  }
  if (isMate) return <>{name(victim)} was killed by a mate</>
  return (
    <>
      {name(victim)} {cause === 'kill' ? 'was killed' : 'died'}
    </>
  )
}

interface NameProps {
  readonly round: Round
  readonly player: number | null
}

/** The name of one of the round's players. */
export function Name({ round, player }: NameProps) {
  const known = player === null ? undefined : round.players[player]
  return known === undefined ? <>somebody</> : <PlayerName name={known.name} guid={known.guid} />
}
