import type { RefObject } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import {
  type Bounds,
  type Camera,
  leastScale,
  type Projection,
  pan,
  projectionOf,
  showView,
  viewOf,
  zoom,
} from '../../camera/camera.ts'
import { type Hands, handsOn, type Point } from '../../camera/hands.ts'
import { type MapView, writeMapView } from '../../map-view.ts'

interface MapCameraOptions {
  readonly element: RefObject<HTMLElement | null>
  readonly bounds: Bounds
  readonly size: { readonly width: number; readonly height: number }
  /** What the address says is seen; null: all of it. */
  readonly view: MapView | null
  readonly redraw: () => void
  /** The reader stays with a part of the map. */
  readonly see: (view: MapView | null) => void
  readonly onPick: (at: Point) => void
  readonly onHover: (at: Point | null) => void
}

/** The address follows a part of the map at which the reader stays, ms. */
const SETTLED_MS = 300

/** The camera over the picture of a map: it follows the reader, the address and the size of the picture. */
export function useMapCamera(options: MapCameraOptions) {
  const camera = useRef<Camera>({ x: 0, y: 0, scale: 0 }).current
  const current = useRef(options)
  current.current = options
  const seen = useRef(options.view)
  const told = useRef(textOf(options.view))
  const settling = useRef<ReturnType<typeof setTimeout>>(undefined)

  const show = () => {
    const { bounds, size } = current.current
    if (size.width === 0) return
    showView(camera, seen.current, bounds, size.width, size.height)
    current.current.redraw()
  }
  const onView = () => {
    const { bounds, size } = current.current
    seen.current = viewOf(camera, bounds, size.width, size.height)
    clearTimeout(settling.current)
    settling.current = setTimeout(() => {
      told.current = textOf(seen.current)
      current.current.see(seen.current)
    }, SETTLED_MS)
  }
  const least = () => {
    const { bounds, size } = current.current
    return leastScale(bounds, size.width, size.height)
  }
  const moved = () => {
    onView()
    current.current.redraw()
  }

  useEffect(show, [options.bounds, options.size])
  const asked = textOf(options.view)
  useEffect(() => {
    // the address says what it was told; the reader may have gone on since
    if (asked === told.current) return
    told.current = asked
    seen.current = options.view
    show()
  }, [asked])
  useEffect(() => {
    const element = options.element.current
    if (element === null) return
    const letGo = handsOn(
      element,
      { camera, leastScale: least },
      {
        get current(): Hands {
          const { redraw, onPick, onHover } = current.current
          return { redraw, onPick, onHover, onView, onPan: () => undefined }
        },
      },
    )
    return () => {
      clearTimeout(settling.current)
      letGo()
    }
  }, [])

  return {
    projection: (): Projection => projectionOf(camera, options.size.width, options.size.height),
    zoomBy: (factor: number) => {
      zoom(camera, factor, 0, 0, least())
      moved()
    },
    panBy: (dx: number, dy: number) => {
      pan(camera, dx, dy)
      moved()
    },
    showWhole: () => {
      seen.current = null
      show()
      onView()
    },
    /** Brings a place of the world into the picture. */
    reveal: (x: number, y: number) => {
      const { size } = current.current
      const { x: toX, y: toY } = projectionOf(camera, size.width, size.height)
      if (toX(x) >= 0 && toX(x) <= size.width && toY(y) >= 0 && toY(y) <= size.height) return
      camera.x = x
      camera.y = y
      moved()
    },
  }
}

function textOf(view: MapView | null): string | null {
  return view && writeMapView(view)
}
