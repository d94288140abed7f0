import { expect, test } from 'vitest'
import { derive } from './derive.ts'
import { anAttacker, anEngagement, aRound, guidOf } from './round.fixtures.ts'

/** The sums of one player over some engagements. */
function sumsOf(name: string, ...engagements: ReturnType<typeof anEngagement>[]) {
  const { players, roster } = derive(aRound({ engagements }))
  return players[roster.players.findIndex(({ guid }) => guid === guidOf(name))]
}

const enemies = (...names: string[]) => names.map((name) => anAttacker(name))
const mate = anAttacker('Mate', { team: 'ALLIES' })
const late = anAttacker('Late', { first_hit_ms: 2500 })
const duo = enemies('A', 'B')

test('a kill is solo when no other enemy hit the victim, mates of the victim aside', () => {
  const solo = anEngagement('Target', { attackers: [anAttacker('A'), mate], killer: 'A' })
  expect(sumsOf('A', solo)).toMatchObject({ kills: 1, solo_kills: 1, assisted_kills: 0, attacks: 1, solo_attacks: 1 })
  const assisted = anEngagement('Target', { attackers: duo, killer: 'A' })
  expect(sumsOf('A', assisted)).toMatchObject({
    kills: 1,
    solo_kills: 0,
    assisted_kills: 1,
    attacks: 1,
    solo_attacks: 0,
  })
})

test('a kill by somebody who hit nobody, after the hits of another, is assisted', () => {
  const kill = anEngagement('Target', { attackers: enemies('A'), killer: 'B' })
  expect(sumsOf('B', kill)).toMatchObject({ kills: 1, solo_kills: 0, assisted_kills: 1, attacks: 0 })
})

test('suicides, falls and team kills are deaths but no kills, and without an enemy no fights', () => {
  const suicide = anEngagement('Target', { attackers: [], killer: 'Target' })
  const fall = anEngagement('Target', { attackers: [], outcome: 'killed' })
  const teamKill = anEngagement('Target', { attackers: [mate], killer: 'Mate' })
  expect(sumsOf('Target', suicide, fall, teamKill)).toMatchObject({
    deaths: 3,
    deaths_by_enemy: 0,
    kills: 0,
    times_targeted: 0,
    solo_deaths: 0,
    damage_taken: 0,
    target_duration_sum_ms: 0,
  })
  expect(sumsOf('Mate', teamKill)).toMatchObject({ kills: 0, attacks: 0, damage_dealt: 0 })
})

test('a target of two enemies is focused, one of an enemy and a mate is not', () => {
  const focused = anEngagement('Target', { attackers: duo })
  const helped = anEngagement('Target', { attackers: [anAttacker('A'), mate] })
  expect(sumsOf('Target', focused, helped)).toMatchObject({
    times_targeted: 2,
    times_focused: 1,
    focus_escapes: 1,
    solo_escapes: 1,
    damage_taken: 60,
    target_duration_sum_ms: 2000,
  })
})

test('the death of a target counts in his fight, by whomever; an end by the clock counts in neither', () => {
  const killed = anEngagement('Target', { attackers: duo, killer: 'A' })
  const fell = anEngagement('Target', { attackers: enemies('A'), outcome: 'killed' })
  const cut = anEngagement('Target', { attackers: duo, outcome: 'round_end' })
  expect(sumsOf('Target', killed, fell, cut)).toMatchObject({
    focus_deaths: 1,
    solo_deaths: 1,
    focus_escapes: 0,
    solo_escapes: 0,
    deaths: 2,
    deaths_by_enemy: 1,
  })
})

test('the way of an escape counts over escapes only', () => {
  const escaped = anEngagement('Target', { distance_traveled: 400 })
  const death = anEngagement('Target', { distance_traveled: 100, killer: 'Attacker' })
  expect(sumsOf('Target', escaped, death)).toMatchObject({ escape_distance_sum: 400, escape_count: 1 })
})

test('a crossfire counts for its participants and as a late join for who came after', () => {
  const crossfire = anEngagement('Target', { attackers: [...duo, late], killer: 'B', end_time_ms: 3000 })
  const sums = { crossfire_participations: 1, crossfire_kills: 1, crossfire_damage: 20, crossfire_late_joins: 0 }
  expect(sumsOf('A', crossfire)).toMatchObject({ ...sums, crossfire_final_blows: 0, crossfire_delay_count: 1 })
  expect(sumsOf('B', crossfire)).toMatchObject({ ...sums, crossfire_final_blows: 1, crossfire_delay_sum_ms: 0 })
  expect(sumsOf('Late', crossfire)).toMatchObject({
    crossfire_participations: 0,
    crossfire_kills: 0,
    crossfire_damage: 0,
    crossfire_late_joins: 1,
  })
})

test('a crossfire that ends with a suicide or a team kill has no kill', () => {
  const suicide = anEngagement('Target', { attackers: duo, killer: 'Target' })
  const teamKill = anEngagement('Target', { attackers: [...duo, mate], killer: 'Mate' })
  expect(sumsOf('A', suicide, teamKill)).toMatchObject({ crossfire_participations: 2, crossfire_kills: 0 })
})
