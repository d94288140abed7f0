import { expect, test } from 'vitest'
import { eachEngine } from '../../tests/support/databases.ts'
import { EVENING } from '../../tests/support/round-files.ts'
import { importRounds } from '../api/served.fixtures.ts'
import { guidOf } from '../metrics/round.fixtures.ts'
import { eventId, rowOfEvent } from './event-id.ts'
import { fightDetails } from './fight-details.ts'
import { fightEvents } from './fight-events.ts'
import { fileLedger } from './file-ledger.ts'
import type { Cursor } from './page.ts'
import { players } from './players.ts'
import { roundList } from './round-list.ts'
import { EVERYTHING } from './scope.ts'
import { sessions } from './sessions.ts'
import { tradeEvents } from './trade-events.ts'

const MIDNIGHT = Date.UTC(2026, 1, 19) / 1000
/** Second rounds before first ones, over midnight, one without a start, one that began an hour and more later. */
const EVENINGS = [
  { seed: 1, start: MIDNIGHT + 7_200, round_number: 1, map_name: 'radar' },
  { seed: 2, start: MIDNIGHT - 900, round_number: 2 },
  { seed: 3, start: MIDNIGHT - 1_800, round_number: 1 },
  { seed: 4, start: MIDNIGHT + 300, round_number: 1, map_name: 'radar' },
  { seed: 5, start: 0, round_number: 1, map_name: 'old' },
  { seed: 6, start: MIDNIGHT - 900, round_number: 2, server_name: 'scrim 2', trailer: true },
]
// its name says 20:12, the end; it lasted less than two minutes
const WITHOUT_START = EVENING

eachEngine(
  'the order of lists',
  (store) => {
    let ids: number[]

    test('the latest fights come by start of the round, then time, whatever the number or the day', async () => {
      ids = await importRounds(store(), EVENINGS)
      const events = await fightEvents(store().reader, EVERYTHING, 1_000)
      const rounds = [...new Set(events.map(({ round_id }) => round_id))]
      const order = [0, 3, 5, 1, 2, 4].map((i) => ids[i])
      expect(rounds).toEqual(order)
      expect(WITHOUT_START).toBeLessThan(MIDNIGHT - 1_800)
      for (const round of rounds) {
        const times = events.filter(({ round_id }) => round_id === round).map(({ start_time_ms }) => start_time_ms)
        expect(times).toEqual([...times].sort((a, b) => b - a))
      }
    })

    test('a shorter list is the beginning of the longer one', async () => {
      const { reader } = store()
      const fights = await fightEvents(reader, EVERYTHING, 1_000)
      const trades = await tradeEvents(reader, EVERYTHING, 1_000)
      for (const limit of [1, 2, 7, 20, 33]) {
        expect(await fightEvents(reader, EVERYTHING, limit)).toEqual(fights.slice(0, limit))
        expect(await tradeEvents(reader, EVERYTHING, limit)).toEqual(trades.slice(0, limit))
      }
    })

    test('the fights of a player are all those that he was in', async () => {
      const { reader } = store()
      const guid = guidOf('Birch')
      const own = await fightEvents(reader, { ...EVERYTHING, player_guid: guid }, 1_000)
      const all = await fightEvents(reader, EVERYTHING, 1_000)
      const expected: number[] = []
      for (const { id } of all) {
        const details = await fightDetails(reader, id)
        const enemies = details?.attackers.filter(({ team }) => team !== details.target_team) ?? []
        if (details?.target_guid === guid || enemies.some((enemy) => enemy.guid === guid)) expected.push(id)
      }
      expect(own.map(({ id }) => id)).toEqual(expected)
      expect(expected.length).toBeGreaterThan(5)
      expect(await fightEvents(reader, { ...EVERYTHING, player_guid: guid }, 3)).toEqual(own.slice(0, 3))
    })

    test('a fight is told with the lives that were alive during it', async () => {
      const { reader } = store()
      let later = 0
      for (const { id, round_id } of await fightEvents(reader, EVERYTHING, 1_000)) {
        const details = await fightDetails(reader, id)
        if (details === undefined) throw new Error(`no fight ${id}`)
        expect(details).toMatchObject({ id, round_id, category: 'fight' })
        for (const { time } of [...details.target_path, ...details.attacker_path]) {
          expect(time).toBeGreaterThanOrEqual(details.start_time_ms)
          expect(time).toBeLessThanOrEqual(details.end_time_ms)
        }
        // a life of these rounds lasts about a minute: the second one begins in the middle
        if (details.start_time_ms > 60_000 && details.target_path.length > 0) later += 1
      }
      expect(later).toBeGreaterThan(3)
    })

    test('the number of a fight says round and row, like the views of the database', () => {
      expect(eventId(3, 7)).toBe(3 * 2 ** 20 + 7)
      expect(rowOfEvent(eventId(2 ** 31 - 1, 2 ** 20 - 1))).toEqual({ round_id: 2 ** 31 - 1, row_no: 2 ** 20 - 1 })
      expect(rowOfEvent(-1)).toEqual({ round_id: -1, row_no: 2 ** 20 - 1 })
    })

    test('an evening over midnight is one session, a long break begins another, each server has its own', async () => {
      const found = await sessions(store().reader, EVERYTHING, 10, null)
      expect(
        found.sessions.map(({ server, rounds, session_dates, maps }) => ({ server, rounds, session_dates, maps })),
      ).toEqual([
        { server: '', rounds: 1, session_dates: ['2026-02-19'], maps: [{ map_name: 'radar', rounds: 1 }] },
        { server: 'scrim 2', rounds: 1, session_dates: ['2026-02-18'], maps: [{ map_name: 'supply', rounds: 1 }] },
        {
          server: '',
          rounds: 3,
          session_dates: ['2026-02-18', '2026-02-19'],
          maps: [
            { map_name: 'supply', rounds: 2 },
            { map_name: 'radar', rounds: 1 },
          ],
        },
        { server: '', rounds: 1, session_dates: ['2026-02-18'], maps: [{ map_name: 'old', rounds: 1 }] },
      ])
      expect(found.sessions.every(({ players: people }) => people === 6)).toBe(true)
    })

    test('pages show every entry once, in the order of the whole list', async () => {
      const { reader } = store()
      const lists = {
        rounds: async (limit: number, after: Cursor | null) => {
          const { rounds, next } = await roundList(reader, EVERYTHING, limit, after)
          return { entries: rounds.map(({ id }) => id), next }
        },
        sessions: async (limit: number, after: Cursor | null) => {
          const found = await sessions(reader, EVERYTHING, limit, after)
          return { entries: found.sessions.map(({ id }) => id), next: found.next }
        },
        players: async (limit: number, after: Cursor | null) => {
          const found = await players(reader, EVERYTHING, null, limit, after)
          return { entries: found.players.map(({ guid }) => guid), next: found.next }
        },
        files: async (limit: number, after: Cursor | null) => {
          const { files, next } = await fileLedger(reader, null, limit, after)
          return { entries: files.map(({ id }) => id), next }
        },
      }
      for (const [name, list] of Object.entries(lists)) {
        const whole = await list(100, null)
        expect(whole.next, name).toBeNull()
        for (const size of [1, 2, 4]) {
          const paged: (string | number)[] = []
          let after: Cursor | null = null
          do {
            const { entries, next }: Awaited<ReturnType<typeof list>> = await list(size, after)
            paged.push(...entries)
            after = next
          } while (after !== null)
          expect(paged, `${name} by ${size}`).toEqual(whole.entries)
        }
      }
    })
  },
  { keep: true },
)
