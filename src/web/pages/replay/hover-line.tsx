import { classWords } from '../../names/class-words.ts'
import { PlayerName } from '../../names/player-name.tsx'
import type { Shown } from './snapshot.ts'
import { weaponName } from './weapons.ts'

/** Who is under the pointer. */
export function HoverLine({ actor: shown }: { readonly actor: Shown | null }) {
  if (shown === null || shown.place.state === 'away') return null
  const { actor, place, player_class } = shown
  const weapon = weaponName(place.weapon)
  return (
    <p class="replay-hover">
      <PlayerName name={actor.name} guid={actor.guid} />, {classWords(player_class)}
      {weapon !== '' && `, ${weapon}`}, {place.health} health
    </p>
  )
}
