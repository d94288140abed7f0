import type { Kysely } from 'kysely'
import type { FightCellRow } from '../metrics/derived.ts'
import { fightCells } from '../store/area-bytes.ts'
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
export async function hotzones(db: Kysely<Database>, scope: Scope): Promise<readonly FightCellRow[]> {
  const cells = await (scope.player_guid === null ? cellsOfAll(db, scope) : cellsOf(db, scope, scope.player_guid))
  return [...cells]
    .sort((a, b) => b.kills - a.kills || b.fights - a.fights || a.grid_x - b.grid_x || a.grid_y - b.grid_y)
    .slice(0, MOST)
}

async function cellsOfAll(db: Kysely<Database>, scope: Scope): Promise<Iterable<FightCellRow>> {
  const rounds = await db
    .selectFrom('derived_area')
    .where('round_id', 'in', roundsIn(db, scope))
    .select('fight_cells')
    .execute()
  const cells = new Map<string, { -readonly [K in keyof FightCellRow]: FightCellRow[K] }>()
  for (const { grid_x, grid_y, fights, kills, deaths } of rounds.flatMap((round) => fightCells(round.fight_cells))) {
    const key = `${grid_x} ${grid_y}`
    const known = cells.get(key)
    if (known === undefined) {
      cells.set(key, { grid_x, grid_y, fights, kills, deaths })
      continue
    }
    known.fights += fights
    known.kills += kills
    known.deaths += deaths
  }
  return cells.values()
}

async function cellsOf(db: Kysely<Database>, scope: Scope, guid: string): Promise<Iterable<FightCellRow>> {
  return await db
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
    .execute()
}
