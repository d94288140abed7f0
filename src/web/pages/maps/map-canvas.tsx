import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Bounds } from '../../camera/camera.ts'
import type { Point } from '../../camera/hands.ts'
import { ZOOM_STEP, ZoomButtons } from '../../camera/zoom-buttons.tsx'
import { zoomOf } from '../../camera/zoom-keys.ts'
import type { MapView } from '../../map-view.ts'
import { paletteOf } from '../replay/palette.ts'
import { drawMap, type Place, type Scene } from './draw-map.ts'
import { useMapCamera } from './use-map-camera.ts'

interface MapCanvasProps {
  readonly scene: Scene
  readonly bounds: Bounds
  /** What is seen of it; null: all. */
  readonly view: MapView | null
  readonly label: string
  readonly hover: (place: Place | null) => void
  readonly choose: (place: Place | null) => void
  readonly see: (view: MapView | null) => void
  /** What its colours say: stands below it. */
  readonly children: ComponentChildren
}

/** As high as it is for its width, but never higher than this share of the screen. */
const MOST_OF_SCREEN = 0.78

/** So far a key moves the map, pixels. */
const PAN = 80

const STEPS: Readonly<Record<string, readonly [dx: number, dy: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
}

/** The map. A cell is chosen by a click, a tap or the arrow keys; with Shift these move the map. */
export function MapCanvas({ scene, bounds, view, label, hover, choose, see, children }: MapCanvasProps) {
  const button = useRef<HTMLButtonElement>(null)
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

  const draw = () => {
    const element = canvas.current
    const context = element?.getContext('2d')
    if (element === null || context == null || size.width === 0) return
    const { width, height } = size
    context.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0)
    context.clearRect(0, 0, width, height)
    const theme = matchMedia('(prefers-color-scheme: light)').matches ? 'light' : 'dark'
    drawMap(context, scene, camera.projection(), { theme, palette: paletteOf(element) })
  }
  const placeAt = ({ x, y }: Point): Place => {
    const { worldX, worldY } = camera.projection()
    const cell = (world: number) => Math.floor(world / scene.cell_units)
    return { grid_x: cell(worldX(x)), grid_y: cell(worldY(y)) }
  }
  useEffect(() => {
    if (canvas.current === null) return
    canvas.current.width = size.width * devicePixelRatio
    canvas.current.height = size.height * devicePixelRatio
  }, [size])
  const camera = useMapCamera({
    ...{ element: button, bounds, size, view, see, redraw: draw },
    onPick: (at) => choose(placeAt(at)),
    onHover: (at) => hover(at === null ? null : placeAt(at)),
  })
  useEffect(draw, [scene])

  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') return choose(null)
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const zoom = zoomOf(event.key)
    if (zoom === 'whole') return camera.showWhole()
    if (zoom !== null) return camera.zoomBy(zoom === 'closer' ? ZOOM_STEP : 1 / ZOOM_STEP)
    const step = STEPS[event.key]
    if (step === undefined) return
    event.preventDefault()
    if (event.shiftKey) return camera.panBy(-step[0] * PAN, step[1] * PAN)
    const from = scene.chosen ?? fullestOf(scene)
    const next =
      scene.chosen === null && from !== null
        ? from
        : { grid_x: (from?.grid_x ?? 0) + step[0], grid_y: (from?.grid_y ?? 0) + step[1] }
    camera.reveal((next.grid_x + 0.5) * scene.cell_units, (next.grid_y + 0.5) * scene.cell_units)
    choose(next)
  }
  return (
    <div class="map-picture">
      <button
        ref={button}
        type="button"
        class={view === null ? 'map-button' : 'map-button is-part'}
        aria-label={label}
        aria-describedby="map-keys"
        // a press of Enter has no place, and what has one is seen to by the hands
        onClick={({ detail }) => {
          if (detail === 0) choose(fullestOf(scene))
        }}
        onKeyDown={onKey}
      >
        <canvas ref={canvas} class="map-canvas" />
      </button>
      <ZoomButtons zoomBy={camera.zoomBy} showWhole={camera.showWhole}>
        {children}
      </ZoomButtons>
    </div>
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
