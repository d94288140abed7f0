import { expect, test } from 'vitest'
import { writeAttacker } from './attackers.ts'
import type { Attacker } from './codec.ts'

const rook: Attacker = {
  guid: 'A1',
  name: '^4Rook',
  team: 'AXIS',
  damage: 80,
  hits: 2,
  first_hit_ms: 60_000,
  last_hit_ms: 61_050,
  got_kill: true,
  weapons: [
    [3, 2],
    [14, 1],
  ],
}

test('every pair of weapon and hits ends with a semicolon, the last one too', () => {
  expect(writeAttacker(rook)).toBe('A1,^4Rook,AXIS,80,2,60000,61050,1,3:2;14:1;')
})

test('without any weapon stands 0:0 and no semicolon', () => {
  expect(writeAttacker({ ...rook, got_kill: false, weapons: [] })).toBe('A1,^4Rook,AXIS,80,2,60000,61050,0,0:0')
})

test('a name loses the separators', () => {
  expect(writeAttacker({ ...rook, name: 'a,b|c;d' })).toBe('A1,a_b_c_d,AXIS,80,2,60000,61050,1,3:2;14:1;')
})

test('an attacker with a number that is none is not written', () => {
  expect(writeAttacker({ ...rook, damage: Number.NaN })).toBeUndefined()
  expect(writeAttacker({ ...rook, weapons: [[3, Number.NaN]] })).toBeUndefined()
})
