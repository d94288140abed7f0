import { random } from '../../src/simulator/random.ts'

export interface Point {
  readonly x: number
  readonly y: number
  readonly z: number
}

export interface Arena {
  readonly map_name: string
  /** Places that players run to, in game units. */
  readonly places: readonly Point[]
  readonly spawns: { readonly AXIS: Point; readonly ALLIES: Point }
  readonly objectives: readonly (Point & { readonly name: string })[]
  /** Whether two points see each other: the same walls for everybody, in blocks of 256 units. */
  sees(from: Point, to: Point): boolean
}

/** Share of the pairs of blocks with a free line between them. */
const OPEN = 0.038
/** Height of a player's origin on the ground, as the engine gives it. */
export const GROUND_Z = 24.125

function block({ x, y }: Point): number {
  return (Math.floor(x / 256) & 0xffff) * 65_536 + (Math.floor(y / 256) & 0xffff)
}

/** A map of its name's own; `half` is the distance from its middle to its edge, in game units. */
export function arena(map_name: string, seed: number, half: number): Arena {
  const chance = random(seed)
  const at = (x: number, y: number): Point => ({
    x,
    y,
    z: GROUND_Z + (chance.chance(0.4) ? 16 * chance.whole(1, 8) : 0),
  })
  const places = Array.from({ length: 40 }, () => at(chance.between(-half, half), chance.between(-half, half)))
  const named = ['crane_controls', 'truck', 'forward_bunker_gate']
  return {
    map_name,
    places,
    spawns: { AXIS: at(-half, chance.between(-half, half) / 2), ALLIES: at(half, chance.between(-half, half) / 2) },
    objectives: named.map((name) => ({
      name,
      ...at(chance.between(-half, half) / 2, chance.between(-half, half) / 2),
    })),
    sees(from, to) {
      const near = block(from)
      const far = block(to)
      if (near === far) return true
      const mixed =
        Math.imul(Math.min(near, far) ^ (seed << 7), 0x9e3779b1) ^ Math.imul(Math.max(near, far), 0x85ebca6b)
      return ((mixed ^ (mixed >>> 15)) >>> 0) / 4_294_967_296 < OPEN
    },
  }
}
