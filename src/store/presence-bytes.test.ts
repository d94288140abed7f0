import fc from 'fast-check'
import { expect, test } from 'vitest'
import { PLAYER_CLASSES, TEAMS } from '../format/codec.ts'
import type { PresenceRow } from '../metrics/derived.ts'
import { cellsOfColumns, columnsOfCells } from '../metrics/presence.fixtures.ts'
import { eachPresence, presenceBytes } from './presence-bytes.ts'

// the farthest cells that a file can name
const number = fc.integer({ min: -512, max: 512 })
const units = fc.integer({ min: -8192, max: 8192 }).map((steps) => 8 * steps + 0)
const row: fc.Arbitrary<PresenceRow> = fc.record({
  player: fc.nat(63),
  team: fc.constantFrom(...TEAMS),
  player_class: fc.constantFrom(...PLAYER_CLASSES),
  cells: fc
    .array(
      fc.record({
        cell_x: number,
        cell_y: number,
        time_ms: fc.nat(2 ** 31),
        move_x: units,
        move_y: units,
        height: units,
      }),
      { maxLength: 20 },
    )
    .map(columnsOfCells),
})

/** Cells one by one. */
const flat = (rows: readonly PresenceRow[]) =>
  rows.flatMap(({ player, team, cells }) =>
    cellsOfColumns(cells).map(({ cell_x, cell_y, time_ms, move_x, move_y, height }) => [
      ...[player, TEAMS.indexOf(team), cell_x, cell_y, time_ms],
      ...[move_x, move_y, height],
    ]),
  )

test('presence is read as it was written, of those who are asked for', () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 8 }), fc.constantFrom(null, ...TEAMS), (rows, side) => {
      const read: number[][] = []
      let team = 0
      const isAsked = (_: number, of: number) => {
        team = of
        return side === null || TEAMS[of] === side
      }
      eachPresence(presenceBytes(rows), isAsked, (player, { length, ...columns }) => {
        const { cell_x, cell_y, time_ms, move_x, move_y, height } = columns
        const ordered = [cell_x, cell_y, time_ms, move_x, move_y, height]
        for (let i = 0; i < length; i++)
          read.push([player, team, ...ordered.map((column) => (column[i] ?? Number.NaN) + 0)])
      })
      expect(read).toEqual(flat(rows.filter((one) => side === null || one.team === side)))
    }),
  )
})
