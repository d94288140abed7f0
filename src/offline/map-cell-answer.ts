import type { QueryAt, ReplyAt } from '../contract/client.ts'
import { type CellEvent, sumCell } from '../metrics/cell-events.ts'
import type { PlaceRow } from '../metrics/derived.ts'
import { TimeCells } from '../metrics/time-cells.ts'
import { excludedIn, mapEnvelope } from './map-envelope.ts'
import { askedPlaces, type MapQuestion, mapQuestion, presenceOf } from './map-question.ts'
import type { OpenedFile } from './open-file.ts'
import { NO_ID } from './round-answer.ts'

type Path = '/api/proximity/maps/:map_name/cell'

interface CellPlace {
  readonly grid_x: number
  readonly grid_y: number
  readonly cell_units: number
}

interface Event extends CellEvent {
  readonly place: PlaceRow
}

/** One cell of one file's map, as /api/proximity/maps/:map_name/cell answers. */
export function mapCellAnswer(file: OpenedFile, query: QueryAt<Path> & CellPlace): ReplyAt<Path> {
  const question = mapQuestion(file, query)
  const { grid_x, grid_y, cell_units } = query
  const named = (player: number) => {
    const { guid = '', name = '' } = question.people[player] ?? {}
    return { guid, name }
  }
  const { sums, people, moments } = sumCell(eventsIn(question, query), timesIn(question, query))
  const { started_unix, round_number } = file.facts
  return {
    ...mapEnvelope(question, people.length > 0),
    ...{ cell_units, grid_x, grid_y, sums },
    people: people.map(([player, own]) => ({ ...named(player), ...own })),
    moments: moments.map(({ what, target, killer, place }) => ({
      ...{ what, round_id: NO_ID, started_unix, round_number, time_ms: place.end_time_ms, means: place.means },
      target_name: named(target).name,
      killer_name: killer === null ? null : named(killer).name,
    })),
    excluded: excludedIn(question),
  }
}

function eventsIn(question: MapQuestion, { grid_x, grid_y, cell_units }: CellPlace): readonly Event[] {
  const isHere = (x: number | null, y: number | null) =>
    x !== null && y !== null && Math.floor(x / cell_units) === grid_x && Math.floor(y / cell_units) === grid_y
  return askedPlaces(question)
    .flatMap(({ place, isOfKiller, isOfTarget, isByMeans }): readonly Event[] => {
      const { target, killer, is_fight, is_escape, cause } = place
      const about = { target, killer, place }
      const kill =
        killer !== null && isHere(place.killer_x, place.killer_y) && isByMeans && isOfKiller
          ? [{ ...about, what: 'kill' as const, person: killer, is_fight: false, is_with_push: false }]
          : []
      if (!isHere(place.x, place.y) || !(is_fight || isByMeans) || !isOfTarget) return kill
      const what = cause !== 'none' && isByMeans ? 'death' : is_escape ? 'escape' : 'fight'
      const is_with_push = place.is_with_push && isByMeans
      return [...kill, { ...about, what, person: target, is_fight, is_with_push }]
    })
    .sort((a, b) => b.place.end_time_ms - a.place.end_time_ms || b.place.row_no - a.place.row_no)
}

function timesIn(question: MapQuestion, { grid_x, grid_y, cell_units }: CellPlace) {
  return presenceOf(question).flatMap(({ player, cells }): readonly (readonly [number, number])[] => {
    const grid = new TimeCells(cell_units)
    grid.add(cells)
    const there = grid.at(grid_x, grid_y)?.presence_ms ?? 0
    return there > 0 ? [[player, there]] : []
  })
}
