import type { ReplyAt } from '../contract/client.ts'
import type { OpenedFile } from './open-file.ts'

type Objectives = ReplyAt<'/api/proximity/maps/:map_name'>['objectives']

interface Deed {
  readonly what: string
  readonly name: string
  readonly x: number
  readonly y: number
}

const MOST = 40
/** Places of one deed within this distance are one, units. */
const NEAR_UNITS = 512

/** Where things were done to objectives: as the game announced it, or else the work of engineers and what was carried. */
export function objectivesOf(file: OpenedFile): Objectives {
  const places = Map.groupBy(deedsOf(file), ({ what, name, x, y }) =>
    JSON.stringify([what, name, Math.floor(x / NEAR_UNITS), Math.floor(y / NEAR_UNITS)]),
  )
  const mean = (of: readonly number[]) => Math.round(of.reduce((sum, value) => sum + value, 0) / of.length)
  return [...places.values()]
    .map((deeds) => {
      const { what, name } = deeds[0] as Deed
      return { what, name, x: mean(deeds.map(({ x }) => x)), y: mean(deeds.map(({ y }) => y)), n: deeds.length }
    })
    .sort((a, b) => b.n - a.n || order(a.what, b.what) || order(a.name, b.name) || a.x - b.x || a.y - b.y)
    .slice(0, MOST)
}

function deedsOf({ round: { rows } }: OpenedFile): readonly Deed[] {
  const announced = rows.game_events.flatMap(({ event, object, x, y }) =>
    x === null || y === null ? [] : [{ what: event, name: object, x, y }],
  )
  if (announced.length > 0) return announced
  return [
    ...rows.construction_events.map((row) => ({
      ...{ what: row.event_type, name: row.track_name, x: row.player_x, y: row.player_y },
    })),
    ...rows.carrier_events.map((row) => ({
      ...{ what: 'objective_taken', name: row.flag_team, x: row.pickup_x, y: row.pickup_y },
    })),
  ]
}

function order(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1
}
