import { describe, expect, test } from 'vitest'
import type { Vector } from './fields.ts'
import { mapOf } from './map.ts'
import { PLANS } from './plans.ts'
import { random } from './random.ts'

describe.each(PLANS.map(({ name }) => name))('%s', (name) => {
  const map = mapOf(name)
  const letters = [...new Set(map.squares.join(''))].filter((letter) => letter !== '#' && letter !== 'c')
  const spots = letters.flatMap((letter) => map.places(letter))

  test('every place is reached from both spawns, in steps that no wall stands in', () => {
    for (const start of [map.places('A')[0], map.places('L')[0]] as Vector[]) {
      for (const spot of spots) {
        let at = start
        for (let next = map.step(at, spot); next !== undefined; next = map.step(at, spot)) {
          if (at[2] === next[2] && at !== start) expect(crosses(at, next)).toBe(false)
          at = next
        }
        expect(at).toEqual(spot)
      }
    }
  })

  test('who sees whom agrees with the boxes, wherever the line does not graze a corner', () => {
    const chance = random(1)
    let blocked = 0
    for (let i = 0; i < 150; i++) {
      const [from, to] = [eyes(chance.pick(spots)), eyes(chance.pick(spots))]
      const shifts = [-10, 0, 10].flatMap((x) => [-10, 10].map((y) => crosses(shift(from, x, y), shift(to, x, y))))
      if (new Set(shifts).size > 1) continue
      expect(map.sees(from, to)).toBe(!shifts[0])
      blocked += shifts[0] ? 1 : 0
    }
    expect(blocked).toBeGreaterThan(20)
  })

  /** Whether a line goes through a box, by trying a point every two units. */
  function crosses(from: Vector, to: Vector): boolean {
    const steps = Math.ceil(Math.hypot(to[0] - from[0], to[1] - from[1]) / 2)
    const boxes = map.boxes.filter(({ maxs }) => maxs[2] > 0)
    for (let i = 1; i < steps; i++) {
      const at = [0, 1, 2].map(
        (axis) => (from[axis] as number) + (((to[axis] as number) - (from[axis] as number)) * i) / steps,
      )
      const inside = boxes.some(({ mins, maxs }) =>
        at.every((value, axis) => value > (mins[axis] as number) && value < (maxs[axis] as number)),
      )
      if (inside) return true
    }
    return false
  }
})

function eyes([x, y, z]: Vector): Vector {
  return [x, y, z + 40]
}

function shift([x, y, z]: Vector, by_x: number, by_y: number): Vector {
  return [x + by_x, y + by_y, z]
}
