import { expect, test } from 'vitest'
import { derive } from './derive.ts'
import { anAttacker, anEngagement, aRound } from './round.fixtures.ts'

/** `attacker>target fights/kills` of each row. */
function opponentsOf(...engagements: ReturnType<typeof anEngagement>[]): string[] {
  const { opponents, roster } = derive(aRound({ engagements }))
  const name = (player: number) => roster.players[player]?.name
  return opponents.map(({ attacker, target, fights, kills }) => `${name(attacker)}>${name(target)} ${fights}/${kills}`)
}

const by = (...names: string[]) => ({ attackers: names.map((name) => anAttacker(name)) })
const mate = anAttacker('Mate', { team: 'ALLIES' })

test('each enemy who hit somebody fought him, and the one who killed killed', () => {
  const rows = opponentsOf(anEngagement('T', { ...by('A', 'B'), killer: 'A' }), anEngagement('T', by('A')))
  expect(rows.toSorted()).toEqual(['A>T 2/1', 'B>T 1/0'])
})

test('a kill counts for who hit nobody before it', () => {
  expect(opponentsOf(anEngagement('T', { ...by('A'), killer: 'B' })).toSorted()).toEqual(['A>T 1/0', 'B>T 0/1'])
})

test('mates, falls and suicides make nobody an opponent', () => {
  expect(
    opponentsOf(
      anEngagement('T', { attackers: [mate], killer: 'Mate' }),
      anEngagement('T', { attackers: [], outcome: 'killed' }),
      anEngagement('T', { attackers: [], killer: 'T' }),
    ),
  ).toEqual([])
})
