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
    fc.property(fc.array(cell), fc.constantFrom(128, 256), (cells, cell_units) => {
      const [one, all] = [new TimeCells(2 * cell_units), new TimeCells(2 * cell_units)]
      for (const cell of cells) one.add({ ...columnsOfCells([cell]), cell_units })
      all.add({ ...columnsOfCells(cells), cell_units })
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
        })
      }
    }),
  )
})
