import { type Kysely, sql } from 'kysely'
import { PRESENCE_CELL_UNITS } from '../metrics/presence.ts'
import type { Database } from '../store/database.ts'
import { EVERYBODY, eachPresence } from '../store/presence-bytes.ts'
import { isAsked, type MapQuestion, PRESENT, roundsAsked } from './map-question.ts'

/** Presence of a cell. */
export interface TimeCell {
  readonly grid_x: number
  readonly grid_y: number
  presence_ms: number
  move_x: number
  move_y: number
  /** Height by time. */
  height: number
}

/** More cells than a map has in a row: two numbers of a cell become one. */
const STRIDE = 65_536

/** Cells of presence, added up as they are read. */
export class TimeCells {
  readonly #cells = new Map<number, TimeCell>()
  readonly #shift: number

  constructor(cell_units: number) {
    this.#shift = Math.log2(cell_units / PRESENCE_CELL_UNITS)
  }

  add(data: Uint8Array): void {
    const shift = this.#shift
    eachPresence(data, (x, y, time_ms, move_x, move_y, height) => {
      const grid_x = x >> shift
      const grid_y = y >> shift
      const key = grid_x * STRIDE + grid_y
      let cell = this.#cells.get(key)
      if (cell === undefined) {
        cell = { grid_x, grid_y, presence_ms: 0, move_x: 0, move_y: 0, height: 0 }
        this.#cells.set(key, cell)
      }
      cell.presence_ms += time_ms
      cell.move_x += move_x
      cell.move_y += move_y
      cell.height += height * time_ms
    })
  }

  all(): readonly TimeCell[] {
    return [...this.#cells.values()]
  }

  at(grid_x: number, grid_y: number): TimeCell | undefined {
    return this.#cells.get(grid_x * STRIDE + grid_y)
  }
}

/** Time and movement by cell. */
export async function mapPresence(
  db: Kysely<Database>,
  question: MapQuestion,
  cell_units: number,
): Promise<readonly TimeCell[]> {
  const cells = new TimeCells(cell_units)
  const isOfAll = question.scope.player_guid === null && question.player_class === null
  for (const { data } of await presenceOf(db, question, isOfAll)) cells.add(data)
  return cells.all()
}

/** Where each person was, packed, one row a round, side and class; with `isOfAll` one row a round and side. */
export async function presenceOf(db: Kysely<Database>, question: MapQuestion, isOfAll = false) {
  const people = sql.raw(`here.player_id ${isOfAll ? '=' : '<>'} ${EVERYBODY}`)
  const { rows } = await sql<{ player_id: number; data: Uint8Array }>`
    with asked as materialized (${roundsAsked(db, question)})
    select here.player_id, here.cells as data from derived_presence here join asked on asked.id = here.round_id
    where ${people} and ${isAsked(db, question, PRESENT)}`.execute(db)
  return rows
}
