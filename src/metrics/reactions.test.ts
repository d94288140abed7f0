import { expect, test } from 'vitest'
import type { ReactionMetric } from '../format/core-sections.ts'
import { derive } from './derive.ts'
import type { ReactionKind } from './derived.ts'
import { anAttacker, anEngagement, aReaction, aRound } from './round.fixtures.ts'

type Engagement = ReturnType<typeof anEngagement>

/** The rows of some engagements whose reactions are all the same. */
function rowsOf(reactions: Partial<ReactionMetric>, ...engagements: Engagement[]) {
  const rows = engagements.map((engagement) => aReaction(engagement, reactions))
  return derive(aRound({ engagements, reaction_metrics: rows })).reactions
}

/** The row of one kind, its bins as `[bin, count]` where not 0. */
function rowOf(kind: ReactionKind, reactions: Partial<ReactionMetric>, ...engagements: Engagement[]) {
  const row = rowsOf(reactions, ...engagements).find(({ reaction }) => reaction === kind)
  const filled = (bins: readonly number[] = []) => [...bins.entries()].filter(([, count]) => count > 0)
  return row && { ...row, bins: row.happened.length, happened: filled(row.happened), censored: filled(row.censored) }
}

const fight = (duration_ms: number, over = {}) => anEngagement('Target', { end_time_ms: 1000 + duration_ms, ...over })

test('a reaction falls into the bin of 250 ms of its time, the end of the window into the last one', () => {
  const binOf = (return_fire_ms: number) => rowOf('return_fire', { return_fire_ms }, fight(6000))?.happened[0]?.[0]
  expect([0, 249, 250, 4999, 5000].map(binOf)).toEqual([0, 0, 1, 19, 19])
  expect(rowOf('return_fire', { return_fire_ms: 700 }, fight(6000))).toMatchObject({
    player_class: 'MEDIC',
    fights: 1,
    samples: 1,
    sum_ms: 700,
    bins: 20,
    censored: [],
  })
})

test('a fight without a reaction is censored at its end, or at the end of the window', () => {
  const censoredAt = (duration_ms: number) => rowOf('support', {}, fight(duration_ms))?.censored
  expect([0, 1050, 5000, 20_000].map(censoredAt)).toEqual([[[0, 1]], [[4, 1]], [[19, 1]], [[19, 1]]])
  expect(rowOf('support', {}, fight(1050))).toMatchObject({ fights: 1, samples: 0, sum_ms: 0, happened: [] })
})

test('times before the first hit, from a clock that was set back, are no reactions', () => {
  expect(rowOf('return_fire', { return_fire_ms: -100 }, fight(-300))).toMatchObject({ samples: 0, censored: [[0, 1]] })
})

test('a dodge at the very end of a round is the jump to the camera', () => {
  const cut = fight(1000, { outcome: 'round_end' })
  expect(rowOf('dodge', { dodge_reaction_ms: 1000 }, cut)).toMatchObject({ samples: 0, censored: [[4, 1]] })
  expect(rowOf('dodge', { dodge_reaction_ms: 900 }, cut)).toMatchObject({ samples: 1 })
  expect(rowOf('dodge', { dodge_reaction_ms: 1000 }, fight(1000))).toMatchObject({ samples: 1 })
})

test('only fights between enemies have reactions, and only those that no mate joined', () => {
  const mate = anAttacker('Mate', { team: 'ALLIES' })
  expect(rowsOf({}, fight(1000, { attackers: [mate] }))).toEqual([])
  expect(rowsOf({}, fight(0, { attackers: [], outcome: 'killed' }))).toEqual([])
  expect(rowsOf({}, fight(1000, { attackers: [anAttacker('Enemy'), mate] }))).toEqual([])
})

test('each person has one row per class and reaction', () => {
  const rows = derive(
    aRound({
      engagements: [fight(1000), fight(2000), fight(3000)].map((one, i) => ({ ...one, engagement_id: i })),
      reaction_metrics: (['MEDIC', 'SOLDIER', 'MEDIC'] as const).map((target_class, engagement_id) =>
        aReaction(fight(1000 * (engagement_id + 1)), { engagement_id, target_class, dodge_reaction_ms: 400 }),
      ),
    }),
  ).reactions
  expect(rows.map(({ player_class, reaction, fights }) => [player_class, reaction, fights])).toEqual([
    ['MEDIC', 'return_fire', 2],
    ['MEDIC', 'dodge', 2],
    ['MEDIC', 'support', 2],
    ['SOLDIER', 'return_fire', 1],
    ['SOLDIER', 'dodge', 1],
    ['SOLDIER', 'support', 1],
  ])
})

test('a fight reacts once, however many rows tell so, and a row without its fight tells nothing', () => {
  const one = fight(1000)
  const rows = [
    aReaction(one),
    aReaction(one),
    aReaction(one, { engagement_id: -1 }),
    aReaction(one, { start_time_ms: 7 }),
  ]
  const { reactions } = derive(aRound({ engagements: [one], reaction_metrics: rows }))
  expect(reactions.map(({ fights }) => fights)).toEqual([1, 1, 1])
})

test('a file without reactions has no rows of them', () => {
  expect(derive(aRound({ engagements: [fight(1000)] })).reactions).toEqual([])
})
