import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lineUpsOf, type RoundSides } from './line-ups.ts'

const sides = (axis: string, allies: string): RoundSides => ({ axis: [...axis], allies: [...allies] })
/** Each line-up as `rounds: first team / second team`; who did not play all has his number of rounds. */
const told = (rounds: readonly RoundSides[]) =>
  lineUpsOf(rounds).map(({ rounds: of, teams }) => {
    const [first, second] = teams.map((team) =>
      team.map(({ guid, rounds: n }) => (n === of.length ? guid : `${guid}${n}`)).join(' '),
    )
    return `${of.map(({ round, axis }) => `${round}${axis === 0 ? 'a' : 'b'}`).join(' ')}: ${first} / ${second}`
  })

test('teams are followed across the swap of sides', () => {
  expect(told([sides('abc', 'xyz'), sides('xyz', 'abc'), sides('abc', 'xyz')])).toEqual(['0a 1b 2a: a b c / x y z'])
})

test('a substitute joins the team that he plays for', () => {
  expect(told([sides('abc', 'xyz'), sides('xyz', 'abs'), sides('abs', 'xyz')])).toEqual(['0a 1b 2a: a b s2 c1 / x y z'])
})

test('who changes to the others stands in both teams', () => {
  expect(told([sides('abcd', 'wxyz'), sides('abcw', 'xyz'), sides('abcw', 'xyz')])).toEqual([
    '0a 1a 2a: a b c w2 d1 / x y z w1',
  ])
})

test('mixed teams are another line-up, and so are other people', () => {
  expect(told([sides('abc', 'xyz'), sides('ayz', 'xbc')])).toEqual(['0a: a b c / x y z', '1a: a y z / b c x'])
  expect(told([sides('abc', 'xyz'), sides('amn', 'opq')])).toEqual(['0a: a b c / x y z', '1a: a m n / o p q'])
})

test('three of four who stay are the same line-up, two of three are not', () => {
  expect(lineUpsOf([sides('ab', 'xy'), sides('abx', 'y')])).toHaveLength(1)
  expect(lineUpsOf([sides('ab', 'x'), sides('a', 'bx')])).toHaveLength(2)
})

test('a round without people belongs to no line-up and breaks none', () => {
  expect(told([sides('ab', 'xy'), sides('', ''), sides('xy', 'ab')])).toEqual(['0a 2b: a b / x y'])
  expect(lineUpsOf([])).toEqual([])
})

const PEOPLE = [...'abcdefgh']
const aRound = fc
  .array(fc.constantFrom(0, 1, 2), { minLength: PEOPLE.length, maxLength: PEOPLE.length })
  .map((places): RoundSides => {
    const at = (place: number) => PEOPLE.filter((_, i) => places[i] === place)
    return { axis: at(1), allies: at(2) }
  })
const evening = fc.array(aRound, { maxLength: 8 })
const teamsOf = (rounds: readonly RoundSides[]) =>
  lineUpsOf(rounds).map(({ rounds: of, teams }) => ({ rounds: of.map(({ round }) => round), teams }))

test('which side is Axis in which round changes no team', () => {
  fc.assert(
    fc.property(evening, fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }), (rounds, mirrored) => {
      const seen = rounds.map(({ axis, allies }, i) =>
        mirrored[i] ? { axis: allies, allies: axis } : { axis, allies },
      )
      expect(teamsOf(seen)).toEqual(teamsOf(rounds))
    }),
  )
})

test('the order in which people are listed changes nothing', () => {
  fc.assert(
    fc.property(evening, (rounds) => {
      const reversed = rounds.map(({ axis, allies }) => ({
        axis: [...axis].reverse(),
        allies: [...allies].reverse(),
      }))
      expect(lineUpsOf(reversed)).toEqual(lineUpsOf(rounds))
    }),
  )
})

test('everybody is in as many rounds of a line-up as he played, on the side of his team', () => {
  fc.assert(
    fc.property(evening, (rounds) => {
      const lineUps = lineUpsOf(rounds)
      const placed = lineUps.flatMap(({ rounds: of }) => of.map(({ round }) => round))
      expect(placed).toEqual([...rounds.keys()].filter((i) => rounds[i]?.axis.length || rounds[i]?.allies.length))
      for (const { rounds: of, teams } of lineUps) {
        for (const [team, members] of teams.entries()) {
          for (const { guid, rounds: n } of members) {
            const played = of.filter(({ round, axis }) =>
              (axis === team ? rounds[round]?.axis : rounds[round]?.allies)?.includes(guid),
            )
            expect(n).toBe(played.length)
          }
        }
      }
    }),
  )
})
