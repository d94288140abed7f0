import type { Derived } from '../metrics/derived.ts'
import { playerKind } from '../metrics/people.ts'

/** One person as answers name him. */
export interface Person {
  readonly guid: string
  readonly kind: string
  /** The one that the file names last. */
  readonly name: string
}

/** Everybody of a round, by index into the roster. Who has no identifier of his own gets one that holds in this file. */
export function peopleOfFile({ roster: { players, names } }: Derived): readonly Person[] {
  return players.map(({ guid, kind, name }, player) => ({
    guid: playerKind(guid) === 'unknown' ? `unknown:${player}` : guid.toUpperCase(),
    kind,
    name: names.findLast((one) => one.player === player)?.name ?? name,
  }))
}
