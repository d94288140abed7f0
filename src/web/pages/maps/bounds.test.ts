import { expect, test } from 'vitest'
import { projectionOf, wholeOf } from '../../camera/camera.ts'
import { boundsOf, joined } from './bounds.ts'
import { scaleOf } from './scale.ts'

test('a rectangle holds every cell, and north is up', () => {
  const bounds = boundsOf(
    [
      [0, -2],
      [3, 1],
    ],
    100,
  )
  expect(bounds).toEqual({ left: -128, right: 528, bottom: -328, top: 328 })
  expect(joined(bounds, null)).toEqual(bounds)
  expect(boundsOf([], 100)).toBeNull()
  const view = projectionOf(wholeOf({ left: 0, right: 2000, bottom: 0, top: 1000 }, 400, 400), 400, 400)
  expect([view.x(0), view.x(2000), view.y(1000), view.y(0)]).toEqual([0, 400, 100, 300])
  expect(view.worldX(view.x(37))).toBeCloseTo(37)
  expect(view.worldY(view.y(81))).toBeCloseTo(81)
})

test('one cell with far more than all others does not take the colour from them', () => {
  const scale = scaleOf([...Array.from({ length: 100 }, (_, i) => (i % 10) + 1), 5000])
  expect([scale.most, scale.isCut]).toEqual([10, true])
  expect([scale.share(0), scale.share(10), scale.share(5000)]).toEqual([0, 1, 1])
  expect(scaleOf([]).most).toBe(0)
})
