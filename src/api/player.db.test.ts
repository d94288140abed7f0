import { expect, test } from 'vitest'
import { eachEngine } from '../../tests/support/databases.ts'
import { EVENING, roundFile } from '../../tests/support/round-files.ts'
import type { ReplyAt } from '../contract/client.ts'
import { guidOf } from '../metrics/round.fixtures.ts'
import { parseRound } from '../parser/parse-round.ts'
import { edited, importRounds, serve } from './served.fixtures.ts'

type Profile = ReplyAt<'/api/proximity/players/:guid'>
type Trend = ReplyAt<'/api/proximity/players/:guid/trend'>
type Style = ReplyAt<'/api/proximity/players/:guid/style'>
type Dangers = ReplyAt<'/api/proximity/players/:guid/dangers'>

const DAY_S = 86_400
/** Seven evenings of two rounds, and one more round. */
const FILES = [
  ...Array.from({ length: 14 }, (_, i) => {
    const start = EVENING - 7 * DAY_S + Math.floor(i / 2) * DAY_S + (i % 2) * 600
    return roundFile({ seed: i + 1, start, map_name: i % 2 === 0 ? 'supply' : 'radar', duration_s: 300 })
  }),
  roundFile({ seed: 99, start: EVENING }),
]
const ROUNDS = FILES.map(({ bytes }) => parseRound(bytes).round)
const NAMES = ['^1Anvil', 'Birch', 'Cobalt', 'Dune', 'Ember', 'Flint']
const BIRCH = guidOf('Birch')

/** Who fought Birch and how, from the rows alone; every attacker of these files is an enemy. */
function naiveOpponent(enemy: string) {
  const rows = ROUNDS.flatMap(({ rows: { engagements } }) => engagements)
  const has = ({ attackers }: (typeof rows)[number], guid: string) => attackers.some((one) => one.guid === guid)
  return {
    attacks: rows.filter((row) => row.target_guid === enemy && has(row, BIRCH)).length,
    attacked: rows.filter((row) => row.target_guid === BIRCH && has(row, enemy)).length,
    kills: rows.filter((row) => row.target_guid === enemy && row.killer_guid === BIRCH).length,
    deaths: rows.filter((row) => row.target_guid === BIRCH && row.killer_guid === enemy).length,
  }
}

eachEngine(
  'the pages of a player',
  (store) => {
    const ask = async <T>(path: string): Promise<T> => {
      const { get } = await serve(store())
      return (await get(`/api/proximity/players/${path}`)) as T
    }

    test('his opponents are those whom the rows name, by fights', async () => {
      const ids = await importRounds(store(), FILES)
      // a round whose start nobody knows is in no session
      const last = ids.at(-1) as number
      await store().db.updateTable('rounds').set({ gaming_session_id: null }).where('id', '=', last).execute()
      const { opponents, sums } = await ask<Profile>(BIRCH)
      const expected = NAMES.filter((_, i) => i % 2 === 0).map((name) => ({ name, ...naiveOpponent(guidOf(name)) }))
      expect(opponents.map(({ guid: _, rounds: __, ...rest }) => rest)).toEqual(
        expected.sort((a, b) => b.attacks + b.attacked - a.attacks - a.attacked),
      )
      const total = (of: (one: Profile['opponents'][number]) => number) =>
        opponents.reduce((sum, one) => sum + of(one), 0)
      expect([total(({ kills }) => kills), total(({ deaths }) => deaths)]).toEqual([sums.kills, sums.deaths_by_enemy])
      expect(total(({ attacks }) => attacks)).toBe(sums.attacks)
    })

    test('what one does to the other is what is done to the other by one', async () => {
      const birch = await ask<Profile>(BIRCH)
      for (const { guid, attacks, attacked, kills, deaths, rounds } of birch.opponents) {
        const other = (await ask<Profile>(guid)).opponents.find((one) => one.guid === BIRCH)
        expect(other).toMatchObject({ attacks: attacked, attacked: attacks, kills: deaths, deaths: kills, rounds })
      }
    })

    test('his mean lies in its interval, and one round has none of times', async () => {
      const { means } = await ask<Profile>(BIRCH)
      for (const { value, low, high } of Object.values(means)) {
        if (value === null) continue
        expect(low).toBeLessThanOrEqual(value)
        expect(high).toBeGreaterThanOrEqual(value)
      }
      const one = await ask<Profile>(`${BIRCH}?round_start_unix=${EVENING - 7 * DAY_S}`)
      expect(one.means.life_duration_ms).toMatchObject({ n: 2, low: null, high: null })
      expect(one.means.escape_pct.low).not.toBeNull()
    })

    test('each evening of the trend is what the evening alone gives, and adds up to the whole', async () => {
      const { evenings, trends, rounds_without_session } = await ask<Trend>(`${BIRCH}/trend`)
      const whole = await ask<Profile>(BIRCH)
      expect(evenings.map(({ rounds }) => rounds)).toEqual([2, 2, 2, 2, 2, 2, 2])
      expect(evenings.map(({ start_unix }) => start_unix)).toEqual(
        evenings.map(({ start_unix }) => start_unix).toSorted((a, b) => a - b),
      )
      expect([rounds_without_session, whole.rounds]).toEqual([1, 15])
      for (const [i, { session_id }] of evenings.entries()) {
        const { means } = await ask<Profile>(`${BIRCH}?session_id=${session_id}`)
        for (const [name, { value, n }] of Object.entries(means)) {
          const trend = trends[name as keyof typeof trends]
          expect({ name, value: trend.values[i], n: trend.n[i] }).toEqual({ name, value, n })
        }
      }
    })

    test('what is usual is taken from the evenings before the latest', async () => {
      const { trends } = await ask<Trend>(`${BIRCH}/trend`)
      const { usual, values, latest, n } = trends.fights_per_minute
      expect(n).toEqual([4, 4, 4, 4, 4, 4, 4])
      expect({ usual, latest }).toEqual({ usual: null, latest: null })
      const { usual: ofSamples, values: shares, latest: last } = trends.support_uptime_pct
      // seven evenings, of which the last is the one that is compared
      expect(ofSamples?.evenings).toBe(6)
      const [low = 0, high = 0, own = 0] = [ofSamples?.low, ofSamples?.high, shares.at(-1) ?? undefined]
      expect(last).toBe(own < low ? 'below' : own > high ? 'above' : 'at')
      expect(values).toHaveLength(7)
    })

    test('how he plays is compared with the others who played enough, and more is no better', async () => {
      const { measures, people, lives, least_lives } = await ask<Style>(`${BIRCH}/style`)
      expect({ people, lives, least_lives }).toEqual({ people: 6, lives: 30, least_lives: 20 })
      const everybody = await Promise.all(NAMES.map((name) => ask<Profile>(guidOf(name))))
      for (const { name, value, n, below, others } of measures) {
        const all = everybody.map(({ guid, means }) => ({ guid, ...means[name as keyof Profile['means']] }))
        const own = all.find(({ guid }) => guid === BIRCH)
        expect({ name, value, n }).toEqual({ name, value: own?.value, n: own?.n })
        const rest = all.filter(({ guid, n: cases }) => guid !== BIRCH && cases >= 20)
        expect(others).toBe(rest.length)
        const less = rest.filter((one) => (one.value ?? 0) < (value ?? 0)).length
        // equal as they are shown need not be equal
        const same = rest.filter((one) => one.value === value).length
        expect(below).toBeGreaterThanOrEqual(n < 20 ? 0 : less)
        expect(below).toBeLessThanOrEqual(n < 20 ? 0 : less + same)
      }
    })

    test('his classes share his time', async () => {
      const { classes } = await ask<Style>(`${guidOf('Dune')}/style`)
      expect(classes.find(({ player_class }) => player_class === 'MEDIC')).toMatchObject({ value: 100, n: 30 })
      expect(classes.reduce((sum, { value }) => sum + (value ?? 0), 0)).toBeCloseTo(100, 0)
    })

    test('he dies where the rows say, and his time is that of his lives', async () => {
      const { maps, cell_units } = await ask<Dangers>(`${BIRCH}/dangers`)
      for (const { map_name, cells, deaths, presence_ms, zones } of maps) {
        const own = ROUNDS.filter(({ header }) => header.map_name === map_name)
        const died: Record<string, number> = {}
        for (const { target_guid, outcome, end_x, end_y } of own.flatMap(({ rows }) => rows.engagements)) {
          if (target_guid !== BIRCH || outcome !== 'killed') continue
          const key = `${Math.floor(end_x / cell_units)} ${Math.floor(end_y / cell_units)}`
          died[key] = (died[key] ?? 0) + 1
        }
        const found = cells.filter(([, , , n]) => n > 0).map(([x, y, , n]) => [`${x} ${y}`, n])
        expect(Object.fromEntries(found)).toEqual(died)
        expect(found.reduce((sum, [, n]) => sum + Number(n), 0)).toBe(deaths)
        const paths = own.flatMap(({ rows }) => rows.player_tracks.filter(({ guid }) => guid === BIRCH))
        const times = paths.map(({ path }) => (path.time_ms[path.length - 1] ?? 0) - (path.time_ms[0] ?? 0))
        expect(presence_ms).toBe(times.reduce((sum, time) => sum + time, 0))
        for (const { deaths: here, expected_deaths } of zones) expect(here).toBeGreaterThan(expected_deaths ?? 0)
      }
      expect(maps.map(({ map_name }) => map_name).sort()).toEqual(['radar', 'supply'])
    })

    test.each(['', '/style', '/trend', '/dangers'])('nobody and a bot have no page (%s)', async (part) => {
      const bot = 'OMNIBOT01'.padEnd(32, '0')
      const withBot = edited(roundFile({ seed: 50, start: EVENING + 7_200 }), (text) =>
        text.replaceAll(guidOf('Flint'), bot),
      )
      if (part === '') await importRounds(store(), [withBot])
      const { ask: answer } = await serve(store())
      expect(await answer(`/api/proximity/players/${'0'.repeat(32)}${part}`)).toMatchObject({
        status: 404,
        body: { detail: 'There is nobody with this identifier.' },
      })
      expect(await answer(`/api/proximity/players/${bot}${part}`)).toMatchObject({
        status: 404,
        body: { detail: 'This is a bot. Bots have no numbers.' },
      })
    })
  },
  { keep: true },
)
