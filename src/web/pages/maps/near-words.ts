import type { Place } from './draw-map.ts'
import { objectiveName } from './objective-name.ts'

/** A place is called after an objective within this distance, units. */
const NEAR_UNITS = 700

interface Named {
  readonly name: string
  readonly x: number
  readonly y: number
}

/** What is next to a cell: `near the Mill Gate`; null: nothing with a name. */
export function nearWords({ grid_x, grid_y }: Place, cell_units: number, objectives: readonly Named[]): string | null {
  const [x, y] = [(grid_x + 0.5) * cell_units, (grid_y + 0.5) * cell_units]
  const [nearest] = objectives
    .filter(({ name }) => name !== '')
    .map(({ name, ...one }) => ({ name, distance: Math.hypot(one.x - x, one.y - y) }))
    .sort((a, b) => a.distance - b.distance)
  return nearest === undefined || nearest.distance > NEAR_UNITS ? null : `near ${objectiveName(nearest.name)}`
}
