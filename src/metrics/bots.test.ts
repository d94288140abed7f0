import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Engagement, PlayerTrack } from '../format/core-sections.ts'
import type { Round } from '../format/round.ts'
import { derive } from './derive.ts'
import { randomRound } from './random-round.fixtures.ts'
import { anAttacker, anEngagement, aReaction, aRound, aTrack, guidOf, standing } from './round.fixtures.ts'

/** The identifiers of some people become those of bots; the names stay. */
function withBots(round: Round, ...names: readonly string[]): Round {
  const walk = (value: unknown): unknown => {
    if (typeof value === 'string') {
      const bot = names.findIndex((name) => guidOf(name) === value)
      return bot < 0 ? value : `OMNIBOT${bot}`.padEnd(32, '0')
    }
    if (Array.isArray(value)) return value.map(walk)
    if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value
    return Object.fromEntries(Object.entries(value).map(([key, own]) => [key, walk(own)]))
  }
  return { ...round, rows: walk(round.rows) as Round['rows'] }
}

/** Everything that is summed of people, by name; `able` false: without who was able to help, which fighting a bot changes. */
function numbersOf(round: Round, { able = true } = {}) {
  const { roster, summary, players, classes, pairs, reactions, cells, fight_cells, trades } = derive(round)
  const isBot = (player: number) => roster.players[player]?.kind === 'bot'
  const nameOf = ({ player }: { player: number }) => roster.players[player]?.name ?? ''
  const named = (rows: readonly object[]) =>
    rows
      .filter(
        (row) => !['player', 'player1', 'player2'].some((key) => isBot((row as Record<string, number>)[key] ?? -1)),
      )
      .map((row) =>
        JSON.stringify(row, (key, value) => {
          if (/^(player\d?|victim|killer)$/.test(key)) return roster.players[value]?.name
          if (key === 'row_no' || (!able && /^bait/.test(key))) return 0
          // mates are listed in the order of the roster, which a bot's fights may change
          if (Array.isArray(value)) return value.toSorted((one, other) => nameOf(one).localeCompare(nameOf(other)))
          return typeof value === 'number' ? Math.round(value * 1e6) / 1e6 : value
        }),
      )
      .sort()
  const { clock_start_ms: _, clock_end_ms: __, bots: ___, engagements, bot_engagements, ...sums } = summary
  return {
    summary: { ...sums, engagements: engagements - bot_engagements },
    players: named(players),
    classes: named(classes),
    pairs: named(pairs),
    reactions: named(reactions),
    cells,
    fight_cells,
    trades: named(trades),
  }
}

const bot = fc.record({
  name: fc.constantFrom('Y', 'Z'),
  other: fc.constantFrom('A', 'B', 'C', 'D'),
  team: fc.constantFrom('AXIS' as const, 'ALLIES' as const),
  start: fc.integer({ min: 0, max: 9000 }),
  is_target: fc.boolean(),
  kills: fc.boolean(),
})

test('bots among people, and whom they fight, change no number of people', () => {
  fc.assert(
    fc.property(randomRound, fc.array(bot, { minLength: 1, maxLength: 6 }), (people, bots) => {
      const life = (name: string, team: 'AXIS' | 'ALLIES'): PlayerTrack =>
        aTrack(name, { team, path: standing(0, 10_000, 450, 450) })
      const fights = bots.map(({ name, other, team, start, is_target, kills }, i): Engagement => {
        const [target, by] = is_target ? [name, other] : [other, name]
        return anEngagement(target, {
          engagement_id: 100 + i,
          start_time_ms: start,
          end_time_ms: start + 1000,
          target_team: team === 'AXIS' ? 'ALLIES' : 'AXIS',
          attackers: [anAttacker(by, { team, first_hit_ms: start, damage: 30 })],
          ...(kills ? { killer: by } : {}),
        })
      })
      const { engagements, player_tracks, reaction_metrics } = people.rows
      const rows = {
        engagements: [...engagements, ...fights],
        player_tracks: [...player_tracks, life('Y', 'AXIS'), life('Z', 'ALLIES')],
        reaction_metrics: [...reaction_metrics, ...fights.map((fight) => aReaction(fight, { return_fire_ms: 300 }))],
      }
      // everybody of the round has a life in both, so that only the bots are more
      fc.pre(['A', 'B', 'C', 'D'].every((name) => player_tracks.some((track) => track.name === name)))
      const mixed = withBots(aRound(rows), 'Y', 'Z')
      expect(numbersOf(mixed, { able: false })).toEqual(numbersOf(people, { able: false }))
      expect(derive(mixed).summary.bot_engagements).toBe(bots.length)
    }),
    { numRuns: 200 },
  )
})

// `Victim` of Allies dies at 10,000 ms beside `Mate`, killed by `Killer` of Axis; `Robo` is a bot.
const death = anEngagement('Victim', {
  start_time_ms: 9000,
  end_time_ms: 10_000,
  attackers: [anAttacker('Killer', { first_hit_ms: 9000 })],
  killer: 'Killer',
})
const lives = (...names: readonly string[]) =>
  names.map((name) => aTrack(name, { team: 'ALLIES', death_time_ms: 20_000, path: standing(0, 20_000, 10, 0) }))

function mixed(engagements: readonly Engagement[], player_tracks: readonly PlayerTrack[]) {
  const derived = derive(withBots(aRound({ engagements, player_tracks }), 'Robo'))
  const rowOf = (name: string) => derived.players[derived.roster.players.findIndex((player) => player.name === name)]
  return { ...derived, rowOf }
}

test('a bot is no mate: he has no chance to trade, and nobody is less alone for him', () => {
  const { trades, rowOf } = mixed([death], [...lives('Robo'), aTrack('Victim', { team: 'ALLIES' })])
  expect(trades).toMatchObject([{ opportunities: [], is_isolation_death: true }])
  expect(rowOf('Victim')).toMatchObject({ deaths: 1, isolation_deaths: 1 })
})

test('an engagement with people on both sides counts for nobody if a bot took part, as attacker, mate or killer', () => {
  const attackers = [anAttacker('Killer', { damage: 60 }), anAttacker('Robo', { first_hit_ms: 1200 })]
  const helped = {
    attackers: [anAttacker('Killer'), anAttacker('Robo', { team: 'ALLIES' })],
    killer: 'Killer',
  } as const
  const fallen = { attackers: [anAttacker('Killer')], outcome: 'killed', killer_guid: guidOf('Robo') } as const
  for (const over of [{ attackers, killer: 'Killer' }, { attackers }, helped, { ...fallen, killer_name: 'Robo' }]) {
    const { fights, rowOf, summary, cells, pairs } = mixed([anEngagement('Victim', over)], [])
    expect(fights).toMatchObject([{ category: 'bot' }])
    expect(summary).toMatchObject({ engagements: 1, bot_engagements: 1, fights: 0, killed: 0, crossfires: 0 })
    expect(rowOf('Killer')).toMatchObject({ kills: 0, attacks: 0, damage_dealt: 0, crossfire_participations: 0 })
    expect(rowOf('Victim')).toMatchObject({ deaths: 0, times_targeted: 0, damage_taken: 0 })
    expect([cells, pairs]).toEqual([[], []])
  }
})

test('what a mate did beside a bot is still what he did: he traded, and did not stand by', () => {
  const avenged = anEngagement('Killer', {
    target_team: 'AXIS',
    start_time_ms: 10_500,
    end_time_ms: 11_000,
    attackers: ['Mate', 'Robo'].map((name) => anAttacker(name, { team: 'ALLIES', first_hit_ms: 10_500 })),
    killer: 'Mate',
  })
  const { trades, rowOf } = mixed([death, avenged], lives('Mate', 'Robo'))
  expect(trades.map(({ attempts, successes }) => [attempts.length, successes.length])).toEqual([[1, 1]])
  expect(rowOf('Mate')).toMatchObject({ trade_attempts: 1, trade_successes: 1, baits: 0, kills: 0 })
  expect(rowOf('Killer')).toMatchObject({ kills: 1, deaths: 0 })
})

test('who is shot at by a bot is not able to help', () => {
  const underFire = anEngagement('Mate', {
    start_time_ms: 10_000,
    end_time_ms: 11_000,
    attackers: [anAttacker('Robo', { first_hit_ms: 10_000 })],
  })
  expect(mixed([death], lives('Mate', 'Robo')).rowOf('Mate')).toMatchObject({ bait_chances: 1, baits: 1 })
  expect(mixed([death, underFire], lives('Mate', 'Robo')).rowOf('Mate')).toMatchObject({ bait_chances: 0, baits: 0 })
})

test('a round with more bots than people, which counts nowhere, keeps the numbers of its bots', () => {
  const round = aRound({ engagements: [death], player_tracks: lives('Mate') })
  expect(derive(withBots(round, 'Killer')).summary).toMatchObject({ fights: 0, bot_engagements: 1 })
  expect(derive(withBots(round, 'Killer', 'Mate')).summary).toMatchObject({ fights: 1, bot_engagements: 0 })
})
