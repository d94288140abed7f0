import { expect, test } from 'vitest'
import { firstFrom, lastUntil } from './sorted.ts'

const COLUMNS = [[], [5], [1, 2, 2, 2, 9], [0, 0, 0]]

test('places in a column are those that a look at every value finds', () => {
  for (const column of COLUMNS) {
    for (let value = -1; value <= 10; value++) {
      const first = column.findIndex((one) => one >= value)
      expect(firstFrom(column, value)).toBe(first === -1 ? column.length : first)
      expect(lastUntil(column, value)).toBe(column.findLastIndex((one) => one <= value))
    }
  }
})
