import { expect, test } from 'vitest'
import { eachEngine } from '../../tests/support/databases.ts'
import { EVENING, type RoundFile, roundFile } from '../../tests/support/round-files.ts'
import type { ReplyAt } from '../contract/client.ts'
import type { Team } from '../format/codec.ts'
import type { Rows } from '../format/sections.ts'
import { writeRound } from '../format/write-round.ts'
import { derive } from '../metrics/derive.ts'
import { anAttacker, anEngagement } from '../metrics/round.fixtures.ts'
import { parseRound } from '../parser/parse-round.ts'
import { edited, importRounds, serve } from './served.fixtures.ts'

type Session = ReplyAt<'/api/proximity/sessions/:id'>

const own = { build: 'Proximity 1', trailer: true } as const
const TAKEN = { winner_team: 'ALLIES', end_reason: 'objective' } as const
const HELD = { winner_team: 'AXIS', end_reason: 'time_limit' } as const

/** Two maps: one of this project's tracker, won by those who attacked first, and one of an old tracker. */
const FILES = [
  ending(roundFile({ seed: 1, start: EVENING, ...own }), TAKEN),
  ending(swapped(roundFile({ seed: 2, start: EVENING + 300, round_number: 2, ...own })), HELD),
  withRun(roundFile({ seed: 3, start: EVENING + 600, map_name: 'radar', round_number: 2 })),
  // cut in the middle, so that it counts for nothing
  edited(roundFile({ seed: 4, start: EVENING + 900, map_name: 'radar', trailer: true }), (text) =>
    text.slice(0, text.length / 2),
  ),
]
const ROUNDS = FILES.slice(0, 3).map(({ bytes }) => parseRound(bytes).round)

function ending({ name, bytes }: RoundFile, over: Partial<Rows['round_outcome'][number]>): RoundFile {
  const { round } = parseRound(bytes)
  const round_outcome = round.rows.round_outcome.map((row) => ({ ...row, ...over }))
  return { name, bytes: writeRound({ ...round, rows: { ...round.rows, round_outcome } }, own).bytes }
}

/** The same round with everybody on the other side. */
function swapped({ name, bytes }: RoundFile): RoundFile {
  const { round } = parseRound(bytes)
  const other = (side: Team): Team => (side === 'AXIS' ? 'ALLIES' : 'AXIS')
  const engagements = round.rows.engagements.map((row) => ({
    ...row,
    target_team: other(row.target_team),
    attackers: row.attackers.map((attacker) => ({ ...attacker, team: other(attacker.team) })),
  }))
  const player_tracks = round.rows.player_tracks.map((row) => ({ ...row, team: other(row.team) }))
  return { name, bytes: writeRound({ ...round, rows: { ...round.rows, engagements, player_tracks } }, own).bytes }
}

/** The same round with four more kills of Ember in three seconds. */
function withRun({ name, bytes }: RoundFile): RoundFile {
  const { round } = parseRound(bytes)
  const kills = ['Dune', 'Flint', 'Dune', 'Flint'].map((target, i) => {
    const times = { start_time_ms: 29_000 + 1_000 * i, end_time_ms: 30_000 + 1_000 * i }
    const attackers = [anAttacker('Ember', { first_hit_ms: times.start_time_ms })]
    return anEngagement(target, { ...times, killer: 'Ember', attackers, engagement_id: 100 + i })
  })
  const rows = { ...round.rows, engagements: [...round.rows.engagements, ...kills] }
  return { name, bytes: writeRound({ ...round, rows }, { build: '4.2b', trailer: false }).bytes }
}

/** Who is a bot in one round is none of the people of the evening. */
const BOTS = new Set(
  ROUNDS.flatMap(({ rows }) => rows.players.flatMap(({ guid, kind }) => (kind === 'bot' ? [guid] : []))),
)

/** How many kills of people follow another one of the same killer within ten seconds and without his death, and how many do not. */
function naiveRuns(): number {
  let runs = 0
  for (const { rows } of ROUNDS) {
    const deaths = rows.engagements.filter(({ outcome }) => outcome === 'killed')
    const kills = deaths.filter(({ killer_guid, target_guid, attackers }) =>
      [killer_guid, target_guid, ...attackers.map(({ guid }) => guid)].every((guid) => !BOTS.has(guid ?? '')),
    )
    for (const kill of kills) {
      const isFollowing = kills.some(
        (earlier) =>
          earlier !== kill &&
          earlier.killer_guid === kill.killer_guid &&
          earlier.end_time_ms <= kill.end_time_ms &&
          kill.end_time_ms - earlier.end_time_ms <= 10_000 &&
          !deaths.some(
            ({ target_guid, end_time_ms }) =>
              target_guid === kill.killer_guid && end_time_ms >= earlier.end_time_ms && end_time_ms < kill.end_time_ms,
          ),
      )
      if (!isFollowing) runs += 1
    }
  }
  return runs
}

eachEngine(
  'a session',
  (store) => {
    let ids: number[]
    const ask = async () => (await (await serve(store())).get(`/api/proximity/sessions/${ids[0]}`)) as Session
    const nameOf = ({ people }: Session, player: number) => people[player]?.name

    test('has all its rounds in the order of play, with what the tracker wrote of their ends', async () => {
      // the latest first: the order of import says nothing
      ids = (await importRounds(store(), [...FILES].reverse())).reverse()
      const { get } = await serve(store())
      const { sessions } = (await get('/api/proximity/sessions')) as ReplyAt<'/api/proximity/sessions'>
      const id = sessions[0]?.id ?? 0
      const { rounds, start_unix } = (await get(`/api/proximity/sessions/${id}`)) as Session
      expect(start_unix).toBe(EVENING)
      expect(rounds.map((round) => round.id)).toEqual(ids)
      expect(rounds.map(({ exclusion }) => exclusion)).toEqual([null, null, null, 'incomplete'])
      expect(rounds.map(({ outcome }) => outcome && [outcome.end_reason, outcome.winner_team, outcome.held])).toEqual([
        ['objective', 'ALLIES', false],
        ['time_limit', 'AXIS', true],
        null,
        null,
      ])
      ids = [id, ...ids]
    })

    test('knows who won a map, followed across the swap of sides', async () => {
      const found = await ask()
      expect(found.plays.map(({ map_name, pairing, result }) => [map_name, pairing, result])).toEqual([
        ['supply', 'complete', 'attacked_first'],
        ['radar', 'second_only', 'unknown'],
        ['radar', 'first_only', 'unknown'],
      ])
      const winners = found.line_ups[0]?.teams[found.plays[0]?.won_by ?? 9]?.people
      expect(winners?.map(({ player }) => nameOf(found, player)).sort()).toEqual(['Dune', 'Flint'])
      expect(found.line_ups).toHaveLength(1)
      expect(found.line_ups[0]).toMatchObject({ rounds: 3, maps_both_held: 0, maps_unknown: 1 })
      const [one, two, three] = found.rounds
      expect(one?.axis_team).not.toBe(two?.axis_team)
      expect(one?.axis_team).toBe(three?.axis_team)
      const names = found.people.map(({ name }) => name)
      expect(names.sort()).toEqual(['Cobalt', 'Dune', 'Ember', 'Flint', '^1Anvil'])
    })

    test('has the moments of its rounds, with places among their kind, and says what was not recorded', async () => {
      const { moments, moments_missing, rounds } = await ask()
      const counted = rounds.filter(({ exclusion }) => exclusion === null).map(({ id }) => id)
      expect(moments.length).toBeGreaterThan(0)
      for (const { round_id, start_ms, end_ms, cases, as_large } of moments) {
        expect(counted).toContain(round_id)
        expect(start_ms).toBeLessThanOrEqual(end_ms)
        expect(as_large).toBeGreaterThan(0)
        expect(as_large).toBeLessThanOrEqual(cases)
      }
      const run = moments.find(({ kind }) => kind === 'kill_run')
      expect(run).toMatchObject({ round_id: ids[3], start_ms: 30_000, end_ms: 33_000, size: 4, as_large: 1 })
      expect(run?.cases).toBe(naiveRuns())
      expect(moments_missing).toEqual([
        { kind: 'revive_chain', rounds: 3 },
        { kind: 'objective_run', rounds: 3 },
        { kind: 'carry', rounds: 3 },
      ])
    })

    test('needs enough chances for a best pair', async () => {
      const { best_pair, most_traded } = await ask()
      const derived = ROUNDS.map(derive)
      const chances = new Map<string, number>()
      const deaths = new Map<string, number>()
      for (const { roster, pairs, players } of derived) {
        const guid = (player: number) => roster.players[player]?.guid ?? ''
        const isBot = (player: number) => BOTS.has(guid(player))
        for (const { player1, player2, trade_chances_1_for_2, trade_chances_2_for_1 } of pairs) {
          if (isBot(player1) || isBot(player2)) continue
          const key = [guid(player1), guid(player2)].join()
          chances.set(key, (chances.get(key) ?? 0) + trade_chances_1_for_2 + trade_chances_2_for_1)
        }
        for (const { player, tradable_deaths } of players) {
          if (!isBot(player)) deaths.set(guid(player), (deaths.get(guid(player)) ?? 0) + tradable_deaths)
        }
      }
      expect(best_pair).toMatchObject({ pair: null, most_chances: Math.max(...chances.values()) })
      expect(most_traded).toMatchObject({ person: null, most_deaths: Math.max(...deaths.values()) })
    })

    test('says what it leaves out, and that there is none', async () => {
      const { excluded } = await ask()
      expect(excluded.rounds).toMatchObject({ incomplete: 1, bots: 0 })
      const { ask: raw } = await serve(store())
      expect(await raw('/api/proximity/sessions/99999')).toMatchObject({ status: 404 })
      expect(await raw('/api/proximity/sessions/0')).toMatchObject({ status: 400 })
    })
  },
  { keep: true },
)
