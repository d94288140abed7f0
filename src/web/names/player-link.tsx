import { isOfFiles } from '../address.ts'
import { Link, useNavigation } from '../navigation.tsx'
import { addressOfPlayer } from '../player-address.ts'
import { PlayerName } from './player-name.tsx'

interface PlayerLinkProps {
  readonly name: string
  /** Not that of a bot: bots have no page. */
  readonly guid: string
}

/** A player's name that leads to his page, with the scope of this one. Where files are shown without a server, a name. */
export function PlayerLink({ name, guid }: PlayerLinkProps) {
  const { address } = useNavigation()
  const words = <PlayerName name={name} guid={guid} />
  if (isOfFiles(address)) return words
  return (
    <Link to={addressOfPlayer(guid, 'scope' in address ? address.scope : undefined)} class="player-link">
      {words}
    </Link>
  )
}
