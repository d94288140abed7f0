import { fileOf, type RoundAddress } from '../../address.ts'
import { plainName } from '../../names/colour-codes.ts'
import { Link, useNavigation } from '../../navigation.tsx'
import { addressOfPlayer } from '../../player-address.ts'
import type { Round } from '../../round/use-round.ts'

interface PlayerFilterProps {
  readonly round: Round
  readonly address: RoundAddress
}

/** Narrows the page to what one player had a part in. */
export function PlayerFilter({ round, address }: PlayerFilterProps) {
  const { go } = useNavigation()
  const names = round.players.map(({ guid, name }) => ({ guid, name: plainName(name, guid) }))
  const chosen = round.players.find(({ guid }) => guid === address.player)
  return (
    <p class="round-filter">
      <label>
        Shown for{' '}
        <select
          value={address.player ?? ''}
          onChange={({ currentTarget: { value } }) => go({ ...address, player: value === '' ? null : value })}
        >
          <option value="">everybody</option>
          {names
            .sort((a, b) => a.name.localeCompare(b.name))
            .map(({ guid, name }) => (
              <option key={guid} value={guid}>
                {name}
              </option>
            ))}
        </select>
      </label>
      {chosen !== undefined && chosen.kind !== 'bot' && fileOf(address.id) === null && (
        <Link to={addressOfPlayer(chosen.guid)}>More of this player</Link>
      )}
    </p>
  )
}
