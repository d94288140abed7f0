import { expect, test } from 'vitest'
import { derive } from './derive.ts'
import { anAttacker, anEngagement, aRound } from './round.fixtures.ts'

const mate = anAttacker('Mate', { team: 'ALLIES' })
/** `Victim` of Allies dies at a place. */
const death = (end_x: number, end_y: number, over: Parameters<typeof anEngagement>[1] = {}) =>
  anEngagement('Victim', { attackers: [anAttacker('Enemy'), mate], outcome: 'killed', end_x, end_y, ...over })

test('a kill of an enemy lies where the victim died, rounded down, for the side of the killer', () => {
  const kills = [death(511.9, 512, { killer: 'Enemy' }), death(-0.1, 0, { killer: 'Enemy' })]
  const sums = { axis_kills: 1, allies_kills: 0, axis_deaths: 0, allies_deaths: 1 }
  expect(derive(aRound({ engagements: kills })).cells).toEqual([
    { grid_x: -1, grid_y: 0, ...sums },
    { grid_x: 0, grid_y: 1, ...sums },
  ])
})

test('suicides, falls and team kills are deaths of their own side and kills of nobody', () => {
  const deaths = [death(0, 0, { killer: 'Victim' }), death(0, 0, { killer: 'Mate' }), death(0, 0, { attackers: [] })]
  expect(derive(aRound({ engagements: deaths })).cells).toEqual([
    { grid_x: 0, grid_y: 0, axis_kills: 0, allies_kills: 0, axis_deaths: 0, allies_deaths: 3 },
  ])
})

test('an escape leaves no trace on the kill map', () => {
  expect(derive(aRound({ engagements: [anEngagement('Target')] })).cells).toEqual([])
})

test('a cell of fights counts those that ended there, their kills by enemies, and every death', () => {
  const engagements = [
    death(300, 0, { killer: 'Enemy' }),
    death(300, 0, { killer: 'Mate' }),
    death(300, 0, { attackers: [] }),
    anEngagement('Target', { end_x: 300 }),
    anEngagement('Target', { attackers: [mate], end_x: 900 }),
  ]
  expect(derive(aRound({ engagements })).fight_cells).toEqual([
    { grid_x: 1, grid_y: 0, fights: 3, kills: 1, deaths: 3 },
  ])
})
