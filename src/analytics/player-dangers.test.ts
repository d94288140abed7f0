import { expect, test } from 'vitest'
import { zonesOf } from './player-dangers.ts'

const cell = (grid_x: number, deaths: number, presence_ms: number) => ({ grid_x, grid_y: 0, deaths, presence_ms })
const zones = (cells: readonly ReturnType<typeof cell>[]) => {
  const sum = (of: (one: ReturnType<typeof cell>) => number) => cells.reduce((all, one) => all + of(one), 0)
  return zonesOf(
    cells,
    sum(({ deaths }) => deaths),
    sum(({ presence_ms }) => presence_ms),
  )
}

test('a place is dangerous by the deaths that the time there does not explain', () => {
  // the first is where he is most of the time
  const found = zones([cell(0, 30, 80_000), cell(1, 11, 10_000), cell(2, 9, 10_000), cell(3, 14, 20_000)])
  expect(found).toMatchObject([
    { grid_x: 1, deaths: 11, expected_deaths: 5.3 },
    { grid_x: 2, deaths: 9, expected_deaths: 5.3 },
  ])
})

test('two deaths may be chance, and so may three where five were to be expected', () => {
  expect(zones([cell(0, 2, 100), cell(1, 60, 100_000)])).toEqual([])
  expect(zones([cell(0, 3, 10_000), cell(1, 97, 190_000)])).toEqual([])
})

test('without times the most deaths are shown', () => {
  expect(zones([cell(0, 3, 0), cell(1, 9, 0), cell(2, 1, 0)])).toMatchObject([
    { grid_x: 1, expected_deaths: null },
    { grid_x: 0, expected_deaths: null },
  ])
})
