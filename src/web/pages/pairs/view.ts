import type { Node } from './layout.ts'
import type { PairOfAll } from './measures.ts'

/** Which part of the network is seen: how much larger than as a whole, and moved by how many pixels. */
export interface Zoom {
  readonly factor: number
  readonly dx: number
  readonly dy: number
}

export const WHOLE: Zoom = { factor: 1, dx: 0, dy: 0 }
const GREATEST = 6

/** Larger or smaller around the middle of the picture; never smaller than the whole. */
export function zoomed({ factor, dx, dy }: Zoom, by: number): Zoom {
  const to = Math.min(GREATEST, Math.max(1, factor * by))
  return to === 1 ? WHOLE : { factor: to, dx: (dx * to) / factor, dy: (dy * to) / factor }
}

/** Room for names at the sides and below the dots. */
const MARGIN = { x: 64, y: 34 } as const

/** From the places of the layout to the pixels of a picture that shows all of it in its middle. */
export function placed(nodes: readonly Node[], width: number, height: number, zoom: Zoom): ReadonlyMap<number, Node> {
  const [left, right] = [Math.min(...nodes.map(({ x }) => x)), Math.max(...nodes.map(({ x }) => x))]
  const [top, bottom] = [Math.min(...nodes.map(({ y }) => y)), Math.max(...nodes.map(({ y }) => y))]
  const fit_x = (width - 2 * MARGIN.x) / Math.max(right - left, 1)
  const fit_y = (height - 2 * MARGIN.y) / Math.max(bottom - top, 1)
  const at = (value: number, from: number, to: number, fit: number, size: number, moved: number) =>
    size / 2 + (value - (from + to) / 2) * Math.min(fit, 2) * zoom.factor + moved
  return new Map(
    nodes.map(({ person, x, y }) => [
      person,
      { person, x: at(x, left, right, fit_x, width, zoom.dx), y: at(y, top, bottom, fit_y, height, zoom.dy) },
    ]),
  )
}

/** A pointer this near to a line or dot means it, pixels. */
const REACH = 9

/** The person or the pair under a point of the picture; the person first. */
export function under(
  nodes: ReadonlyMap<number, Node>,
  pairs: readonly PairOfAll[],
  x: number,
  y: number,
): { readonly person: number } | { readonly pair: PairOfAll } | null {
  for (const node of nodes.values()) {
    if (Math.hypot(node.x - x, node.y - y) <= REACH + 4) return { person: node.person }
  }
  let nearest: PairOfAll | null = null
  let least = REACH
  for (const pair of pairs) {
    const [from, to] = [nodes.get(pair.player1), nodes.get(pair.player2)]
    if (from === undefined || to === undefined) continue
    const far = distanceToLine(x, y, from, to)
    if (far < least) {
      nearest = pair
      least = far
    }
  }
  return nearest && { pair: nearest }
}

function distanceToLine(x: number, y: number, from: Node, to: Node): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const part = ((x - from.x) * dx + (y - from.y) * dy) / Math.max(dx * dx + dy * dy, 1)
  const on = Math.min(1, Math.max(0, part))
  return Math.hypot(from.x + on * dx - x, from.y + on * dy - y)
}
