import { PLAYER_CLASSES, TEAMS } from '../format/codec.ts'
import type { KillCause, PlaceRow } from '../metrics/derived.ts'
import {
  type Bytes,
  emptyBytes,
  LONGEST_NUMBER,
  putNumber,
  reserve,
  skipNumbers,
  takeNumber,
  written,
} from './byte-numbers.ts'

const CAUSES: readonly KillCause[] = ['none', 'enemy', 'team', 'self', 'world']
const ROW_NUMBERS = 16
const PLACE_NUMBERS = 3

// what a row has, in its first number; the cause stands above them, and above that whether a push died with it
const FIGHT = 1
const ESCAPE = 2
const KILLER = 4
const KILLER_PLACE = 8
const MEANS = 16
const CAUSE = 32
const CAUSE_ROOM = 8
const PUSH = CAUSE * CAUSE_ROOM

/**
 * The places of a round: what each row has, then the numbers it has; row, time and place as steps from the row before, the
 * killer's place from the target's.
 */
export function placeBytes(rows: readonly PlaceRow[]): Uint8Array {
  const bytes = emptyBytes(rows.length * 20)
  let above = { row_no: 0, end_time_ms: 0, x: 0, y: 0, z: 0 }
  for (const row of rows) {
    reserve(bytes, ROW_NUMBERS * LONGEST_NUMBER)
    const { killer_x, killer_y, killer_z } = row
    const has =
      (row.is_fight ? FIGHT : 0) |
      (row.is_escape ? ESCAPE : 0) |
      (row.killer === null ? 0 : KILLER) |
      (killer_x === null ? 0 : KILLER_PLACE) |
      (row.means === null ? 0 : MEANS)
    putNumber(bytes, has + CAUSE * CAUSES.indexOf(row.cause) + (row.is_with_push ? PUSH : 0))
    putNumber(bytes, row.row_no - above.row_no)
    putNumber(bytes, row.end_time_ms - above.end_time_ms)
    putNumber(bytes, row.target)
    putNumber(bytes, sideAndClass(row.target_team, row.target_class))
    putNumber(bytes, row.x - above.x)
    putNumber(bytes, row.y - above.y)
    putNumber(bytes, row.z - above.z)
    if (row.killer !== null) {
      putNumber(bytes, row.killer)
      putNumber(bytes, sideAndClass(row.killer_team ?? 'SPEC', row.killer_class ?? 'UNKNOWN'))
    }
    if (killer_x !== null && killer_y !== null && killer_z !== null) {
      putNumber(bytes, killer_x - row.x)
      putNumber(bytes, killer_y - row.y)
      putNumber(bytes, killer_z - row.z)
    }
    if (row.means !== null) putNumber(bytes, row.means)
    above = row
  }
  return written(bytes)
}

function sideAndClass(team: PlaceRow['target_team'], player_class: PlaceRow['target_class']): number {
  return TEAMS.indexOf(team) + TEAMS.length * PLAYER_CLASSES.indexOf(player_class)
}

/** Tells whether a row is wanted, before it is made. */
type WantedPlace = (row_no: number, target: number, killer: number | null) => boolean

const EVERY_ROW: WantedPlace = () => true

/** Calls back for each row that {@link placeBytes} wrote and that is wanted, in their order. */
export function eachPlace(data: Uint8Array, place: (row: PlaceRow) => void, isWanted: WantedPlace = EVERY_ROW): void {
  const bytes: Bytes = { data, at: 0 }
  let [row_no, end_time_ms, x, y, z] = [0, 0, 0, 0, 0]
  while (bytes.at < data.length) {
    const first = takeNumber(bytes)
    row_no += takeNumber(bytes)
    end_time_ms += takeNumber(bytes)
    const target = takeNumber(bytes)
    const targetIs = takeNumber(bytes)
    x += takeNumber(bytes)
    y += takeNumber(bytes)
    z += takeNumber(bytes)
    const killer = first & KILLER ? takeNumber(bytes) : null
    const killerIs = killer === null ? null : takeNumber(bytes)
    const isPlaced = (first & KILLER_PLACE) > 0
    if (!isWanted(row_no, target, killer)) {
      skipNumbers(bytes, (isPlaced ? PLACE_NUMBERS : 0) + (first & MEANS ? 1 : 0))
      continue
    }
    place({
      row_no,
      end_time_ms,
      ...{ x, y, z },
      is_fight: (first & FIGHT) > 0,
      is_escape: (first & ESCAPE) > 0,
      cause: CAUSES[Math.floor(first / CAUSE) % CAUSE_ROOM] as KillCause,
      is_with_push: first >= PUSH,
      target,
      target_team: sideOf(targetIs),
      target_class: classOf(targetIs),
      killer,
      killer_team: killerIs === null ? null : sideOf(killerIs),
      killer_class: killerIs === null ? null : classOf(killerIs),
      killer_x: isPlaced ? x + takeNumber(bytes) : null,
      killer_y: isPlaced ? y + takeNumber(bytes) : null,
      killer_z: isPlaced ? z + takeNumber(bytes) : null,
      means: first & MEANS ? takeNumber(bytes) : null,
    })
  }
}

function sideOf(number: number): PlaceRow['target_team'] {
  return TEAMS[number % TEAMS.length] as PlaceRow['target_team']
}

function classOf(number: number): PlaceRow['target_class'] {
  return PLAYER_CLASSES[Math.floor(number / TEAMS.length)] as PlaceRow['target_class']
}
