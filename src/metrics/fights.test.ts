import { expect, test } from 'vitest'
import { derive } from './derive.ts'
import { anAttacker, anEngagement, aRound, somePositions } from './round.fixtures.ts'

const ally = (name: string, first_hit_ms: number, last_hit_ms = first_hit_ms) =>
  anAttacker(name, { team: 'ALLIES', first_hit_ms, last_hit_ms })
/** An engagement against an Axis player. */
const onAxis = (target: string, attackers: ReturnType<typeof ally>[]) =>
  anEngagement(target, { target_team: 'AXIS', attackers })
/** `Enemy` and `Second` shoot at `Target` from 1,000 to 2,000 ms. */
const fight = anEngagement('Target', { attackers: [anAttacker('Enemy'), anAttacker('Second', { first_hit_ms: 1800 })] })

function shapeWith(...others: ReturnType<typeof anEngagement>[]) {
  const [row] = derive(aRound({ engagements: [fight, ...others] })).fights
  return `${row?.attackers}v${row?.defenders}`
}

test('a target whom nobody helps defends alone', () => {
  expect(shapeWith()).toBe('2v1')
})

test('a mate who hits an attacker meanwhile defends too, the first and the last moment included', () => {
  expect(shapeWith(onAxis('Enemy', [ally('Mate', 2000)]))).toBe('2v2')
  expect(shapeWith(onAxis('Second', [ally('Mate', 0, 1000)]))).toBe('2v2')
  expect(shapeWith(onAxis('Enemy', [ally('Mate', 2001)]))).toBe('2v1')
  expect(shapeWith(onAxis('Enemy', [ally('Mate', 0, 999)]))).toBe('2v1')
})

test('a mate who hits both attackers defends once, and the target himself is no mate', () => {
  expect(shapeWith(onAxis('Enemy', [ally('Mate', 1500)]), onAxis('Second', [ally('Mate', 1500)]))).toBe('2v2')
  expect(shapeWith(onAxis('Enemy', [ally('Target', 1500)]))).toBe('2v1')
})

test('a mate who hits another enemy does not defend', () => {
  expect(shapeWith(onAxis('Third', [ally('Mate', 1500)]))).toBe('2v1')
})

test('an attacker who is hit by his own side meets no defender', () => {
  expect(shapeWith(onAxis('Enemy', [anAttacker('Clumsy', { first_hit_ms: 1500 })]))).toBe('2v1')
})

test('who is of neither side any more when the file is written is no mate', () => {
  expect(shapeWith(onAxis('Enemy', [anAttacker('Left', { team: 'SPEC', first_hit_ms: 1500 })]))).toBe('2v1')
})

test('the round counts fights by shape', () => {
  const one = (target: string) => anEngagement(target, { attackers: [anAttacker('Enemy')] })
  const many = anEngagement('Crowd', { attackers: ['A', 'B', 'C'].map((name) => anAttacker(name)) })
  const { summary } = derive(
    aRound({ engagements: [fight, one('Solo'), many, onAxis('Second', [ally('Mate', 1500)])] }),
  )
  expect(summary).toMatchObject({ shape_1v1: 2, shape_2v1: 0, shape_2v2: 1, shape_1v2: 0, shape_other: 1 })
})

test('the round counts fights by how they ended', () => {
  const engagements = [
    anEngagement('A', { killer: 'Attacker' }),
    anEngagement('B', { outcome: 'killed' }),
    anEngagement('C'),
    anEngagement('D', { outcome: 'timeout' }),
    anEngagement('E', { killer: 'Attacker' }),
  ]
  expect(derive(aRound({ engagements })).summary).toMatchObject({ fights: 5, killed: 3, escaped: 1, attackers_sum: 5 })
})

test('a fight lies in the cell of 256 units where it ended', () => {
  const { fights } = derive(aRound({ engagements: [anEngagement('Target', { end_x: -0.1, end_y: 512 })] }))
  expect(fights[0]).toMatchObject({ cell_x: -1, cell_y: 2 })
})

test('a fight cut by the end of the round lies where the target was before the camera', () => {
  const cut = (points: Parameters<typeof somePositions>[0]) =>
    anEngagement('Target', {
      outcome: 'round_end',
      start_x: 300,
      end_x: 5000,
      distance_traveled: 4700,
      positions: somePositions(points),
    })
  const withPoints = derive(
    aRound({
      engagements: [
        cut([
          [1000, 300, 0, 'start'],
          [1000, 300, 0, 'hit'],
          [1500, 340, 30, 'hit'],
          [1800, 600, 30, 'sample'],
          [2000, 5000, 0, 'escape'],
        ]),
      ],
    }),
  )
  expect(withPoints.fights[0]).toMatchObject({ cell_x: 2, cell_y: 0 })
  expect(withPoints.summary.distance_sum).toBe(50)
  expect(derive(aRound({ engagements: [cut([])] })).fights[0]).toMatchObject({ cell_x: 1, cell_y: 0 })
})
