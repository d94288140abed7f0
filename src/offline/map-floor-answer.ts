import type { ReplyAt } from '../contract/client.ts'
import { PRESENCE_CELL_UNITS } from '../metrics/presence.ts'
import { mapQuestion, timeCells } from './map-question.ts'
import type { OpenedFile } from './open-file.ts'

/** Where people walked in one file, as /api/proximity/maps/:map_name/floor answers. */
export function mapFloorAnswer(file: OpenedFile): ReplyAt<'/api/proximity/maps/:map_name/floor'> {
  return {
    map_name: file.facts.map_name,
    cell_units: PRESENCE_CELL_UNITS,
    rounds: 1,
    cells: timeCells(mapQuestion(file, {}), PRESENCE_CELL_UNITS).floor(),
    picture: null,
  }
}
