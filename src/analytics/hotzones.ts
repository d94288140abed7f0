import type { Kysely } from 'kysely'
import type { Database } from '../store/database.ts'
import { countedRounds, playerOf, roundsIn, type Scope } from './scope.ts'

/** Cells at most. */
const MOST = 200

/** The map with the most fights of a scope; equal ones go by name. Null: nothing was played. */
export async function busiestMap(db: Kysely<Database>, scope: Scope): Promise<string | null> {
  const found = await countedRounds(db, scope)
    .innerJoin('derived_round', 'derived_round.round_id', 'rounds.id')
    .groupBy('rounds.map_name')
    .select('rounds.map_name')
    .orderBy(({ fn }) => fn.sum('derived_round.fights'), 'desc')
    .orderBy('rounds.map_name')
    .limit(1)
    .executeTakeFirst()
  return found?.map_name ?? null
}

/** Where fights ended, at most 200 cells, by kills, then by fights; with a player only the fights against him. */
export async function hotzones(db: Kysely<Database>, scope: Scope) {
  const cells = scope.player_guid === null ? cellsOfAll(db, scope) : cellsOf(db, scope, scope.player_guid)
  return await db
    .selectFrom(cells.as('cell'))
    .selectAll()
    .orderBy('kills', 'desc')
    .orderBy('fights', 'desc')
    .orderBy('grid_x')
    .orderBy('grid_y')
    .limit(MOST)
    .execute()
}

function cellsOfAll(db: Kysely<Database>, scope: Scope) {
  return db
    .selectFrom('derived_fight_cell')
    .where('round_id', 'in', roundsIn(db, scope))
    .groupBy(['grid_x', 'grid_y'])
    .select(({ fn }) => [
      'grid_x',
      'grid_y',
      fn.sum<number>('kills').as('kills'),
      fn.sum<number>('deaths').as('deaths'),
      fn.sum<number>('fights').as('fights'),
    ])
}

function cellsOf(db: Kysely<Database>, scope: Scope, guid: string) {
  return db
    .selectFrom('derived_fight')
    .where('round_id', 'in', roundsIn(db, scope))
    .where('target_id', '=', playerOf(db, guid))
    .where('category', '<>', 'bot')
    .where((eb) => eb.or([eb('category', '=', 'fight'), eb('cause', '<>', 'none')]))
    .groupBy(['cell_x', 'cell_y'])
    .select(({ fn }) => {
      const rows = fn.countAll<number>()
      return [
        'cell_x as grid_x',
        'cell_y as grid_y',
        rows.filterWhere('category', '=', 'fight').filterWhere('cause', '=', 'enemy').as('kills'),
        rows.filterWhere('cause', '<>', 'none').as('deaths'),
        rows.filterWhere('category', '=', 'fight').as('fights'),
      ]
    })
}
