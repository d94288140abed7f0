import { expect, test } from 'vitest'
import { cellBytes, differentCells, fightCellBytes, fightCells } from './area-bytes.ts'

test('a cell is x and y, two bytes each', () => {
  const cells = [
    { grid_x: 1, grid_y: -2 },
    { grid_x: -32_768, grid_y: 32_767 },
  ]
  expect([...cellBytes(cells)]).toEqual([0, 1, 255, 254, 128, 0, 127, 255])
})

test('cells are counted once, whatever their sign and wherever their bytes lie', () => {
  const numbers = [-300, -1, 0, 1, 300]
  const all = numbers.flatMap((grid_x) => numbers.map((grid_y) => ({ grid_x, grid_y })))
  const bytes = Buffer.concat([Buffer.alloc(1), cellBytes(all), cellBytes(all.slice(3, 9))])
  expect(differentCells(bytes.subarray(1))).toBe(all.length)
  expect(differentCells(new Uint8Array())).toBe(0)
})

test('cells of fights are read as they were written', () => {
  const cells = [
    { grid_x: -3, grid_y: 9, fights: 2, kills: 1, deaths: 4 },
    { grid_x: -3, grid_y: 10, fights: 0, kills: 0, deaths: 300 },
    { grid_x: 256, grid_y: -256, fights: 70, kills: 0, deaths: 0 },
  ]
  expect(fightCells(fightCellBytes(cells))).toEqual(cells)
})
