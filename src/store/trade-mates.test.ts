import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { TradeRow } from '../metrics/derived.ts'
import { matesOf, matesText } from './trade-mates.ts'

const player = fc.nat(63)
const time = fc.integer({ min: -1_000, max: 2_000_000 })
const distance = fc.integer({ min: 0, max: 100_000 }).map((tenths) => tenths / 10)
const lists = fc.record({
  opportunities: fc.array(fc.record({ player, distance, delta_ms: time }), { maxLength: 4 }),
  attempts: fc.array(fc.record({ player, first_hit_ms: time, damage: fc.nat(500) }), { maxLength: 4 }),
  successes: fc.array(fc.record({ player, kill_time_ms: time }), { maxLength: 2 }),
  missed: fc.array(fc.record({ player, distance }), { maxLength: 4 }),
})

// ids of people, far from their places in the round
const idOf = (place: number) => 1_000 + 7 * place

test('the mates of a death are read as they were written, each in his list, with his id', () => {
  fc.assert(
    fc.property(lists, (row) => {
      const text = matesText(row as unknown as TradeRow)
      const stored = text?.replace(/@(\d+)/g, (_, place) => String(idOf(Number(place)))) ?? null
      const withIds = <T extends { readonly player: number }>(list: readonly T[]) =>
        list.map(({ player, ...rest }) => ({ player_id: idOf(player), ...rest }))
      expect(matesOf(stored === null ? null : stored.slice(1, -1).split(',').map(Number))).toEqual({
        opportunities: withIds(row.opportunities),
        attempts: withIds(row.attempts),
        successes: withIds(row.successes),
        missed: withIds(row.missed),
      })
      expect(text === null).toBe(Object.values(row).every((list) => list.length === 0))
    }),
  )
})
