import { Link } from '../navigation.tsx'
import { addressOfPlayer } from '../player-address.ts'
import type { Scope } from '../scope/scope.ts'
import { PlayerName } from './player-name.tsx'

interface PlayerLinkProps {
  readonly name: string
  readonly guid: string
  /** Of the page that the link stands on; without one, the usual days. Not for bots: they have no page. */
  readonly scope?: Scope | undefined
}

/** A player's name that leads to his page. */
export function PlayerLink({ name, guid, scope }: PlayerLinkProps) {
  return (
    <Link to={addressOfPlayer(guid, scope)} class="player-link">
      <PlayerName name={name} guid={guid} />
    </Link>
  )
}
