import type { PlayerKind, Roster } from './derived.ts'

// an empty identifier, a slot and the word UNKNOWN go from one client to the next, or to several at once
const SHARED = /^(?:|UNKNOWN|SLOT\d+)$/i

/**
 * What an identifier of the file tells. Clients carry 32 hexadecimal digits, bots `OMNIBOT` and their slot; everything
 * else (empty, `SLOT<n>`, `SLOT<n>_<nonce>`, `UNKNOWN`, `WORLD_<n>`, session numbers) cannot be followed into another
 * round (L-21).
 */
export function playerKind(guid: string): PlayerKind {
  if (/^OMNIBOT/i.test(guid)) return 'bot'
  return /^[\dA-F]{32}$/i.test(guid) ? 'human' : 'unknown'
}

/**
 * True if the bots are the majority. Such a round says nothing about people and counts nowhere (L-41), so it keeps the
 * numbers of its bots; in every other round fights with bots are set apart.
 */
export function isBotRound(players: readonly { readonly kind: PlayerKind }[]): boolean {
  return 2 * players.filter(({ kind }) => kind === 'bot').length > players.length
}

/** True where an identifier stands for whoever has it at the time, so that only the name tells people apart. */
export function isShared(guid: string): boolean {
  return SHARED.test(guid)
}

/** What tells one person of a round from another: the identifier, and the name where the identifier is shared. */
export function identity(guid: string, name: string): string {
  return isShared(guid) ? `${guid}\0${name}` : guid
}

/** The way from what a row says to an index into {@link Roster.players}. */
export interface People {
  /**
   * The person of an identifier and a name; without a name, the only person with that identifier. Null: nobody of the
   * round, or several and nothing to choose by.
   */
  find(guid: string, name?: string): number | null
  /** The person of an identifier and a name that a row of the same round holds. */
  get(guid: string, name: string): number
}

/** Looks people up in a roster. */
export function peopleOf({ players, names }: Roster): People {
  const byIdentity = new Map<string, number>()
  const byGuid = new Map<string, number | null>()
  for (const { player, name } of names) {
    const guid = players[player]?.guid ?? ''
    byIdentity.set(identity(guid, name), player)
    byGuid.set(guid, (byGuid.get(guid) ?? player) === player && byGuid.get(guid) !== null ? player : null)
  }

  function find(guid: string, name = ''): number | null {
    return byIdentity.get(identity(guid, name)) ?? (name === '' ? byGuid.get(guid) : null) ?? null
  }

  function get(guid: string, name: string): number {
    const player = find(guid, name)
    if (player === null) throw new RangeError(`nobody in the roster has the identifier "${guid}" and name "${name}"`)
    return player
  }

  return { find, get }
}
