import { cssColour, HEAT } from '../../ramp.ts'
import { useTheme } from '../../theme.ts'
import type { Dangers } from './use-player.ts'

type DangerMap = Dangers['maps'][number]

/** A small drawing of where somebody was, where he died, and the places that are told below. */
export function DangerSketch({ map }: { readonly map: DangerMap }) {
  const theme = useTheme()
  const [left, right] = ends(map.cells.map(([x]) => x))
  const [bottom, top] = ends(map.cells.map(([, y]) => y))
  const most = Math.max(1, ...map.cells.map(([, , , deaths]) => deaths))
  // north is up, as on the map's own page
  const row = (y: number) => top - y
  return (
    <svg class="danger-sketch" viewBox={`${left - 1} -1 ${right - left + 3} ${top - bottom + 3}`} aria-hidden="true">
      {map.cells.map(([x, y, , deaths]) => (
        <rect
          key={`${x} ${y}`}
          class={deaths === 0 ? 'danger-way' : undefined}
          x={x}
          y={row(y)}
          width="1"
          height="1"
          fill={deaths === 0 ? undefined : cssColour(HEAT[theme](0.25 + (0.75 * deaths) / most))}
        />
      ))}
      {map.zones.map(({ grid_x, grid_y }) => (
        <rect
          key={`zone ${grid_x} ${grid_y}`}
          class="danger-zone"
          x={grid_x - 0.35}
          y={row(grid_y) - 0.35}
          width="1.7"
          height="1.7"
        />
      ))}
    </svg>
  )
}

function ends(values: readonly number[]): readonly [number, number] {
  return values.length === 0 ? [0, 0] : [Math.min(...values), Math.max(...values)]
}
