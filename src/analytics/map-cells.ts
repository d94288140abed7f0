import type { Kysely } from 'kysely'
import { mapCells, mapTotals } from '../metrics/map-cells.ts'
import type { Database } from '../store/database.ts'
import { mapEvents } from './map-events.ts'
import { mapPresence } from './map-presence.ts'
import type { MapQuestion } from './map-question.ts'

/** What happened in each cell of a map, and on the whole of it. */
export async function cellsOfMap(db: Kysely<Database>, question: MapQuestion, cell_units: number) {
  const cells = mapCells(await mapPresence(db, question, cell_units), await mapEvents(db, question, cell_units))
  return { totals: mapTotals(cells), cells }
}
