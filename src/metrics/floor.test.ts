import { expect, test } from 'vitest'
import { Floor } from './floor.ts'
import { columnsOfCells } from './presence.fixtures.ts'

test('the floor goes from west to east, each column from south to north, with heights weighed by time', () => {
  const floor = new Floor()
  const none = { move_x: 0, move_y: 0 }
  const there = [
    { ...none, cell_x: 1, cell_y: -1, time_ms: 10, height: 5 },
    { ...none, cell_x: -1, cell_y: 2, time_ms: 10, height: 7 },
    { ...none, cell_x: -1, cell_y: -3, time_ms: 30, height: 100 },
    { ...none, cell_x: -1, cell_y: -3, time_ms: 10, height: 20 },
  ]
  floor.add(columnsOfCells(there))
  expect(floor.cells()).toEqual([
    [-1, -3, 80],
    [-1, 2, 7],
    [1, -1, 5],
  ])
})
