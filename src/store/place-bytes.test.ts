import fc from 'fast-check'
import { expect, test } from 'vitest'
import { PLAYER_CLASSES, TEAMS } from '../format/codec.ts'
import type { PlaceRow } from '../metrics/derived.ts'
import { eachPlace, placeBytes } from './place-bytes.ts'

const coordinate = fc.integer({ min: -65_536, max: 65_536 })
const killer = fc.record({
  killer: fc.nat(63),
  killer_team: fc.constantFrom(...TEAMS),
  killer_class: fc.constantFrom(...PLAYER_CLASSES),
})
const killerPlace = fc.record({ killer_x: coordinate, killer_y: coordinate, killer_z: coordinate })
const nobody = { killer: null, killer_team: null, killer_class: null }
const nowhere = { killer_x: null, killer_y: null, killer_z: null }
const place: fc.Arbitrary<PlaceRow> = fc
  .tuple(
    fc.record({
      row_no: fc.nat(5000),
      end_time_ms: fc.integer({ min: -5000, max: 4_000_000 }),
      is_fight: fc.boolean(),
      is_escape: fc.boolean(),
      cause: fc.constantFrom('enemy', 'team', 'self', 'world', 'none'),
      is_with_push: fc.boolean(),
      target: fc.nat(63),
      target_team: fc.constantFrom(...TEAMS),
      target_class: fc.constantFrom(...PLAYER_CLASSES),
      x: coordinate,
      y: coordinate,
      z: coordinate,
      means: fc.option(fc.nat(70)),
    }),
    fc.option(fc.tuple(killer, fc.option(killerPlace))),
  )
  .map(([row, by]) => ({ ...row, ...(by?.[0] ?? nobody), ...(by?.[1] ?? nowhere) }) as PlaceRow)

test('places are read as they were written', () => {
  fc.assert(
    fc.property(fc.array(place, { maxLength: 40 }), (rows) => {
      const read: PlaceRow[] = []
      eachPlace(placeBytes(rows), (row) => read.push(row))
      expect(read).toEqual(rows)
    }),
  )
})

test('rows that are not wanted are passed by', () => {
  fc.assert(
    fc.property(fc.array(place, { maxLength: 40 }), fc.nat(63), (rows, player) => {
      const read: PlaceRow[] = []
      const isWanted = (row_no: number, target: number, killer: number | null) =>
        row_no % 2 === 0 && (target < player || killer === player)
      eachPlace(placeBytes(rows), (row) => read.push(row), isWanted)
      expect(read).toEqual(rows.filter(({ row_no, target, killer }) => isWanted(row_no, target, killer)))
    }),
  )
})

test('bytes that end inside a place are refused', () => {
  const bytes = placeBytes(fc.sample(place, { numRuns: 3, seed: 1 }))
  expect(() => eachPlace(bytes.subarray(0, -1), () => {})).toThrow(RangeError)
})
