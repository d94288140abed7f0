import type { Vector } from './fields.ts'
import { PLANS, type Plan, SQUARE } from './plans.ts'

/** A map that people walk on and see across. All places are where a player's origin is when he stands there. */
export interface GameMap extends Plan {
  readonly boxes: readonly { readonly mins: Vector; readonly maxs: Vector }[]
  /** Where the camera of the intermission hangs. */
  readonly camera: Vector
  /** Places of a letter of the drawing. */
  places(letter: string): readonly Vector[]
  /** Whether nothing solid stands between two points. */
  sees(from: Vector, to: Vector): boolean
  /** Whether a player gets from one place to another in a straight line without leaving his floor. */
  walkable(from: Vector, to: Vector): boolean
  /** The next place on the shortest way, as far as the straight line is free; undefined: he is there. */
  step(from: Vector, to: Vector): Vector | undefined
  /** The nearest place to stand on. */
  ground(at: Vector): Vector
}

/** Height of a player's origin over the floor: the box of a player reaches 24 below it. */
const ORIGIN = 24.125
/** Half the width of a player. */
const HALF = 18
const HEIGHTS: Readonly<Record<string, number>> = { '#': 256, c: 56, '=': 64, '/': 32 }
/** The greatest rise from one square to the next that can be walked. */
const RISE = 32
const FARTHEST_LOOK = 6
/** Fine enough that no wall is missed but a corner's last units. */
const SIGHT_STRIDE = 16
const UNREACHED = 32_767

const made = new Map<string, GameMap>()

/** The map of that name; throws if there is none. */
export function mapOf(name: string): GameMap {
  const known = made.get(name)
  if (known !== undefined) return known
  const plan = PLANS.find((one) => one.name === name)
  if (plan === undefined) throw new RangeError(`there is no map ${name}`)
  const map = build(plan)
  made.set(name, map)
  return map
}

function build(plan: Plan): GameMap {
  const rows = plan.squares.length
  const columns = plan.squares[0]?.length ?? 0
  const west = (-columns * SQUARE) / 2
  const south = (-rows * SQUARE) / 2
  const heights = new Int16Array(rows * columns)
  const letters = new Map<string, Vector[]>()
  const height = (square: number) => heights[square] ?? 256
  const squareAt = (x: number, y: number) => {
    const column = Math.floor((x - west) / SQUARE)
    const row = rows - 1 - Math.floor((y - south) / SQUARE)
    return row < 0 || row >= rows || column < 0 || column >= columns ? -1 : row * columns + column
  }
  const middle = (square: number): Vector => [
    west + ((square % columns) + 0.5) * SQUARE,
    south + (rows - Math.floor(square / columns) - 0.5) * SQUARE,
    height(square) + ORIGIN,
  ]
  plan.squares.forEach((line, row) => {
    for (let column = 0; column < columns; column++) {
      const letter = line[column] as string
      const square = row * columns + column
      heights[square] = HEIGHTS[letter] ?? 0
      const known = letters.get(letter) ?? []
      known.push(middle(square))
      letters.set(letter, known)
    }
  })
  const stands = (square: number) => square >= 0 && height(square) !== 256 && height(square) !== 56

  const neighbours = Array.from(heights, (_, square): number[] => {
    if (!stands(square)) return []
    const near = (by: number) => stands(square + by) && Math.abs(height(square + by) - height(square)) <= RISE
    const flat = (by: number) => near(by) && height(square + by) === height(square)
    const straight = [-1, 1, -columns, columns].filter(near)
    const corners = [-1, 1].flatMap((x) =>
      [-columns, columns].flatMap((y) => (flat(x) && flat(y) && flat(x + y) ? [x + y] : [])),
    )
    return [...straight, ...corners].map((by) => square + by)
  })
  const ways = new Map<number, Int16Array>()
  /** Tenths of squares from everywhere to one square. */
  const wayTo = (goal: number) => {
    const known = ways.get(goal)
    if (known !== undefined) return known
    const far = new Int16Array(heights.length).fill(UNREACHED)
    far[goal] = 0
    let edge = [goal]
    while (edge.length > 0) {
      const next: number[] = []
      for (const square of edge) {
        for (const near of neighbours[square] as number[]) {
          const sum =
            (far[square] as number) + (Math.abs(near - square) === 1 || Math.abs(near - square) === columns ? 10 : 14)
          if (sum >= (far[near] as number)) continue
          far[near] = sum
          next.push(near)
        }
      }
      edge = next
    }
    ways.set(goal, far)
    return far
  }

  /** The floor of a square where one can stand; undefined elsewhere. */
  const floors = Array.from(heights, (floor, square) => (stands(square) ? floor : undefined))
  const floorAt = (x: number, y: number) => floors[squareAt(x, y)]

  const map: GameMap = {
    ...plan,
    boxes: boxesOf(plan, columns, rows, west, south),
    camera: [0, south + 200, 400],
    places: (letter) => letters.get(letter) ?? [],
    sees([x, y, z], [to_x, to_y, to_z]) {
      const steps = Math.ceil(Math.hypot(to_x - x, to_y - y) / SIGHT_STRIDE)
      for (let i = 1; i < steps; i++) {
        const part = i / steps
        if (height(squareAt(x + (to_x - x) * part, y + (to_y - y) * part)) > z + (to_z - z) * part) return false
      }
      return true
    },
    walkable([from_x, from_y], [to_x, to_y]) {
      const floor = floorAt(from_x, from_y)
      if (floor === undefined) return false
      const steps = Math.max(1, Math.ceil(Math.hypot(to_x - from_x, to_y - from_y) / HALF))
      for (let i = 0; i <= steps; i++) {
        const x = from_x + ((to_x - from_x) * i) / steps
        const y = from_y + ((to_y - from_y) * i) / steps
        if (floorAt(x - HALF, y - HALF) !== floor || floorAt(x + HALF, y - HALF) !== floor) return false
        if (floorAt(x - HALF, y + HALF) !== floor || floorAt(x + HALF, y + HALF) !== floor) return false
      }
      return true
    },
    step(from, to) {
      const goal = squareAt(to[0], to[1])
      const far = wayTo(goal)
      let here = squareAt(from[0], from[1])
      if (here === goal || (far[here] ?? UNREACHED) === UNREACHED) return undefined
      const own = middle(here)
      const centred = Math.hypot(from[0] - own[0], from[1] - own[1]) < 1
      let best: Vector | undefined
      for (let i = 0; i < FARTHEST_LOOK && here !== goal; i++) {
        let next = here
        for (const near of neighbours[here] as number[]) if ((far[near] as number) < (far[next] as number)) next = near
        const place = middle(next)
        // around a corner and up a terrace the way goes through the middle of the squares
        if (!map.walkable(from, place) && (best !== undefined || !centred)) return best ?? own
        best = place
        here = next
      }
      return best
    },
    ground: (at) => middle(squareAt(at[0], at[1])),
  }
  return map
}

/** Runs of equal squares of a line as one box each. */
function boxesOf({ squares }: Plan, columns: number, rows: number, west: number, south: number): GameMap['boxes'] {
  const boxes: { mins: Vector; maxs: Vector }[] = [{ mins: [west, south, -64], maxs: [-west, -south, 0] }]
  squares.forEach((line, row) => {
    for (let column = 0; column < columns; ) {
      const letter = line[column] as string
      let end = column + 1
      while (end < columns && line[end] === letter) end++
      if (letter === '#' || letter === 'c' || letter === '=') {
        const y = south + (rows - 1 - row) * SQUARE
        const top = HEIGHTS[letter] as number
        boxes.push({ mins: [west + column * SQUARE, y, 0], maxs: [west + end * SQUARE, y + SQUARE, top] })
      }
      column = end
    }
  })
  return boxes
}
