import { excludedIn } from '../../analytics/excluded.ts'
import { mapCell as readCell } from '../../analytics/map-cell.ts'
import { cellsOfMap } from '../../analytics/map-cells.ts'
import { walkedFloor } from '../../analytics/map-floor.ts'
import { mapKills as readKills } from '../../analytics/map-kills.ts'
import { mapObjectives } from '../../analytics/map-objectives.ts'
import { mapPeople } from '../../analytics/map-people.ts'
import type { MapQuestion } from '../../analytics/map-question.ts'
import { mapList, mapRounds } from '../../analytics/map-rounds.ts'
import { map } from '../../contract/map.ts'
import { mapCell } from '../../contract/map-cell.ts'
import { mapFloor } from '../../contract/map-floor.ts'
import { mapKills } from '../../contract/map-kills.ts'
import { maps } from '../../contract/maps.ts'
import { envelopeOf } from '../answer.ts'
import { mapPicture } from '../map-pictures.ts'
import { route } from '../route.ts'
import { type ScopeQuery, scopeOf } from '../scope-of.ts'

/** What a query of a map says beside its scope. */
type MapQuery = ScopeQuery & { readonly [K in Exclude<keyof MapQuestion, 'scope'>]?: MapQuestion[K] | undefined }

/** The question of a query, and with what every answer to one begins. */
function asked(given: MapQuery, map_name: string, now_ms: number) {
  const query = { ...given, map_name }
  const { side = null, player_class = null, role = null, means = null } = query
  const filter = { side, player_class, role, means }
  const question: MapQuestion = { scope: scopeOf(query, now_ms), ...filter }
  const envelope = (hasData: boolean) => ({ ...envelopeOf(query, now_ms, hasData), map_name, filter })
  return { question, envelope }
}

export const mapsRoute = route(maps, async ({ db, query, now_ms }) => {
  const scope = scopeOf(query, now_ms)
  const found = await mapList(db, scope)
  return { ...envelopeOf(query, now_ms, found.length > 0), maps: found, excluded: await excludedIn(db, scope) }
})

export const mapRoute = route(map, async ({ db, query, params, now_ms }) => {
  const { question, envelope } = asked(query, params.map_name, now_ms)
  const [{ missing, ...found }, { rounds, ...missingRounds }, objectives, people, excluded] = await Promise.all([
    cellsOfMap(db, question, query.cell_units),
    mapRounds(db, question),
    mapObjectives(db, question.scope),
    mapPeople(db, question.scope),
    excludedIn(db, question.scope),
  ])
  return {
    ...envelope(rounds > 0),
    cell_units: query.cell_units,
    rounds,
    ...found,
    objectives,
    people,
    missing: { ...missingRounds, ...missing },
    excluded,
  }
})

export const mapCellRoute = route(mapCell, async ({ db, query, params, now_ms }) => {
  const { question, envelope } = asked(query, params.map_name, now_ms)
  const { grid_x, grid_y, cell_units } = query
  const found = await readCell(db, question, { grid_x, grid_y, cell_units })
  return {
    ...envelope(found.people.length > 0),
    ...{ cell_units, grid_x, grid_y },
    ...found,
    excluded: await excludedIn(db, question.scope),
  }
})

export const mapKillsRoute = route(mapKills, async ({ db, query, params, now_ms }) => {
  const { question, envelope } = asked(query, params.map_name, now_ms)
  const { missing, ...found } = await readKills(db, question, query.limit)
  const { rounds: _, ...missingRounds } = await mapRounds(db, question)
  return {
    ...envelope(found.kills.length > 0),
    limit: query.limit,
    ...found,
    missing: { ...missingRounds, ...missing },
    excluded: await excludedIn(db, question.scope),
  }
})

/** @param pictures folder with pictures of maps */
export function mapFloorRoute(pictures: string | null) {
  return route(mapFloor, async ({ db, params }) => ({
    map_name: params.map_name,
    ...(await walkedFloor(db, params.map_name)),
    picture: await mapPicture(pictures, params.map_name),
  }))
}
