import { FLOAT_ZERO, type Vector } from './values.ts'

/** What the engine keeps a trace away from a plane, game units. */
const EPSILON = 0.125
const WORLD = 1022
const NONE = 1023

interface Trace {
  allsolid: boolean
  startsolid: boolean
  fraction: number
  endpos: Vector
  plane: { normal: Vector; dist: number; type: number; signbits: number; pad: number }
  surfaceFlags: number
  contents: number
  entityNum: number
}

/** Six distances per box: the planes +x, +y, +z, -x, -y, -z. */
const boxes: number[][] = []

export function addBox([minX, minY, minZ]: Vector, [maxX, maxY, maxZ]: Vector): void {
  boxes.push([maxX, maxY, maxZ, -minX, -minY, -minZ])
}

/** What a box that moves from start to end meets first, reckoned plane by plane as the engine does. */
export function trace(
  start: readonly number[],
  mins: readonly number[] | undefined,
  maxs: readonly number[] | undefined,
  end: readonly number[],
  mask: number,
): Trace {
  const from = [start[0], start[1], start[2], -start[0], -start[1], -start[2]]
  const to = [end[0], end[1], end[2], -end[0], -end[1], -end[2]]
  const reach = reachOf(mins, maxs)
  let [fraction, side, hit] = [1 + FLOAT_ZERO, -1, -1]
  let [startsolid, allsolid] = [false, false]
  // boxes are of solid matter: the first bit of a mask
  const count = mask % 2 === 1 ? boxes.length : 0
  for (let box = 0; box < count; box++) {
    const planes = boxes[box]
    let [enter, leave, entered] = [-1 + FLOAT_ZERO, 1 + FLOAT_ZERO, -1]
    let [startsOut, getsOut, misses] = [false, false, false]
    for (let plane = 0; plane < 6; plane++) {
      const distance = planes[plane] + reach[plane]
      const before = from[plane] - distance
      const after = to[plane] - distance
      if (after > 0) getsOut = true
      if (before > 0) {
        startsOut = true
        if (after >= EPSILON || after >= before) {
          misses = true
          break
        }
      }
      if (before > after && (before > 0 || after > 0)) {
        const at = Math.max(FLOAT_ZERO, (before - EPSILON) / (before - after))
        if (at > enter) {
          enter = at
          entered = plane
        }
      } else if (before > 0 || after > 0) {
        leave = Math.min(leave, 1, (before + EPSILON) / (before - after))
      }
    }
    if (!misses) {
      if (!startsOut) {
        startsolid = true
        if (!getsOut) {
          allsolid = true
          fraction = FLOAT_ZERO
          hit = box
        }
      } else if (enter < leave && enter > -1 && enter < fraction) {
        fraction = enter
        side = entered
        hit = box
      }
    }
  }
  return answer(start, end, fraction, startsolid, allsolid, side, hit)
}

/** How far the moved box reaches towards each plane. */
function reachOf(mins: readonly number[] | undefined, maxs: readonly number[] | undefined): number[] {
  const [minX, minY, minZ] = mins ?? [0, 0, 0]
  const [maxX, maxY, maxZ] = maxs ?? [0, 0, 0]
  return [-minX, -minY, -minZ, maxX, maxY, maxZ]
}

function answer(
  start: readonly number[],
  end: readonly number[],
  fraction: number,
  startsolid: boolean,
  allsolid: boolean,
  side: number,
  hit: number,
): Trace {
  const normal: Vector = [FLOAT_ZERO, FLOAT_ZERO, FLOAT_ZERO]
  if (side >= 0) normal[side % 3] = (side < 3 ? 1 : -1) + FLOAT_ZERO
  return {
    allsolid,
    startsolid,
    fraction,
    endpos: [
      start[0] + fraction * (end[0] - start[0]),
      start[1] + fraction * (end[1] - start[1]),
      start[2] + fraction * (end[2] - start[2]),
    ],
    plane: {
      normal,
      dist: side < 0 ? FLOAT_ZERO : boxes[hit][side] + FLOAT_ZERO,
      type: side < 0 || side > 2 ? 3 : side,
      signbits: side < 3 ? 0 : 2 ** (side - 3),
      pad: 0,
    },
    surfaceFlags: 0,
    contents: hit < 0 ? 0 : 1,
    entityNum: hit < 0 ? NONE : WORLD,
  }
}
