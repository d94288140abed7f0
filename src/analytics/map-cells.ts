import type { Kysely } from 'kysely'
import { mapCells, mapTotals } from '../metrics/map-cells.ts'
import { EventCells, KillCounts } from '../metrics/map-events.ts'
import type { Database } from '../store/database.ts'
import { eachPlaced } from './map-places.ts'
import { mapPresence } from './map-presence.ts'
import type { MapQuestion } from './map-question.ts'

/** What happened in each cell of a map and on the whole of it, kills by means, and what of them no cell shows. */
export async function cellsOfMap(db: Kysely<Database>, question: MapQuestion, cell_units: number) {
  const events = new EventCells(cell_units)
  const kills = new KillCounts()
  await eachPlaced(db, question, (placed) => {
    events.add(placed)
    kills.add(placed)
  })
  const cells = mapCells(await mapPresence(db, question, cell_units), events.all())
  return { totals: mapTotals(cells), cells, means: kills.means(), missing: kills.missing() }
}
