import { expect, test } from 'vitest'
import { boundsOf, type Camera, pan, showWhole, zoom } from './camera.ts'

const BOUNDS = boundsOf([{ x: [-1000, 1000], y: [0, 500] }])
const seen = (camera: Camera, x: number, y: number) => [
  400 + (x - camera.x) * camera.scale,
  300 - (y - camera.y) * camera.scale,
]

test('the whole map is seen, with nobody cut at the edge', () => {
  const camera = { x: 0, y: 0, scale: 1 }
  showWhole(camera, BOUNDS, 800, 600)
  for (const x of [-1000, 1000]) {
    for (const y of [0, 500]) {
      const [right = 0, down = 0] = seen(camera, x, y)
      expect(right).toBeGreaterThan(20)
      expect(right).toBeLessThan(780)
      expect(down).toBeGreaterThan(20)
      expect(down).toBeLessThan(580)
    }
  }
})

test('what lies under the finger stays there while the map grows', () => {
  const camera = { x: 100, y: 50, scale: 0.2 }
  const place = [100 + 120 / 0.2, 50 + 80 / 0.2] as const
  expect(seen(camera, ...place)).toEqual([520, 220])
  zoom(camera, 2, 120, -80, 0.1)
  expect(camera.scale).toBe(0.4)
  const [right = 0, down = 0] = seen(camera, ...place)
  expect(right).toBeCloseTo(520)
  expect(down).toBeCloseTo(220)
})

test('the map follows the hand that moves it', () => {
  const camera = { x: 0, y: 0, scale: 0.5 }
  pan(camera, 30, -10)
  expect(seen(camera, 0, 0)).toEqual([430, 290])
})

test('a map without anybody has a size', () => {
  expect(boundsOf([])).toEqual({ left: -2000, right: 2000, bottom: -2000, top: 2000 })
})
