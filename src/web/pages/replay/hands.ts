import { pan, zoom } from './camera.ts'
import type { Stage } from './stage.ts'

/** What follows from the hands of the reader. */
export interface Hands {
  /** Draws the present moment. */
  readonly redraw: () => void
  /** The reader moves the map. */
  readonly onPan: () => void
  /** The reader sees another part of the map. */
  readonly onView: () => void
  readonly onPick: (player: number) => void
}

/** Farther than this a finger has moved on purpose, pixels. */
const MOVED = 6
const WHEEL_STEP = 0.002

/** Drag to move, two fingers or wheel with Ctrl to zoom, a tap on a player picks him. */
export function handsOn(
  element: HTMLCanvasElement,
  stage: Stage,
  hands: { readonly current: Hands },
  setHovered: (player: number | null) => void,
): () => void {
  const fingers = new Map<number, { x: number; y: number }>()
  let moved = 0
  const place = ({ clientX, clientY }: MouseEvent) => {
    const { left, top } = element.getBoundingClientRect()
    return { x: clientX - left, y: clientY - top }
  }
  const zoomAt = (factor: number, { x, y }: { readonly x: number; readonly y: number }) => {
    const { clientWidth, clientHeight } = element
    zoom(stage.camera, factor, x - clientWidth / 2, y - clientHeight / 2, stage.leastScale())
    hands.current.onView()
    hands.current.redraw()
  }
  const down = (event: PointerEvent) => {
    element.setPointerCapture(event.pointerId)
    fingers.set(event.pointerId, place(event))
    if (fingers.size === 1) moved = 0
  }
  const move = (event: PointerEvent) => {
    const now = place(event)
    const before = fingers.get(event.pointerId)
    if (before === undefined) {
      setHovered(stage.playerAt(now.x, now.y))
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
    pan(stage.camera, now.x - before.x, now.y - before.y)
    hands.current.onView()
    hands.current.redraw()
  }
  const up = (event: PointerEvent) => {
    const at = fingers.get(event.pointerId)
    fingers.delete(event.pointerId)
    const picked = at === undefined || moved >= MOVED ? null : stage.playerAt(at.x, at.y)
    if (event.type === 'pointerup' && picked !== null) hands.current.onPick(picked)
  }
  const wheel = (event: WheelEvent) => {
    // the wheel alone scrolls the page
    if (!event.ctrlKey) return
    event.preventDefault()
    zoomAt(Math.exp(-event.deltaY * WHEEL_STEP), place(event))
  }
  const leave = () => setHovered(null)
  const stop = new AbortController()
  const { signal } = stop
  element.addEventListener('pointerdown', down, { signal })
  element.addEventListener('pointermove', move, { signal })
  element.addEventListener('pointerup', up, { signal })
  element.addEventListener('pointercancel', up, { signal })
  element.addEventListener('pointerleave', leave, { signal })
  element.addEventListener('wheel', wheel, { signal, passive: false })
  return () => stop.abort()
}
