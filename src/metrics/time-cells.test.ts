import fc from 'fast-check'
import { expect, test } from 'vitest'
import { columnsOfCells } from './presence.fixtures.ts'
import { TimeCells } from './time-cells.ts'

const cell = fc.record({
  cell_x: fc.integer({ min: -4, max: 4 }),
  cell_y: fc.integer({ min: -4, max: 4 }),
  time_ms: fc.integer({ min: 1, max: 1000 }),
  move_x: fc.integer({ min: -80, max: 80 }),
  move_y: fc.integer({ min: -80, max: 80 }),
  height: fc.integer({ min: -200, max: 200 }),
})

test('two by two cells of presence are one of a grid twice as coarse, added in columns or one by one', () => {
  fc.assert(
    fc.property(fc.array(cell), (cells) => {
      const [one, all] = [new TimeCells(256), new TimeCells(256)]
      for (const cell of cells) one.add(columnsOfCells([cell]))
      all.add(columnsOfCells(cells))
      expect(all.all()).toEqual(one.all())
      const places = new Set(cells.map(({ cell_x, cell_y }) => `${Math.floor(cell_x / 2)} ${Math.floor(cell_y / 2)}`))
      expect(new Set(one.all().map(({ grid_x, grid_y }) => `${grid_x} ${grid_y}`))).toEqual(places)
      for (const { grid_x, grid_y, ...sums } of one.all()) {
        const own = cells.filter(
          (row) => Math.floor(row.cell_x / 2) === grid_x && Math.floor(row.cell_y / 2) === grid_y,
        )
        const sum = (of: (row: (typeof own)[number]) => number) => own.reduce((total, row) => total + of(row), 0)
        expect(sums).toEqual({
          presence_ms: sum(({ time_ms }) => time_ms),
          move_x: sum(({ move_x }) => move_x),
          move_y: sum(({ move_y }) => move_y),
          height: sum(({ height, time_ms }) => height * time_ms),
        })
      }
    }),
  )
})

test('the floor goes from west to east, each column from south to north, with heights weighed by time', () => {
  const cells = new TimeCells(128)
  const none = { move_x: 0, move_y: 0 }
  const there = [
    { ...none, cell_x: 1, cell_y: -1, time_ms: 10, height: 5 },
    { ...none, cell_x: -1, cell_y: 2, time_ms: 10, height: 7 },
    { ...none, cell_x: -1, cell_y: -3, time_ms: 30, height: 100 },
    { ...none, cell_x: -1, cell_y: -3, time_ms: 10, height: 20 },
  ]
  cells.add(columnsOfCells(there))
  expect(cells.floor()).toEqual([
    [-1, -3, 80],
    [-1, 2, 7],
    [1, -1, 5],
  ])
})
