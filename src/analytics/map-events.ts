import { type Kysely, sql } from 'kysely'
import type { EventCell } from '../metrics/map-cells.ts'
import type { Database } from '../store/database.ts'
import { cellOf, isAsked, isByMeans, KILLER, type MapQuestion, roundsAsked, TARGET } from './map-question.ts'

/** Kills where the killer stood; deaths, fights and escapes where the target was; by cell. */
export async function mapEvents(
  db: Kysely<Database>,
  question: MapQuestion,
  cell_units: number,
): Promise<readonly EventCell[]> {
  const byMeans = isByMeans(question)
  const { rows } = await sql<EventCell>`
    with asked as materialized (${roundsAsked(db, question)})
    select grid_x, grid_y, sum(kills)::integer as kills, sum(deaths)::integer as deaths,
      sum(fights)::integer as fights, sum(escapes)::integer as escapes
    from (
      select ${cellOf('place.killer_x', cell_units)} as grid_x, ${cellOf('place.killer_y', cell_units)} as grid_y,
        count(*) as kills, 0 as deaths, 0 as fights, 0 as escapes
      from derived_place place join asked on asked.id = place.round_id
      where place.killer_x is not null and ${byMeans} and ${isAsked(db, question, KILLER)} group by 1, 2
      union all
      select ${cellOf('place.x', cell_units)}, ${cellOf('place.y', cell_units)}, 0,
        count(*) filter (where place.cause <> 'none' and ${byMeans}), count(*) filter (where place.is_fight),
        count(*) filter (where place.is_escape)
      from derived_place place join asked on asked.id = place.round_id
      where ${isAsked(db, question, TARGET)} group by 1, 2
    ) cells group by 1, 2`.execute(db)
  return rows
}

/** Kills by means of death, whatever means is asked for, and how many have no place or no means. */
export async function mapMeans(db: Kysely<Database>, question: MapQuestion) {
  const { rows } = await sql<{ means: number | null; kills: number; unplaced: number }>`
    select place.means, count(*)::integer as kills, count(*) filter (where place.killer_x is null)::integer as unplaced
    from derived_place place join (${roundsAsked(db, question)}) asked on asked.id = place.round_id
    where place.cause = 'enemy' and ${isAsked(db, question, KILLER)}
    group by place.means order by 2 desc, 1`.execute(db)
  const asked = question.means === null ? rows : rows.filter(({ means }) => means === question.means)
  return {
    means: rows.flatMap(({ means, kills }) => (means === null ? [] : [{ means, kills }])),
    kills_without_place: asked.reduce((sum, { unplaced }) => sum + unplaced, 0),
    kills_without_means: rows.find(({ means }) => means === null)?.kills ?? 0,
  }
}
