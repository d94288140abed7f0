import { expect, test } from 'vitest'
import { bestOf, mostTraded } from './session-best.ts'

const pair = (player1: number, player2: number, cases: number, n: number) => ({
  player1,
  player2,
  trades: { cases, n },
})

test('few chances all taken never come before many mostly taken', () => {
  const { pair: best, most_chances } = bestOf([pair(0, 1, 3, 3), pair(2, 3, 20, 20), pair(4, 5, 190, 200)])
  expect([best?.player1, best?.player2, most_chances]).toEqual([4, 5, 200])
})

test('without enough chances, or without one that was taken, there is no best pair', () => {
  expect(bestOf([pair(0, 1, 19, 19)])).toEqual({ pair: null, most_chances: 19, least_chances: 20 })
  expect(bestOf([pair(0, 1, 0, 90)]).pair).toBeNull()
  expect(bestOf([])).toMatchObject({ pair: null, most_chances: 0 })
})

test('a pair is held against what each of the two did with others', () => {
  const { pair: best } = bestOf([pair(0, 1, 15, 30), pair(0, 2, 2, 20), pair(1, 2, 3, 21), pair(1, 3, 1, 4)])
  expect(best).toMatchObject({ player1: 0, player2: 1, others1: { cases: 2, n: 20 }, others2: { cases: 4, n: 25 } })
})

test('whose deaths were traded is told by the lower bound too', () => {
  const person = (traded_deaths: number, tradable_deaths: number) => ({
    ...{ guid: '', name: '' },
    ...{ traded_deaths, tradable_deaths },
  })
  const { person: best } = mostTraded({ list: [person(12, 20), person(55, 100), person(19, 19)] })
  expect(best).toMatchObject({ player: 1, deaths: { cases: 55, n: 100 } })
  expect(best?.deaths.interval?.low).toBeCloseTo(0.486, 3)
})
