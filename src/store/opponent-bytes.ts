import type { OpponentRow } from '../metrics/derived.ts'
import { type Bytes, emptyBytes, LONGEST_NUMBER, putNumber, reserve, takeNumber, written } from './byte-numbers.ts'

const ROW_NUMBERS = 4

/** Everybody of some rows, in the order that {@link opponentBytes} refers to. */
export function peopleOfOpponents(rows: readonly OpponentRow[]): readonly number[] {
  return [...new Set(rows.flatMap(({ attacker, target }) => [attacker, target]))]
}

/** For each row the places of its two people among {@link peopleOfOpponents}, the fights and the kills. */
export function opponentBytes(rows: readonly OpponentRow[]): Uint8Array {
  const places = new Map(peopleOfOpponents(rows).map((player, place) => [player, place]))
  const bytes = emptyBytes(rows.length * ROW_NUMBERS)
  for (const { attacker, target, fights, kills } of rows) {
    reserve(bytes, ROW_NUMBERS * LONGEST_NUMBER)
    putNumber(bytes, places.get(attacker) as number)
    putNumber(bytes, places.get(target) as number)
    putNumber(bytes, fights)
    putNumber(bytes, kills)
  }
  return written(bytes)
}

/** Calls back for each row that {@link opponentBytes} wrote; people are places in the list of ids beside it. */
export function eachOpponent(data: Uint8Array, row: (row: OpponentRow) => void): void {
  const bytes: Bytes = { data, at: 0 }
  while (bytes.at < data.length) {
    const attacker = takeNumber(bytes)
    const target = takeNumber(bytes)
    const fights = takeNumber(bytes)
    row({ attacker, target, fights, kills: takeNumber(bytes) })
  }
}
