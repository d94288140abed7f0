import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { OpponentRow } from '../metrics/derived.ts'
import { eachOpponent, opponentBytes, peopleOfOpponents } from './opponent-bytes.ts'

const row: fc.Arbitrary<OpponentRow> = fc.record({
  attacker: fc.nat(200),
  target: fc.nat(200),
  fights: fc.nat(),
  kills: fc.nat(300),
})

test('opponents are read as they were written', () => {
  fc.assert(
    fc.property(fc.array(row), (rows) => {
      const people = peopleOfOpponents(rows)
      const read: OpponentRow[] = []
      eachOpponent(opponentBytes(rows), ({ attacker, target, ...counts }) =>
        read.push({ attacker: people[attacker] as number, target: people[target] as number, ...counts }),
      )
      expect(read).toEqual(rows)
    }),
  )
})
