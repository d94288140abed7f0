import { useEffect, useRef, useState } from 'preact/hooks'
import { paletteOf } from '../replay/palette.ts'
import { type Bounds, viewOf } from './bounds.ts'
import { drawMap, type Place, type Scene } from './draw-map.ts'

interface MapCanvasProps {
  readonly scene: Scene
  readonly bounds: Bounds
  readonly label: string
  readonly hover: (place: Place | null) => void
  readonly choose: (place: Place | null) => void
}

/** As high as it is for its width, but never higher than this share of the screen. */
const MOST_OF_SCREEN = 0.78

const STEPS: Readonly<Record<string, readonly [dx: number, dy: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
}

/** The map. A cell is chosen by a click, a tap or the arrow keys. */
export function MapCanvas({ scene, bounds, label, hover, choose }: MapCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const [size, setSize] = useState({ width: 0, height: 0, changes: 0 })

  useEffect(() => {
    const box = canvas.current?.parentElement
    if (box == null) return
    const measure = () => {
      const width = box.clientWidth
      const wanted = (width * (bounds.top - bounds.bottom)) / (bounds.right - bounds.left)
      const height = Math.round(Math.min(wanted, innerHeight * MOST_OF_SCREEN))
      setSize(({ changes }) => ({ width, height, changes: changes + 1 }))
    }
    const observer = new ResizeObserver(measure)
    observer.observe(box)
    const theme = matchMedia('(prefers-color-scheme: light)')
    theme.addEventListener('change', measure)
    return () => {
      observer.disconnect()
      theme.removeEventListener('change', measure)
    }
  }, [bounds])

  useEffect(() => {
    const element = canvas.current
    const context = element?.getContext('2d')
    if (element === null || context == null || size.width === 0) return
    const { width, height } = size
    element.width = width * devicePixelRatio
    element.height = height * devicePixelRatio
    context.scale(devicePixelRatio, devicePixelRatio)
    const theme = matchMedia('(prefers-color-scheme: light)').matches ? 'light' : 'dark'
    drawMap(context, scene, viewOf(bounds, width, height), { theme, palette: paletteOf(element) })
  }, [scene, bounds, size])

  const placeAt = ({ offsetX, offsetY }: MouseEvent): Place => {
    const view = viewOf(bounds, size.width, size.height)
    const cell = (world: number) => Math.floor(world / scene.cell_units)
    return { grid_x: cell(view.worldX(offsetX)), grid_y: cell(view.worldY(offsetY)) }
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') return choose(null)
    const step = STEPS[event.key]
    if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    const from = scene.chosen ?? fullestOf(scene)
    choose(
      scene.chosen === null && from !== null
        ? from
        : { grid_x: (from?.grid_x ?? 0) + step[0], grid_y: (from?.grid_y ?? 0) + step[1] },
    )
  }
  return (
    <button
      type="button"
      class="map-button"
      aria-label={label}
      aria-describedby="map-keys"
      onPointerMove={(event) => {
        if (event.pointerType === 'mouse') hover(placeAt(event))
      }}
      onPointerLeave={() => hover(null)}
      // a press of Enter has no place
      onClick={(event) => choose(event.detail === 0 ? fullestOf(scene) : placeAt(event))}
      onKeyDown={onKey}
    >
      <canvas ref={canvas} class="map-canvas" />
    </button>
  )
}

/** Where the keyboard begins: the cell with most of what is shown. */
function fullestOf({ map, layer, scale }: Scene): Place | null {
  if (map === null || scale.most === 0) return null
  const value = (cell: (typeof map.cells)[number]) =>
    layer === 'flow' || layer === 'presence' ? cell.presence_ms : layer === 'lines' ? cell.kills : cell[layer]
  return map.cells.reduce<(typeof map.cells)[number] | null>(
    (best, cell) => (best === null || value(cell) > value(best) ? cell : best),
    null,
  )
}
