import { expect, test } from 'vitest'
import { fightSizes, type SizedFight } from './fight-sizes.ts'
import { shareInterval } from './share-interval.ts'

const fight = (num_attackers: number, defenders: number, rest: Partial<SizedFight> = {}): SizedFight => ({
  ...{ category: 'fight', cause: 'none', num_attackers, defenders, target: 0, attackers: [{ player: 1 }] },
  ...rest,
})
const died = { cause: 'enemy' }

test('fights are counted by attackers and by those on the side of the target', () => {
  const found = fightSizes([
    fight(1, 1),
    fight(1, 1, died),
    fight(2, 1, died),
    fight(1, 2),
    fight(3, 2),
    fight(4, 4, died),
    fight(1, 1, { ...died, category: 'team' }),
  ])
  const ofAll = found.filter(({ player }) => player === null)
  expect(ofAll.map((one) => [one.size, one.fights, one.died])).toEqual([
    ['1v1', 2, 1],
    ['2v1', 1, 1],
    ['2v2', 0, 0],
    ['1v2', 1, 0],
    ['other', 2, 1],
  ])
  expect(ofAll.find(({ size }) => size === '2v2')?.interval).toBeNull()
  expect(ofAll[0]?.interval?.low).toBeCloseTo(shareInterval(1, 2)?.low ?? Number.NaN, 4)
})

test('a player has the fights in which he hit or was hit, and nobody else has any', () => {
  const found = fightSizes([
    fight(1, 1),
    fight(1, 1, { ...died, target: 2 }),
    fight(1, 1, { attackers: [{ player: 2 }] }),
  ])
  const single = found.filter(({ size }) => size === '1v1')
  expect(single.map(({ player, fights, died }) => [player, fights, died])).toEqual([
    [null, 3, 1],
    [0, 2, 0],
    [1, 2, 1],
    [2, 2, 1],
  ])
})
