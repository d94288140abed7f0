import { expect, test } from 'vitest'
import { fightsOf, isIn } from './fights.ts'
import { aFight, aRound } from './round.fixtures.ts'
import { rowsOf } from './sections.ts'

test('only fights between people of two sides count, in the order of time', () => {
  const engagements = [
    aFight({ id: 5, start_time_ms: 9000 }),
    aFight({ id: 4, start_time_ms: 2000 }),
    aFight({ id: 3, start_time_ms: 2000 }),
    ...['team', 'no_attacker', 'bots'].map((category, i) => aFight({ id: 10 + i, category: category as 'fight' })),
  ]
  expect(fightsOf(aRound({ engagements })).map(({ id }) => id)).toEqual([3, 4, 5])
})

test('whoever hits or is hit is in a fight, and nobody else', () => {
  expect([0, 1, 2].map((player) => isIn(aFight(), player))).toEqual([true, true, false])
})

test('a player of a row is found by the number of his name, which is not his own', () => {
  const name = (player: number) => ({ player, guid: `${player}`, name: `player ${player}` })
  const fields = ['time_ms', 'medic_no', 'revived_no', 'x', 'y', 'z']
  const rows = [
    [1, 0, 2, 0, 0, 0],
    [2, null, 1, 0, 0, 0],
  ]
  const round = aRound({ names: [3, 0, 3].map(name), sections: { revives: { fields, rows } } })
  expect(rowsOf(round, 'revives').map(({ medic, revived }) => [medic, revived])).toEqual([
    [3, 3],
    [null, 0],
  ])
})
