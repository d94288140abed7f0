import { type Camera, pan, zoom } from './camera.ts'

/** What follows from the hands of the reader. */
export interface Hands {
  /** Draws the present moment. */
  readonly redraw: () => void
  /** The reader moves the map. */
  readonly onPan: () => void
  /** The reader sees another part of the map. */
  readonly onView: () => void
  /** A click or a tap. */
  readonly onPick: (at: Point) => void
  /** The pointer is over the map; null: no more. */
  readonly onHover: (at: Point | null) => void
}

/** A place in the picture, pixels. */
export interface Point {
  readonly x: number
  readonly y: number
}

/** What the hands move. */
interface Seen {
  readonly camera: Camera
  readonly leastScale: () => number
}

/** Farther than this a finger has moved on purpose, pixels. */
const MOVED = 6
const WHEEL_STEP = 0.002

/** Drag to move, two fingers or wheel with Ctrl to zoom. Gives what ends that. */
export function handsOn(
  element: HTMLElement,
  { camera, leastScale }: Seen,
  hands: { readonly current: Hands },
): () => void {
  const fingers = new Map<number, Point>()
  const seenBefore: Camera = { ...camera }
  let moved = 0
  const place = ({ clientX, clientY }: MouseEvent) => {
    const { left, top } = element.getBoundingClientRect()
    return { x: clientX - left, y: clientY - top }
  }
  const zoomAt = (factor: number, { x, y }: Point) => {
    const { clientWidth, clientHeight } = element
    zoom(camera, factor, x - clientWidth / 2, y - clientHeight / 2, leastScale())
    hands.current.onView()
    hands.current.redraw()
  }
  const down = (event: PointerEvent) => {
    element.setPointerCapture(event.pointerId)
    fingers.set(event.pointerId, place(event))
    if (fingers.size > 1) return
    moved = 0
    Object.assign(seenBefore, camera)
  }
  const move = (event: PointerEvent) => {
    const now = place(event)
    const before = fingers.get(event.pointerId)
    if (before === undefined) {
      hands.current.onHover(now)
      return
    }
    fingers.set(event.pointerId, now)
    moved += Math.hypot(now.x - before.x, now.y - before.y)
    if (moved < MOVED) return
    const other = [...fingers].find(([id]) => id !== event.pointerId)?.[1]
    if (other !== undefined) {
      const apart = Math.hypot(before.x - other.x, before.y - other.y)
      const middle = { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 }
      if (apart > 0) zoomAt(Math.hypot(now.x - other.x, now.y - other.y) / apart, middle)
      return
    }
    hands.current.onPan()
    pan(camera, now.x - before.x, now.y - before.y)
    hands.current.onView()
    hands.current.redraw()
  }
  const up = ({ pointerId }: PointerEvent) => {
    const at = fingers.get(pointerId)
    fingers.delete(pointerId)
    if (at !== undefined && moved < MOVED) hands.current.onPick(at)
  }
  const cancel = ({ pointerId }: PointerEvent) => {
    fingers.delete(pointerId)
    // the finger scrolls the page, as is found out only after its first steps
    Object.assign(camera, seenBefore)
    hands.current.onView()
    hands.current.redraw()
  }
  const wheel = (event: WheelEvent) => {
    // the wheel alone scrolls the page
    if (!event.ctrlKey) return
    event.preventDefault()
    zoomAt(Math.exp(-event.deltaY * WHEEL_STEP), place(event))
  }
  const leave = () => hands.current.onHover(null)
  const stop = new AbortController()
  const { signal } = stop
  element.addEventListener('pointerdown', down, { signal })
  element.addEventListener('pointermove', move, { signal })
  element.addEventListener('pointerup', up, { signal })
  element.addEventListener('pointercancel', cancel, { signal })
  element.addEventListener('pointerleave', leave, { signal })
  element.addEventListener('wheel', wheel, { signal, passive: false })
  return () => stop.abort()
}
