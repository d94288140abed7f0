import { expect, test } from 'vitest'
import { seasonOf } from './season.ts'
import { AXIS } from './world.ts'

const plan = { seed: 7, evenings: 6, players: 14, last_unix: 1_795_201_200 }
const { matches, community } = seasonOf(plan)

test('the same seed draws the same season, another one another', () => {
  expect(seasonOf(plan).matches).toEqual(matches)
  expect(seasonOf({ ...plan, seed: 8 }).matches).not.toEqual(matches)
})

test('evenings have 12 to 16 rounds and follow each other, as do the matches of one, without overlap', () => {
  const evenings = Map.groupBy(matches, ({ unix }) => Math.floor((unix - plan.last_unix) / 86_400))
  expect([...evenings.keys()]).toEqual([-11, -9, -7, -4, -2, 0])
  for (const evening of evenings.values()) {
    const rounds = evening.reduce((sum, match) => sum + match.rounds.length, 0)
    expect(rounds).toBeGreaterThanOrEqual(12)
    expect(rounds).toBeLessThanOrEqual(16)
    evening.forEach((match, i) => {
      const next = evening[i + 1]
      // twice the longest round of twelve minutes
      if (next !== undefined) expect(next.unix - match.unix).toBeLessThan(30 * 60)
      if (next !== undefined) expect(next.unix - match.unix).toBeGreaterThan(2 * 8 * 60)
    })
  }
})

test('sides are of one size, everybody has a slot of his own, and line-ups differ from evening to evening', () => {
  const lineUps = new Set<string>()
  for (const { guests } of matches) {
    expect(guests.filter(({ team }) => team === AXIS)).toHaveLength(guests.length / 2)
    expect(new Set(guests.map(({ slot }) => slot)).size).toBe(guests.length)
    expect(new Set(guests.map(({ person }) => person.guid)).size).toBe(guests.length)
    const axis = guests.filter(({ team }) => team === AXIS)
    lineUps.add(
      axis
        .map(({ person }) => person.guid)
        .sort()
        .join(),
    )
  }
  expect(lineUps.size).toBeGreaterThan(6)
})

test('partners are mates more often than not, but not always: else nobody could tell them from chance', () => {
  const [pair] = community.pairs
  const both = matches.map(({ guests }) => guests.filter(({ person }) => pair?.guids.includes(person.guid)))
  const present = both.filter(({ length }) => length === 2)
  const together = present.filter(([a, b]) => a?.team === b?.team)
  expect(together.length).toBeGreaterThan(present.length / 2)
  expect(together.length).toBeLessThan(present.length)
})
