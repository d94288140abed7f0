import type { Kysely } from 'kysely'
import { PRESENCE_CELL_UNITS } from '../metrics/presence.ts'
import { TimeCells } from '../metrics/time-cells.ts'
import type { Database } from '../store/database.ts'
import { EVERYBODY } from '../store/presence-bytes.ts'
import { addPresence } from './map-presence.ts'
import { countedRounds, EVERYTHING } from './scope.ts'

/** Rounds that the floor is drawn from: after these there is hardly a new place. */
const ROUNDS = 40

/** Where people have walked on a map, and how high, by its latest rounds. */
export async function walkedFloor(db: Kysely<Database>, map_name: string) {
  const rounds = await countedRounds(db, { ...EVERYTHING, map_name })
    .select('rounds.id')
    .orderBy('rounds.started_unix', (order) => order.desc().nullsLast())
    .orderBy('rounds.id', 'desc')
    .limit(ROUNDS)
    .execute()
  const cells = new TimeCells(PRESENCE_CELL_UNITS)
  if (rounds.length > 0) {
    const rows = await db
      .selectFrom('derived_presence')
      .where(
        'round_id',
        'in',
        rounds.map(({ id }) => id),
      )
      .where('player_id', '=', EVERYBODY)
      .select('cells')
      .execute()
    for (const row of rows) addPresence(cells, row.cells)
  }
  return {
    cell_units: PRESENCE_CELL_UNITS,
    rounds: rounds.length,
    cells: cells.floor(),
  }
}
