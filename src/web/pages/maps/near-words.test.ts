import { expect, test } from 'vitest'
import { nearWords } from './near-words.ts'

const GATE = { name: 'the ^1Gate', x: 300, y: 300 }

test('a cell is called after the nearest objective that has a name', () => {
  const far = { name: 'redflag', x: 800, y: 300 }
  expect(nearWords({ grid_x: 0, grid_y: 0 }, 256, [far, { ...GATE, name: '', x: 128 }, GATE])).toBe('near the Gate')
  expect(nearWords({ grid_x: 3, grid_y: 1 }, 256, [GATE, far])).toBe("near Axis' objective")
  expect(nearWords({ grid_x: 9, grid_y: 9 }, 256, [GATE, far])).toBeNull()
  expect(nearWords({ grid_x: 0, grid_y: 0 }, 256, [])).toBeNull()
})
