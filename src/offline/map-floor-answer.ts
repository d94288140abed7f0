import type { ReplyAt } from '../contract/client.ts'
import { Floor } from '../metrics/floor.ts'
import { PRESENCE_CELL_UNITS } from '../metrics/presence.ts'
import type { OpenedFile } from './open-file.ts'

/** Where people walked in one file, as /api/proximity/maps/:map_name/floor answers. */
export function mapFloorAnswer(file: OpenedFile): ReplyAt<'/api/proximity/maps/:map_name/floor'> {
  const floor = new Floor()
  for (const { cells } of file.derived.presence) floor.add(cells)
  return {
    map_name: file.facts.map_name,
    cell_units: PRESENCE_CELL_UNITS,
    rounds: 1,
    cells: floor.cells(),
    picture: null,
  }
}
