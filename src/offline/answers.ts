import type { Path, QueryAt, ReplyAt } from '../contract/client.ts'
import { METRICS } from '../metrics/definitions.ts'
import { mapAnswer } from './map-answer.ts'
import { mapCellAnswer } from './map-cell-answer.ts'
import { excludedOf, fileEnvelope } from './map-envelope.ts'
import { mapFloorAnswer } from './map-floor-answer.ts'
import { mapKillsAnswer } from './map-kills-answer.ts'
import type { OpenedFile } from './open-file.ts'
import { roundAnswer } from './round-answer.ts'

const USUAL_CELL = 128
const USUAL_LIMIT = 500

type Answers = { readonly [P in Path]?: (file: OpenedFile, query: QueryAt<P>) => ReplyAt<P> }

const ANSWERS = {
  '/api/proximity/definitions': definitions,
  '/api/proximity/rounds/:id': roundAnswer,
  '/api/proximity/maps/:map_name': (file, query) =>
    mapAnswer(file, { ...query, cell_units: query.cell_units ?? USUAL_CELL }),
  '/api/proximity/maps/:map_name/floor': mapFloorAnswer,
  '/api/proximity/maps/:map_name/kills': (file, query) =>
    mapKillsAnswer(file, { ...query, limit: query.limit || USUAL_LIMIT }),
  '/api/proximity/maps/:map_name/cell': (file, query) =>
    mapCellAnswer(file, {
      ...{ ...query, cell_units: query.cell_units ?? USUAL_CELL },
      ...{ grid_x: query.grid_x ?? 0, grid_y: query.grid_y ?? 0 },
    }),
} as const satisfies Answers

/** What the metrics are, and the sensors of this one round. */
function definitions(file: OpenedFile): ReplyAt<'/api/proximity/definitions'> {
  const none = { on: 0, off: 0, failed: 0, unknown: 0 }
  const sensors = Object.entries(file.round.sensors).map(([key, state]) => [key, { ...none, [state]: 1 }])
  return {
    ...fileEnvelope(file, true),
    ...{ rounds: 1, sensors: Object.fromEntries(sensors), excluded: excludedOf(file) },
    ...{ formula_version: 'those of this page', metrics: METRICS },
  }
}

/** What a single file can be asked. */
export type FilePath = keyof typeof ANSWERS

/** The answer of one file to a question of the interface, whose round and map are the file's. */
export function answerOf<P extends FilePath>(file: OpenedFile, path: P, query: QueryAt<P>): ReplyAt<P> {
  const answer = ANSWERS[path] as unknown as (file: OpenedFile, query: QueryAt<P>) => ReplyAt<P>
  return answer(file, query)
}
