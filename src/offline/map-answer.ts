import type { QueryAt, ReplyAt } from '../contract/client.ts'
import { type EventCell, mapCells, mapTotals } from '../metrics/map-cells.ts'
import { meansOf, missingOf } from './kills.ts'
import { excludedIn, mapEnvelope } from './map-envelope.ts'
import { objectivesOf } from './map-objectives.ts'
import { isByMeans, isOfKiller, isOfTarget, type MapQuestion, mapQuestion, timeCells } from './map-question.ts'
import type { OpenedFile } from './open-file.ts'

type Path = '/api/proximity/maps/:map_name'

const MOST_PEOPLE = 100

/** What happened where in one file, as /api/proximity/maps/:map_name answers. */
export function mapAnswer(file: OpenedFile, query: QueryAt<Path> & { readonly cell_units: number }): ReplyAt<Path> {
  const question = mapQuestion(file, query)
  const { cell_units } = query
  const cells = mapCells(timeCells(question, cell_units).all(), eventCells(question, cell_units))
  return {
    ...mapEnvelope(question, question.isAnswerable),
    cell_units,
    rounds: question.isAnswerable ? 1 : 0,
    totals: mapTotals(cells),
    cells,
    objectives: objectivesOf(file),
    means: meansOf(question),
    people: peopleThere(question),
    missing: missingOf(question),
    excluded: excludedIn(question),
  }
}

function eventCells(question: MapQuestion, cell_units: number): readonly EventCell[] {
  const cells = new Map<string, { -readonly [K in keyof EventCell]: EventCell[K] }>()
  const cellAt = (x: number, y: number) => {
    const [grid_x, grid_y] = [Math.floor(x / cell_units), Math.floor(y / cell_units)]
    const key = `${grid_x} ${grid_y}`
    const known = cells.get(key) ?? { grid_x, grid_y, kills: 0, deaths: 0, fights: 0, escapes: 0 }
    cells.set(key, known)
    return known
  }
  for (const place of question.file.derived.places) {
    const { killer_x, killer_y } = place
    if (killer_x !== null && killer_y !== null && isByMeans(question, place) && isOfKiller(question, place)) {
      cellAt(killer_x, killer_y).kills += 1
    }
    if (!isOfTarget(question, place)) continue
    const cell = cellAt(place.x, place.y)
    if (place.cause !== 'none' && isByMeans(question, place)) cell.deaths += 1
    if (place.is_fight) cell.fights += 1
    if (place.is_escape) cell.escapes += 1
  }
  return [...cells.values()]
}

/** Who was there, whatever the filter, the longest first. */
function peopleThere({ file, people }: MapQuestion): ReplyAt<Path>['people'] {
  const times = Map.groupBy(file.derived.presence, ({ player }) => player)
  return [...times]
    .map(([player, rows]) => {
      const { guid = '', name = '' } = people[player] ?? {}
      const presence_ms = rows.reduce((sum, { cells }) => cells.reduce((all, { time_ms }) => all + time_ms, sum), 0)
      return { guid, name, presence_ms }
    })
    .sort((a, b) => b.presence_ms - a.presence_ms || (a.guid < b.guid ? -1 : 1))
    .slice(0, MOST_PEOPLE)
}
