import type { Kysely } from 'kysely'
import { Floor } from '../metrics/floor.ts'
import { PRESENCE_CELL_UNITS } from '../metrics/presence.ts'
import type { Database } from '../store/database.ts'
import { eachHigh } from '../store/presence-bytes.ts'
import { countedRounds, EVERYTHING } from './scope.ts'

/** Rounds that the floor is drawn from: after these there is hardly a new place. */
const ROUNDS = 40

/** Where people have walked on a map, and how high, by its latest rounds. */
export async function walkedFloor(db: Kysely<Database>, map_name: string) {
  const rounds = await countedRounds(db, { ...EVERYTHING, map_name })
    .innerJoin('derived_presence', 'derived_presence.round_id', 'rounds.id')
    .select(['derived_presence.blocks', 'derived_presence.quarters', 'derived_presence.heights'])
    .orderBy('rounds.started_unix', (order) => order.desc().nullsLast())
    .orderBy('rounds.id', 'desc')
    .limit(ROUNDS)
    .execute()
  const floor = new Floor()
  for (const round of rounds) eachHigh(round, (_, cells) => floor.add(cells))
  return {
    cell_units: PRESENCE_CELL_UNITS,
    rounds: rounds.length,
    cells: floor.cells(),
  }
}
