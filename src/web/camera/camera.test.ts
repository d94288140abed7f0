import { expect, test } from 'vitest'
import { boundsOf, type Camera, leastScale, pan, showView, showWhole, viewOf, zoom } from './camera.ts'

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

test('what is seen of a map is the same on a larger screen', () => {
  const camera = { x: 0, y: 0, scale: 0 }
  showWhole(camera, BOUNDS, 400, 300)
  expect(viewOf(camera, BOUNDS, 400, 300)).toBeNull()
  zoom(camera, 1.5, 50, 25, leastScale(BOUNDS, 400, 300))
  const view = viewOf(camera, BOUNDS, 400, 300)
  expect(view?.zoom).toBeCloseTo(1.5)

  const other = { x: 0, y: 0, scale: 0 }
  showView(other, view, BOUNDS, 800, 600)
  expect([other.x, other.y, other.scale]).toEqual([camera.x, camera.y, camera.scale * 2])
  expect(viewOf(other, BOUNDS, 800, 600)).toEqual(view)
  showView(other, null, BOUNDS, 800, 600)
  expect(viewOf(other, BOUNDS, 800, 600)).toBeNull()
})

test('a view from too near or too far is brought to the nearest or farthest there is', () => {
  const camera = { x: 0, y: 0, scale: 0 }
  showView(camera, { x: 7, y: 8, zoom: 99 }, BOUNDS, 800, 600)
  expect(camera).toEqual({ x: 7, y: 8, scale: 1.2 })
  showView(camera, { x: 7, y: 8, zoom: 0.01 }, BOUNDS, 800, 600)
  expect(camera.scale).toBe(leastScale(BOUNDS, 800, 600))
})
