import fc from 'fast-check'
import { expect, test } from 'vitest'
import { PLAYER_CLASSES, TEAMS } from '../format/codec.ts'
import type { CellColumns, PresenceRow } from '../metrics/derived.ts'
import { cellsOfColumns, columnsOfCells, type PresenceCell } from '../metrics/presence.fixtures.ts'
import { eachBlocks, eachCells, eachHigh, presenceBytes } from './presence-bytes.ts'

// the farthest cells that a file can name; few of them, so that some lie in one block
const number = fc.oneof(fc.integer({ min: -512, max: 511 }), fc.integer({ min: -3, max: 3 }))
const units = fc.integer({ min: -8192, max: 8192 }).map((steps) => 8 * steps + 0)
const cell: fc.Arbitrary<PresenceCell> = fc.record({
  cell_x: number,
  cell_y: number,
  time_ms: fc.nat(2 ** 31),
  move_x: units,
  move_y: units,
  height: units,
})
const selector = ({ cell_x, cell_y }: PresenceCell) => `${cell_x} ${cell_y}`
const row: fc.Arbitrary<PresenceRow> = fc.record({
  player: fc.nat(3),
  team: fc.constantFrom(...TEAMS),
  player_class: fc.constantFrom(...PLAYER_CLASSES),
  cells: fc.uniqueArray(cell, { selector, maxLength: 20 }).map(columnsOfCells),
})
const rows = fc.array(row, { maxLength: 8 })
const side = fc.constantFrom(null, ...TEAMS)

type Read = readonly number[]

/** Cell by cell what a row has; the order of rows and of cells says nothing. */
function written(some: readonly PresenceRow[]): Read[] {
  return sorted(
    some.flatMap(({ player, team, cells }) =>
      cellsOfColumns(cells).map(
        ({ cell_x, cell_y, time_ms, move_x, move_y }): Read => [
          ...[player, TEAMS.indexOf(team), cell_x, cell_y],
          ...[time_ms, move_x, move_y],
        ],
      ),
    ),
  )
}

const sorted = (some: Read[]) => some.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))

/** What is read, and the question that it answers. */
function reader(of: string | null) {
  const found: Read[] = []
  let team = 0
  return {
    found: () => sorted(found),
    isAsked: (_: number, its: number) => {
      team = its
      return of === null || TEAMS[its] === of
    },
    visit: (player: number, { length, ...columns }: CellColumns) => {
      const { cell_x, cell_y, time_ms, move_x, move_y } = columns
      const own = [cell_x, cell_y, time_ms, move_x, move_y]
      for (let i = 0; i < length; i++) found.push([player, team, ...own.map((column) => (column[i] as number) + 0)])
    },
  }
}

test('cells are read as they were written, of those who are asked for', () => {
  fc.assert(
    fc.property(rows, side, (all, of) => {
      const { blocks, quarters } = presenceBytes(all)
      const read = reader(of)
      eachCells(blocks, quarters, read.isAsked, read.visit)
      expect(read.found()).toEqual(written(all.filter(({ team }) => of === null || team === of)))
    }),
  )
})

test('each cell has its height', () => {
  fc.assert(
    fc.property(rows, (all) => {
      const expected = all.flatMap(({ player, cells }) =>
        cellsOfColumns(cells).map(({ cell_x, cell_y, height }): Read => [player, cell_x, cell_y, height]),
      )
      const found: Read[] = []
      eachHigh(presenceBytes(all), (player, { length, cell_x, cell_y, height }) => {
        for (let i = 0; i < length; i++) {
          found.push([player, cell_x[i] as number, cell_y[i] as number, (height[i] as number) + 0])
        }
      })
      expect(sorted(found)).toEqual(sorted(expected))
    }),
  )
})

test('a block has the sums of its cells', () => {
  fc.assert(
    fc.property(rows, side, (all, of) => {
      const read = reader(of)
      eachBlocks(presenceBytes(all).blocks, read.isAsked, read.visit)
      const asked = all.filter(({ team }) => of === null || team === of)
      const expected = asked.flatMap((row) => {
        const cells = cellsOfColumns(row.cells)
        const inBlocks = Map.groupBy(cells, (one) => `${Math.floor(one.cell_x / 2)} ${Math.floor(one.cell_y / 2)}`)
        return [...inBlocks].map(([place, own]): Read => {
          const [x, y] = place.split(' ').map(Number) as [number, number]
          const sum = (of: 'time_ms' | 'move_x' | 'move_y') => own.reduce((total, one) => total + one[of], 0)
          return [row.player, TEAMS.indexOf(row.team), x, y, sum('time_ms'), sum('move_x'), sum('move_y')]
        })
      })
      expect(read.found()).toEqual(sorted(expected))
    }),
  )
})
