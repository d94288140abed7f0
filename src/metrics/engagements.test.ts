import { expect, test } from 'vitest'
import type { Engagement } from '../format/core-sections.ts'
import { derive } from './derive.ts'
import { anAttacker, anEngagement, aRound, aTrack, guidOf } from './round.fixtures.ts'

type Over = Parameters<typeof anEngagement>[1]

/** The row of a single engagement against `Target` of Allies, and the names behind its numbers. */
function judge(over: Over, rows: Parameters<typeof aRound>[0] = {}) {
  const { fights, roster, summary } = derive(aRound({ engagements: [anEngagement('Target', over)], ...rows }))
  const name = (player: number) => roster.players[player]?.name
  const [row] = fights
  if (!row) throw new Error('no row')
  return {
    ...row,
    killer: row.killer === null ? null : name(row.killer),
    crossfire_players: row.crossfire_players.map(name),
    attacker_players: row.attacker_players.map(name),
    summary,
  }
}

const mate = (name: string, over = {}) => anAttacker(name, { team: 'ALLIES', ...over })
const at = (name: string, first_hit_ms: number, over = {}) => anAttacker(name, { first_hit_ms, ...over })

test('an engagement is a fight when an enemy hit the target, and only fights count as such', () => {
  expect(judge({ attackers: [mate('Mate'), anAttacker('Enemy')] })).toMatchObject({ category: 'fight', attackers: 1 })
  expect(judge({ attackers: [mate('Mate')] })).toMatchObject({
    category: 'team',
    attackers: 0,
    defenders: 0,
    summary: { engagements: 1, fights: 0, team_engagements: 1, duration_sum_ms: 0 },
  })
  expect(judge({ attackers: [], outcome: 'killed' })).toMatchObject({
    category: 'no_attacker',
    summary: { fights: 0, no_attacker_engagements: 1, killed: 0 },
  })
})

test('who hits himself is no enemy of himself, whatever side the row gives', () => {
  expect(judge({ attackers: [anAttacker('Target')] })).toMatchObject({ category: 'no_attacker', attackers: 0 })
})

const named = (name: string) => ({ outcome: 'killed', killer_guid: guidOf(name), killer_name: name }) as const
const causes: readonly (readonly [what: string, over: Partial<Engagement>, cause: string, killer: string | null])[] = [
  ['by an enemy', { attackers: [anAttacker('Enemy')], ...named('Enemy') }, 'enemy', 'Enemy'],
  ['by a mate', { attackers: [anAttacker('Enemy'), mate('Mate')], ...named('Mate') }, 'team', null],
  ['by himself', { attackers: [anAttacker('Enemy')], ...named('Target') }, 'self', null],
  ['without a killer', { attackers: [], outcome: 'killed' }, 'world', null],
  ['by a slot of the world', { ...named('World'), killer_guid: 'WORLD_1022' }, 'world', null],
  ['of nobody', { outcome: 'escaped' }, 'none', null],
  ['of nobody at the end of the round', { outcome: 'round_end' }, 'none', null],
  ['called teamkill by its build', { attackers: [mate('Mate')], outcome: 'teamkill' }, 'team', null],
  ['called selfkill by its build', { attackers: [], outcome: 'selfkill' }, 'self', null],
  ['called fallen by its build', { attackers: [], outcome: 'fallen' }, 'world', null],
]

test.each(causes)('a death %s', (_, over, cause, killer) => {
  expect(judge(over)).toMatchObject({ cause, killer })
})

test('a killer who hit nobody has the side of the life he is in, or was in last', () => {
  const lives = (team: 'AXIS' | 'ALLIES') => [
    aTrack('Killer', { team, spawn_time_ms: 0, death_time_ms: 1500 }),
    aTrack('Killer', { team: team === 'AXIS' ? 'ALLIES' : 'AXIS', spawn_time_ms: 5000, death_time_ms: 9000 }),
  ]
  expect(judge({ attackers: [], ...named('Killer') }, { player_tracks: lives('ALLIES') })).toMatchObject({
    cause: 'team',
  })
  expect(judge({ attackers: [], ...named('Killer') }, { player_tracks: lives('AXIS') })).toMatchObject({
    cause: 'enemy',
    killer: 'Killer',
  })
})

test('a killer who is seen alive only later has the side of that life, and one who is never seen is an enemy', () => {
  const later = (team: 'AXIS' | 'ALLIES') => [aTrack('Killer', { team, spawn_time_ms: 5000, death_time_ms: 9000 })]
  expect(judge({ attackers: [], ...named('Killer') }, { player_tracks: later('ALLIES') })).toMatchObject({
    cause: 'team',
  })
  expect(judge({ attackers: [], ...named('Killer') })).toMatchObject({ cause: 'enemy', killer: 'Killer' })
})

test('a killer without identifier is found by name, or by the mark on the attacker', () => {
  const killed = { outcome: 'killed', killer_guid: null } as const
  const attackers = [anAttacker('Other', { guid: '' }), anAttacker('Nobody', { guid: '' })]
  expect(judge({ ...killed, attackers, killer_name: 'Nobody' })).toMatchObject({ cause: 'enemy', killer: 'Nobody' })
  const marked = attackers.map((one) => ({ ...one, got_kill: one.name === 'Nobody' }))
  expect(judge({ ...killed, attackers: marked, killer_name: null })).toMatchObject({ cause: 'enemy', killer: 'Nobody' })
})

test('two enemies with first hits within the window are a crossfire, the window included', () => {
  expect(judge({ attackers: [at('A', 1000), at('B', 2000)] })).toMatchObject({
    is_crossfire: true,
    crossfire_delay_ms: 1000,
    crossfire_players: ['A', 'B'],
  })
  expect(judge({ attackers: [at('A', 1000), at('B', 2001)] })).toMatchObject({
    is_crossfire: false,
    crossfire_delay_ms: null,
    crossfire_players: [],
  })
})

test("the window of a crossfire is the header's", () => {
  const engagements = [anEngagement('Target', { attackers: [at('A', 1000), at('B', 1600)] })]
  const crossfires = (crossfire_window_ms: number | null) =>
    derive(aRound({ engagements }, { header: { crossfire_window_ms } })).summary.crossfires
  expect([500, 600, null].map(crossfires)).toEqual([0, 1, 1])
})

test('two enemies who hit in the same frame are a crossfire with delay 0', () => {
  expect(judge({ attackers: [at('A', 1000), at('B', 1000)] })).toMatchObject({
    is_crossfire: true,
    crossfire_delay_ms: 0,
  })
})

test('attackers stand in order of first hit, equal ones in the order of the file', () => {
  const attackers = [at('Late', 1900), at('Second', 1000), at('Third', 1000), at('First', 900)]
  expect(judge({ attackers })).toMatchObject({
    attacker_players: ['First', 'Second', 'Third', 'Late'],
    crossfire_players: ['First', 'Second', 'Third', 'Late'],
    crossfire_delay_ms: 100,
  })
})

test('a mate of the target completes no crossfire', () => {
  expect(judge({ attackers: [at('A', 1000), mate('Mate', { first_hit_ms: 1100 }), at('B', 2500)] })).toMatchObject({
    is_crossfire: false,
    attackers: 2,
  })
})

test('a third enemy after the window is an attacker but no part of the crossfire', () => {
  expect(judge({ attackers: [at('A', 1000), at('B', 1500), at('C', 2001)] })).toMatchObject({
    crossfire_players: ['A', 'B'],
    attacker_players: ['A', 'B', 'C'],
  })
})

test('a person who appears twice among the attackers is one attacker with all his hits', () => {
  const attackers = [at('A', 1500, { damage: 10 }), at('B', 1200), at('A', 1000, { damage: 5 })]
  const { players, fights, roster } = derive(aRound({ engagements: [anEngagement('Target', { attackers })] }))
  expect(fights[0]).toMatchObject({ attackers: 2, crossfire_delay_ms: 200 })
  expect(players[roster.players.findIndex(({ name }) => name === 'A')]).toMatchObject({ damage_dealt: 15, attacks: 1 })
})
