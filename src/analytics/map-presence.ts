import { type Kysely, sql } from 'kysely'
import { type TimeCell, TimeCells } from '../metrics/time-cells.ts'
import type { Database } from '../store/database.ts'
import { EVERYBODY, eachPresence } from '../store/presence-bytes.ts'
import { isAsked, type MapQuestion, PRESENT, roundsAsked } from './map-question.ts'

/** Time and movement by cell. */
export async function mapPresence(
  db: Kysely<Database>,
  question: MapQuestion,
  cell_units: number,
): Promise<readonly TimeCell[]> {
  const cells = new TimeCells(cell_units)
  const isOfAll = question.scope.player_guid === null && question.player_class === null
  for (const { data } of await presenceOf(db, question, isOfAll)) addPresence(cells, data)
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

/** Adds packed cells to others. */
export function addPresence(cells: TimeCells, data: Uint8Array): void {
  eachPresence(data, (x, y, time_ms, move_x, move_y, height) => cells.add(x, y, time_ms, move_x, move_y, height))
}
