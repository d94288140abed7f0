import type { ComponentChildren } from 'preact'
import { readableText } from '../../../../format/file-text.ts'
import { PlayerLink } from '../../../names/player-link.tsx'
import { FigureValue } from '../../../numbers/figure-value.tsx'
import type { Evening } from './evening-panels.tsx'
import { type Moment, momentFigures } from './moment-figures.ts'

/** What an engineer did at the end of his way; other words of a file are shown as they are. */
const ACTIONS: Readonly<Record<string, string>> = {
  dynamite_plant: 'planted dynamite at',
  dynamite_defuse: 'defused dynamite at',
  construction_complete: 'built',
  objective_destroyed: 'destroyed',
}

/** What happened in a moment, in a sentence with its numbers. */
export function MomentSentence({ moment, evening }: { readonly moment: Moment; readonly evening: Evening }) {
  const { kind, player, others, enemies, damage, action, object } = moment
  const who = <People places={[player]} moment={moment} evening={evening} />
  const others_ = <People places={others} moment={moment} evening={evening} />
  const time = <FigureValue figure={momentFigures.time(moment)} />
  const size = <FigureValue figure={momentFigures.size(moment)} />
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
    return (
      <>
        {who} killed <People places={others.slice(-1)} moment={moment} evening={evening} />, and {size} deaths answered
        in turn, by <People places={others.slice(0, -1)} moment={moment} evening={evening} />, within {time}
      </>
    )
  }
  if (kind === 'escape') {
    return (
      <>
        {who} got away from {others_} over {size} in {time}
        {damage !== null && (
          <>
            , with <FigureValue figure={momentFigures.damage(moment, damage)} /> damage taken
          </>
        )}
      </>
    )
  }
  if (kind === 'carry') {
    return (
      <>
        {who} carried the objective over {size} in {time} and delivered it
      </>
    )
  }
  return (
    <>
      {who} {ACTIONS[action ?? ''] ?? action?.replaceAll('_', ' ')} {readableText(object ?? '')} after a way of {size}
      {enemies !== null && enemies > 0 && (
        <>
          , <FigureValue figure={momentFigures.enemies(moment, enemies)} /> near
        </>
      )}
    </>
  )
}

interface PeopleProps {
  readonly places: readonly number[]
  readonly moment: Moment
  readonly evening: Evening
}

/** Names with commas between them; who stands there twice is named once, with how often. */
function People({ places, moment, evening }: PeopleProps): ComponentChildren {
  const different = [...Map.groupBy(places, (place) => place)]
  return different.map(([place, times], at) => {
    const person = evening.people[place]
    return (
      <span key={place}>
        {at > 0 && (at === different.length - 1 ? ' and ' : ', ')}
        {person !== undefined && <PlayerLink {...person} />}
        {person !== undefined && times.length > 1 && (
          <>
            {' '}
            <FigureValue figure={momentFigures.times(moment, person, times.length)} />
          </>
        )}
      </span>
    )
  })
}
