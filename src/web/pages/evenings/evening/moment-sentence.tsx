import type { ComponentChildren } from 'preact'
import { readableText } from '../../../../format/file-text.ts'
import { PlayerLink } from '../../../names/player-link.tsx'
import { count, counted } from '../../../numbers/format.ts'
import type { Evening } from './evening-panels.tsx'

export type Moment = Evening['moments'][number]

/** What an engineer did at the end of his way; other words of a file are shown as they are. */
const ACTIONS: Readonly<Record<string, string>> = {
  dynamite_plant: 'planted dynamite at',
  dynamite_defuse: 'defused dynamite at',
  construction_complete: 'built',
  objective_destroyed: 'destroyed',
}

/** What happened in a moment, in a sentence with its numbers. */
export function MomentSentence({ moment, evening }: { readonly moment: Moment; readonly evening: Evening }) {
  const { kind, player, others, size, enemies, damage, action, object } = moment
  const who = <People places={[player]} evening={evening} />
  const others_ = <People places={others} evening={evening} />
  const time = seconds(moment)
  const way = counted(Math.round(size), 'unit')
  if (kind === 'kill_run') {
    return (
      <>
        {who} killed {others_} within {time}
      </>
    )
  }
  if (kind === 'revive_chain') {
    return (
      <>
        {who} revived {others_} within {time}
      </>
    )
  }
  if (kind === 'trade_chain') {
    const victim = others.slice(-1)
    return (
      <>
        {who} killed <People places={victim} evening={evening} />, and {count(size - 1)} deaths answered in turn, by{' '}
        <People places={others.slice(0, -1)} evening={evening} />, within {time}
      </>
    )
  }
  if (kind === 'escape') {
    return (
      <>
        {who} got away from {others_} over {way} in {time}
        {damage !== null && `, with ${count(damage)} damage taken`}
      </>
    )
  }
  if (kind === 'carry') {
    return (
      <>
        {who} carried the objective over {way} in {time} and delivered it
      </>
    )
  }
  return (
    <>
      {who} {ACTIONS[action ?? ''] ?? action?.replaceAll('_', ' ')} {readableText(object ?? '')} after a way of {way}
      {enemies !== null && enemies > 0 && `, ${counted(enemies, 'enemy', 'enemies')} near`}
    </>
  )
}

interface PeopleProps {
  readonly places: readonly number[]
  readonly evening: Evening
}

/** Names with commas between them; who stands there twice is named once, with how often. */
function People({ places, evening }: PeopleProps): ComponentChildren {
  const different = [...Map.groupBy(places, (place) => place)]
  return different.map(([place, times], at) => {
    const person = evening.people[place]
    return (
      <span key={place}>
        {at > 0 && (at === different.length - 1 ? ' and ' : ', ')}
        {person !== undefined && <PlayerLink {...person} />}
        {times.length > 1 && ` (${times.length})`}
      </span>
    )
  })
}

function seconds({ start_ms, end_ms }: Moment): string {
  return `${((end_ms - start_ms) / 1000).toFixed(1)}\u00a0s`
}
