import { TEAMS } from '../format/codec.ts'
import type { TrioRow } from '../metrics/derived.ts'
import { packRows, unpackRows } from './packed-rows.ts'

const WIDTH = 8

/** What is stored of a trio: the places of its people in the list of ids beside it instead of the people. */
export interface StoredTrio {
  readonly people: readonly [number, number, number]
  /** Index into TEAMS. */
  readonly team: number
  readonly together_ms: number
  readonly crossfire_chances: number
  readonly crossfire_count: number
  readonly crossfires_of_three: number
}

/** Everybody of some trios, in the order that {@link trioBytes} refers to. */
export function peopleOfTrios(trios: readonly TrioRow[]): readonly number[] {
  return [...new Set(trios.flatMap(({ player1, player2, player3 }) => [player1, player2, player3]))]
}

/** The trios of a round as {@link packRows} writes them. */
export function trioBytes(trios: readonly TrioRow[]): Uint8Array {
  const places = new Map(peopleOfTrios(trios).map((player, place) => [player, place]))
  const placeOf = (player: number) => places.get(player) as number
  const numbers = trios.flatMap((trio) => [
    ...[placeOf(trio.player1), placeOf(trio.player2), placeOf(trio.player3)],
    ...[TEAMS.indexOf(trio.team), trio.together_ms],
    ...[trio.crossfire_chances, trio.crossfire_count, trio.crossfires_of_three],
  ])
  return packRows(numbers, WIDTH)
}

/** What {@link trioBytes} wrote. */
export function triosIn(data: Uint8Array): readonly StoredTrio[] {
  return unpackRows(data, WIDTH).map((row): StoredTrio => {
    const [a, b, c, team, together_ms, crossfire_chances, crossfire_count, crossfires_of_three] = row as [
      ...[number, number, number, number],
      ...[number, number, number, number],
    ]
    return { people: [a, b, c], team, together_ms, crossfire_chances, crossfire_count, crossfires_of_three }
  })
}
