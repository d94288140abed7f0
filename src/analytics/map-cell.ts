import { type Kysely, sql } from 'kysely'
import type { Database } from '../store/database.ts'
import { presenceOf, TimeCells } from './map-presence.ts'
import { cellOf, isAsked, isByMeans, KILLER, type MapQuestion, roundsAsked, TARGET } from './map-question.ts'
import { namedPeople } from './named-people.ts'

const MOST_PEOPLE = 12
const MOST_MOMENTS = 8

/** Which cell of which grid. */
export interface CellPlace {
  readonly grid_x: number
  readonly grid_y: number
  readonly cell_units: number
}

interface Sums {
  kills: number
  deaths: number
  fights: number
  escapes: number
  presence_ms: number
}

type What = 'kill' | 'death' | 'escape' | 'fight'

interface Event {
  readonly what: What
  readonly person: number
  readonly is_fight: boolean
  readonly round_id: number
  readonly started_unix: number | null
  readonly round_number: number
  readonly time_ms: number
  readonly target_id: number
  readonly killer_id: number | null
  readonly means: number | null
}

const none = (): Sums => ({ kills: 0, deaths: 0, fights: 0, escapes: 0, presence_ms: 0 })

/** One cell of a map: sums, whose they are, and the newest moments of each kind. */
export async function mapCell(db: Kysely<Database>, question: MapQuestion, place: CellPlace) {
  const events = await eventsIn(db, question, place)
  const byPerson = new Map<number, Sums>()
  const sumsOf = (person: number) => {
    const known = byPerson.get(person) ?? none()
    byPerson.set(person, known)
    return known
  }
  for (const { person, what, is_fight } of events) {
    const own = sumsOf(person)
    if (what === 'kill') own.kills += 1
    if (what === 'death') own.deaths += 1
    if (what === 'escape') own.escapes += 1
    if (is_fight) own.fights += 1
  }
  for (const [person, presence_ms] of await timesIn(db, question, place)) sumsOf(person).presence_ms += presence_ms
  const sums = [...byPerson.values()].reduce(
    (all, own) => ({
      kills: all.kills + own.kills,
      deaths: all.deaths + own.deaths,
      fights: all.fights + own.fights,
      escapes: all.escapes + own.escapes,
      presence_ms: all.presence_ms + own.presence_ms,
    }),
    none(),
  )
  const deeds = ({ kills, deaths, fights }: Sums) => kills + deaths + fights
  const shown = [...byPerson]
    .sort(([a, one], [b, two]) => deeds(two) - deeds(one) || two.presence_ms - one.presence_ms || a - b)
    .slice(0, MOST_PEOPLE)
  const kinds: readonly What[] = ['kill', 'death', 'escape', 'fight']
  const moments = kinds.flatMap((kind) => events.filter(({ what }) => what === kind).slice(0, MOST_MOMENTS))
  const ids = [
    ...shown.map(([id]) => id),
    ...moments.flatMap(({ target_id, killer_id }) => [target_id, killer_id ?? target_id]),
  ]
  const named = await namedPeople(db, ids)
  return {
    sums,
    people: shown.map(([id, own]) => ({ ...named(id), ...own })),
    moments: moments.map(({ what, round_id, started_unix, round_number, time_ms, means, target_id, killer_id }) => ({
      ...{ what, round_id, started_unix, round_number, time_ms, means },
      target_name: named(target_id).name,
      killer_name: killer_id === null ? null : named(killer_id).name,
    })),
  }
}

/** Every event of the cell, the newest first: a kill belongs to the killer, everything else to the target. */
async function eventsIn(db: Kysely<Database>, question: MapQuestion, { grid_x, grid_y, cell_units }: CellPlace) {
  const { rows } = await sql<Event>`
    with asked as materialized (${roundsAsked(db, question)})
    select 'kill' as what, place.killer_id as person, false as is_fight, place.round_id, asked.started_unix,
      asked.round_number, place.end_time_ms as time_ms, place.target_id, place.killer_id, place.means, place.row_no
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
    cells.add(data)
    const time = cells.at(grid_x, grid_y)?.presence_ms ?? 0
    if (time > 0) times.set(player_id, (times.get(player_id) ?? 0) + time)
  }
  return times
}
