import type { Kysely } from 'kysely'
import { type CellEvent, sumCell } from '../metrics/cell-events.ts'
import type { Database } from '../store/database.ts'
import { eachPlaced, type Placed } from './map-places.ts'
import { eachPresent } from './map-presence.ts'
import type { MapQuestion } from './map-question.ts'
import { namedPeople } from './named-people.ts'

/** Which cell of which grid. */
export interface CellPlace {
  readonly grid_x: number
  readonly grid_y: number
  readonly cell_units: number
}

interface Event extends CellEvent {
  readonly placed: Placed
}

/** One cell of a map: sums, whose they are, and the newest moments of each kind. */
export async function mapCell(db: Kysely<Database>, question: MapQuestion, place: CellPlace) {
  const events = await eventsIn(db, question, place)
  const { sums, people, moments } = sumCell(events, await timesIn(db, question, place))
  const ids = [...people.map(([id]) => id), ...moments.flatMap(({ target, killer }) => [target, killer ?? target])]
  const named = await namedPeople(db, ids)
  return {
    sums,
    people: people.map(([id, own]) => ({ ...named(id), ...own })),
    moments: moments.map(({ what, target, killer, placed: { place, round } }) => ({
      what,
      round_id: round.id,
      started_unix: round.started_unix,
      round_number: round.round_number,
      time_ms: place.end_time_ms,
      means: place.means,
      target_name: named(target).name,
      killer_name: killer === null ? null : named(killer).name,
    })),
  }
}

/** Every event of the cell, the newest first: a kill belongs to the killer, everything else to the target. */
async function eventsIn(db: Kysely<Database>, question: MapQuestion, { grid_x, grid_y, cell_units }: CellPlace) {
  const isHere = (x: number | null, y: number | null) =>
    x !== null && y !== null && Math.floor(x / cell_units) === grid_x && Math.floor(y / cell_units) === grid_y
  const events: Event[] = []
  await eachPlaced(db, question, (placed) => {
    const { place, isOfTarget, isOfKiller, isByMeans, killer_id: killer, target_id: target } = placed
    const about = { target, killer, placed }
    if (isOfKiller && isByMeans && killer !== null && isHere(place.killer_x, place.killer_y)) {
      events.push({ ...about, what: 'kill', person: killer, is_fight: false, is_with_push: false })
    }
    if (!isOfTarget || !(place.is_fight || isByMeans) || !isHere(place.x, place.y)) return
    const what = place.cause !== 'none' && isByMeans ? 'death' : place.is_escape ? 'escape' : 'fight'
    const is_with_push = place.is_with_push && isByMeans
    events.push({ ...about, what, person: target, is_fight: place.is_fight, is_with_push })
  })
  return events
}

async function timesIn(db: Kysely<Database>, question: MapQuestion, { grid_x, grid_y, cell_units }: CellPlace) {
  const times = new Map<number, number>()
  await eachPresent(db, question, cell_units, (person, present) => {
    const { length, cell_x, cell_y, time_ms } = present
    const shift = Math.log2(cell_units / present.cell_units)
    let lasted = 0
    for (let i = 0; i < length; i++) {
      const isHere = (cell_x[i] as number) >> shift === grid_x && (cell_y[i] as number) >> shift === grid_y
      if (isHere) lasted += time_ms[i] as number
    }
    if (lasted > 0) times.set(person, (times.get(person) ?? 0) + lasted)
  })
  return times
}
