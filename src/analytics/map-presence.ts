import type { Kysely } from 'kysely'
import { PLAYER_CLASSES, TEAMS } from '../format/codec.ts'
import type { CellColumns } from '../metrics/derived.ts'
import { type TimeCell, TimeCells } from '../metrics/time-cells.ts'
import type { Database } from '../store/database.ts'
import { BLOCK_UNITS } from '../store/presence-blocks.ts'
import { eachBlocks, eachCells } from '../store/presence-bytes.ts'
import { type MapQuestion, personAsked, roundsAsked, whoIsAsked } from './map-question.ts'

/** Time and movement by cell. */
export async function mapPresence(
  db: Kysely<Database>,
  question: MapQuestion,
  cell_units: number,
): Promise<readonly TimeCell[]> {
  const cells = new TimeCells(cell_units)
  await eachPresent(db, question, cell_units, (_, present) => cells.add(present))
  return cells.all()
}

/**
 * Where people were, the cells of one person in one round at a time, with the map. The cells are as large as is asked
 * for, or smaller.
 */
export async function eachPresent(
  db: Kysely<Database>,
  question: MapQuestion,
  cell_units: number,
  visit: (player_id: number, cells: CellColumns, map_name: string) => void,
): Promise<void> {
  const isAsked = whoIsAsked(question, await personAsked(db, question))
  const rounds = await roundsAsked(db, question)
    .innerJoin('derived_presence as presence', 'presence.round_id', 'rounds.id')
    .select(['rounds.map_name', 'rounds.defender_team', 'presence.player_ids', 'presence.blocks'])
    .$if(cell_units < BLOCK_UNITS, (asked) => asked.select('presence.quarters'))
    .execute()
  for (const { map_name, player_ids, blocks, quarters, ...round } of rounds) {
    const idOf = (player: number) => player_ids[player] as number
    const isWanted = (player: number, team: number, player_class: number) =>
      isAsked(
        { player_id: idOf(player), team: TEAMS[team] ?? null, player_class: PLAYER_CLASSES[player_class] ?? null },
        round,
      )
    const found = (player: number, cells: CellColumns) => visit(idOf(player), cells, map_name)
    if (quarters === undefined) eachBlocks(blocks, isWanted, found)
    else eachCells(blocks, quarters, isWanted, found)
  }
}
