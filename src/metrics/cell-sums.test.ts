import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CellSums, cellOf, xOf, yOf } from './cell-sums.ts'

const coordinate = fc.oneof(fc.integer({ min: -512, max: 511 }), fc.integer({ min: -3, max: 3 }))
const cells = fc.array(fc.tuple(coordinate, coordinate), { maxLength: 1_000 })

test('each cell has sums of its own, however many there are', () => {
  fc.assert(
    fc.property(cells, (places) => {
      const sums = new CellSums()
      const expected = new Map<number, number>()
      for (const [x, y] of places) {
        const cell = cellOf(x, y)
        expect([xOf(cell), yOf(cell)]).toEqual([x, y])
        expect(sums.has(cell)).toBe(expected.has(cell))
        const place = sums.placeOf(cell)
        for (let nth = 0; nth < 4; nth++) sums.values[place + nth] = (sums.values[place + nth] as number) + nth + 1
        expected.set(cell, (expected.get(cell) ?? 0) + 1)
      }
      expect([...sums.inOrder()]).toEqual([...expected.keys()].sort((a, b) => a - b))
      for (const [cell, times] of expected) {
        const place = sums.placeOf(cell)
        expect([...sums.values.subarray(place, place + 4)]).toEqual([times, 2 * times, 3 * times, 4 * times])
      }
    }),
  )
})
