import { beforeAll, describe, expect, test } from 'vitest'
import { eachEngine } from '../../tests/support/databases.ts'
import { EVENING } from '../../tests/support/round-files.ts'
import { peopleIn } from '../analytics/people.ts'
import { EVERYTHING, roundsIn } from '../analytics/scope.ts'
import { ENDPOINTS } from '../contract/endpoints.ts'
import { scopeEcho } from '../contract/scope.ts'
import { guidOf } from '../metrics/round.fixtures.ts'
import { addressOf, content, importRounds, type Served, serve } from './served.fixtures.ts'

const HOUR = 3_600
const DAY = 24 * HOUR
const FIVE = ['Birch', 'Cobalt', 'Dune', 'Ember', 'Gale']

/** Endpoints that answer about a scope of rounds. */
// one cell of a map may well hold nothing of what a parameter changes
const SCOPED = ENDPOINTS.filter(({ path, query }) => 'range_days' in query.shape && !path.endsWith('/cell'))
const PARAMETERS = ['range_days', ...Object.keys(scopeEcho.shape)]

eachEngine(
  'the scope',
  (store) => {
    let served: Served
    let values: Record<string, string | number>
    const urlOf = (path: string, query: Record<string, string | number>) => {
      const search = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]))
      return `${addressOf(path)}?${search}`
    }

    beforeAll(async () => {
      served = await serve(store())
      await importRounds(store(), [
        { seed: 1, start: EVENING - 40 * DAY },
        { seed: 2, start: EVENING, map_name: 'supply' },
        { seed: 3, start: EVENING + 600, map_name: 'supply', round_number: 2, players: FIVE },
        { seed: 4, start: EVENING + 1_200, map_name: 'radar', server_name: 'scrim 2', trailer: true },
        { seed: 5, start: EVENING + DAY, map_name: 'radar', players: FIVE },
        { seed: 6, start: EVENING + 1_800, map_name: 'supply' },
      ])
      const { sessions } = (await served.get('/api/proximity/sessions')) as { sessions: { id: number }[] }
      values = {
        range_days: 3650,
        session_date: '2026-02-19',
        map_name: 'radar',
        round_number: 2,
        round_start_unix: EVENING + 600,
        session_id: sessions.at(-1)?.id ?? 0,
        server: 'scrim 2',
        player_guid: guidOf('^1Anvil'),
      }
    })

    describe.each(SCOPED.map(({ path, query }) => ({ path, known: Object.keys(query.shape) })))('$path', (endpoint) => {
      test.each(PARAMETERS)('%s changes the answer or is refused', async (parameter) => {
        const whole = await served.get(urlOf(endpoint.path, { range_days: 30 }))
        const url = urlOf(endpoint.path, { range_days: 30, [parameter]: values[parameter] ?? '' })
        if (!endpoint.known.includes(parameter)) {
          expect(await served.ask(url)).toMatchObject({
            status: 400,
            body: { detail: `Unknown query parameter: ${parameter}` },
          })
          return
        }
        const { status, body } = await served.ask(url)
        expect(status).toBe(200)
        // of one map alone a parameter may leave nothing
        if (!endpoint.path.includes(':map_name')) expect(body.ready).toBe(true)
        expect(content(body)).not.toEqual(content(whole))
        if (parameter !== 'range_days') expect(body.scope).toMatchObject(scopeOf(parameter, body))
      })

      test('all parameters together must hold', async () => {
        const given = endpoint.known.filter((name) => name in values)
        const url = urlOf(endpoint.path, Object.fromEntries(given.map((name) => [name, values[name] as string])))
        const contradictory = ['map_name', 'round_number', 'server'].every((name) => given.includes(name))
        const { status, body } = await served.ask(url)
        expect(status).toBe(200)
        if (contradictory) expect(body).toMatchObject({ status: 'prototype', ready: false })
      })
    })

    // the answer repeats the parameter; the tree suggests a scope instead
    function scopeOf(parameter: string, body: Record<string, unknown>) {
      return 'sessions' in body ? {} : { [parameter]: values[parameter] }
    }

    test('a range counts back from today, UTC, and a date or a session needs none', async () => {
      const rounds = async (query: string) =>
        (await served.get(`/api/proximity/summary?${query}`)).sample_rounds as number
      expect(await rounds('range_days=1')).toBe(1)
      expect(await rounds('range_days=2')).toBe(5)
      expect(await rounds('')).toBe(5)
      expect(await rounds('range_days=0')).toBe(5)
      expect(await rounds('range_days=-5')).toBe(1)
      expect(await rounds('range_days=999999')).toBe(6)
      expect(await rounds('range_days=1&session_date=2026-01-09')).toBe(1)
      expect(await rounds(`range_days=1&session_id=${values.session_id}`)).toBeGreaterThan(0)
    })

    test('thirty days are the usual range, the thirtieth before today is the first of them', async () => {
      const roundsAt = async (date: string) => {
        const later = await serve(store(), {}, null, () => Date.parse(`${date}T12:00:00Z`))
        return [await later.get('/api/proximity/summary'), await later.get('/api/proximity/summary?range_days=0')].map(
          ({ sample_rounds }) => sample_rounds,
        )
      }
      expect(await roundsAt('2026-03-20')).toEqual([5, 5])
      expect(await roundsAt('2026-03-21')).toEqual([1, 1])
      expect(await roundsAt('2026-03-22')).toEqual([0, 0])
    })

    test('a player is himself in the rounds that he played', async () => {
      const { reader } = store()
      const scope = { ...EVERYTHING, player_guid: guidOf('^1Anvil').toLowerCase() }
      const rounds = await roundsIn(reader, scope).execute()
      expect([(await roundsIn(reader, EVERYTHING).execute()).length, rounds.length]).toEqual([6, 4])
      const people = await peopleIn(reader, scope).select(['player_id', 'round_id']).execute()
      expect(people.map(({ round_id }) => round_id).sort()).toEqual(rounds.map(({ id }) => id).sort())
      expect(new Set(people.map(({ player_id }) => player_id)).size).toBe(1)
    })

    test('a range is echoed as sent, a limit as applied', async () => {
      expect(await served.get('/api/proximity/events?range_days=-5&limit=0')).toMatchObject({
        range_days: -5,
        limit: 250,
      })
      expect(await served.get('/api/proximity/events?limit=-3')).toMatchObject({ limit: 1 })
      expect(await served.get('/api/proximity/events?limit=99999')).toMatchObject({ limit: 1000 })
    })

    test('a date is normalised, blanks mean nothing, a repeated parameter counts as it comes last', async () => {
      const echo = async (query: string) => (await served.get(`/api/proximity/summary?${query}`)).scope
      expect(await echo('session_date=%202026-2-8%20')).toMatchObject({ session_date: '2026-02-08' })
      expect(await echo('session_date=&map_name=%20&round_start_unix=0')).toMatchObject({
        session_date: null,
        map_name: null,
        round_start_unix: null,
      })
      expect(await echo('map_name=a&map_name=%20b%20')).toMatchObject({ map_name: 'b' })
      expect(await echo('round_number=0')).toMatchObject({ round_number: 0 })
    })

    test.each([
      ['session_date=2026-02-30', 400, 'Invalid session_date format. Use YYYY-MM-DD.'],
      ['round_number=-1', 400, 'round_number must be >= 0'],
      ['round_number=4294967296', 400, 'round_number must be <= 2147483647'],
      ['round_start_unix=-5', 400, 'round_start_unix must be >= 0'],
      ['player=1', 400, 'Unknown query parameter: player'],
      ['__proto__=1', 400, 'Unknown query parameter: __proto__'],
    ])('%s is refused', async (query, status, detail) => {
      expect(await served.ask(`/api/proximity/summary?${query}`)).toMatchObject({ status, body: { detail } })
    })

    test.each(['round_number=', 'round_number=1.5', 'range_days=month', 'round_start_unix=1e9'])(
      '%s is no number',
      async (query) => {
        const { status, body } = await served.ask(`/api/proximity/summary?${query}`)
        expect(status).toBe(422)
        expect(body.detail).toEqual([
          { loc: ['query', query.split('=')[0]], msg: 'value is not a valid integer', type: 'type_error.integer' },
        ])
      },
    )
  },
  { keep: true },
)
