import { type Kysely, sql } from 'kysely'
import { type CellEvent, sumCell } from '../metrics/cell-events.ts'
import { TimeCells } from '../metrics/time-cells.ts'
import type { Database } from '../store/database.ts'
import { addPresence, presenceOf } from './map-presence.ts'
import { cellOf, isAsked, isByMeans, KILLER, type MapQuestion, roundsAsked, TARGET } from './map-question.ts'
import { namedPeople } from './named-people.ts'

/** Which cell of which grid. */
export interface CellPlace {
  readonly grid_x: number
  readonly grid_y: number
  readonly cell_units: number
}

interface Event extends CellEvent {
  readonly round_id: number
  readonly started_unix: number | null
  readonly round_number: number
  readonly time_ms: number
  readonly means: number | null
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
    moments: moments.map(({ what, round_id, started_unix, round_number, time_ms, means, target, killer }) => ({
      ...{ what, round_id, started_unix, round_number, time_ms, means },
      target_name: named(target).name,
      killer_name: killer === null ? null : named(killer).name,
    })),
  }
}

/** Every event of the cell, the newest first: a kill belongs to the killer, everything else to the target. */
async function eventsIn(db: Kysely<Database>, question: MapQuestion, { grid_x, grid_y, cell_units }: CellPlace) {
  const { rows } = await sql<Event>`
    with asked as materialized (${roundsAsked(db, question)})
    select 'kill' as what, place.killer_id as person, false as is_fight, place.round_id, asked.started_unix,
      asked.round_number, place.end_time_ms as time_ms, place.target_id as target, place.killer_id as killer, place.means,
      place.row_no
    from derived_place place join asked on asked.id = place.round_id
    where ${cellOf('place.killer_x', cell_units)} = ${grid_x}::integer
      and ${cellOf('place.killer_y', cell_units)} = ${grid_y}::integer
      and ${isByMeans(question)} and ${isAsked(db, question, KILLER)}
    union all
    select case when place.cause <> 'none' and ${isByMeans(question)} then 'death' when place.is_escape then 'escape'
      else 'fight' end, place.target_id, place.is_fight, place.round_id, asked.started_unix, asked.round_number,
      place.end_time_ms, place.target_id, place.killer_id, place.means, place.row_no
    from derived_place place join asked on asked.id = place.round_id
    where ${cellOf('place.x', cell_units)} = ${grid_x}::integer and ${cellOf('place.y', cell_units)} = ${grid_y}::integer
      and (place.is_fight or ${isByMeans(question)}) and ${isAsked(db, question, TARGET)}
    order by started_unix desc nulls last, round_id desc, time_ms desc, row_no desc`.execute(db)
  return rows
}

async function timesIn(db: Kysely<Database>, question: MapQuestion, { grid_x, grid_y, cell_units }: CellPlace) {
  const times = new Map<number, number>()
  for (const { player_id, data } of await presenceOf(db, question)) {
    const cells = new TimeCells(cell_units)
    addPresence(cells, data)
    const time = cells.at(grid_x, grid_y)?.presence_ms ?? 0
    if (time > 0) times.set(player_id, (times.get(player_id) ?? 0) + time)
  }
  return times
}
