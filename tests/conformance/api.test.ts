import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildApp } from '../../src/api/app.ts'
import { DEFAULT_SETTINGS } from '../../src/api/settings.ts'
import { DIFFERENCES } from '../../src/contract/differences.ts'
import { importFile } from '../../src/importer/import-file.ts'
import { eachEngine } from '../support/databases.ts'
import { differences, type Lists } from './api-compare.ts'
import { type NaiveRound, naiveRound } from './api-files.ts'
import {
  naiveCellCount,
  naiveCells,
  naiveDuos,
  naiveEvent,
  naiveEvents,
  naiveId,
  naiveTeamplay,
  naiveTradeEvents,
  naiveTradeSummary,
} from './api-naive.ts'

interface Recorded {
  readonly name: string
  readonly request: string
  readonly status: number
  readonly body: Record<string, unknown>
}

// one field each
const DESCRIBED = DIFFERENCES.flatMap(({ path, fields }) => fields.map((field) => ({ path, field })))

const ROOT = join(import.meta.dirname, '../../../shared/conformance/api')
// the answers were recorded some days after the last evening
const NOW = Date.UTC(2026, 1, 25, 21, 30)

describe.skipIf(!existsSync(ROOT))('the recorded requests', () => {
  const files = readdirSync(join(ROOT, 'files'))
    .sort()
    .map((name) => ({ name, bytes: readFileSync(join(ROOT, 'files', name)) }))
  const rounds = files.map(({ name, bytes }) => naiveRound(name, bytes.toString()))
  const answers = readdirSync(join(ROOT, 'answers')).map(
    (name): Recorded => ({ name, ...JSON.parse(readFileSync(join(ROOT, 'answers', name), 'utf8')) }),
  )
  const shown = new Set<(typeof DESCRIBED)[number]>()

  eachEngine(
    'are answered alike',
    (store) => {
      let app: FastifyInstance
      const roundIds = new Map<string, number>()
      const idOf = ({ map, date, time }: NaiveRound) => roundIds.get(`${map} ${date} ${time}`) as number

      beforeAll(async () => {
        await sql.raw(readFileSync(join(ROOT, 'rounds.sql'), 'utf8')).execute(store().db)
        for (const file of files) {
          const { state } = await importFile(store().db, file, { timeZone: 'UTC', now: NOW, server: '' })
          expect(state).toBe('imported')
        }
        const settings = { ...DEFAULT_SETTINGS, log_level: 'silent' } as const
        const log = { write: () => undefined }
        app = await buildApp({ store: store(), settings, importer: null, now: () => NOW, log })
        const { body } = await app.inject('/api/proximity/rounds?range_days=3650')
        for (const { id, map_name, round_date, round_time, state } of JSON.parse(body).rounds) {
          if (state === 'imported') roundIds.set(`${map_name} ${round_date} ${round_time}`, id)
        }
      })
      afterAll(() => app.close())

      test('a file joins the row of `rounds` that is exactly its own round, and no other', () => {
        expect(rounds.map(idOf).map((id) => (id > 100 ? id : 'own'))).toEqual([101, 'own', 'own', 104, 'own'])
      })

      test.each(answers)('$name', async ({ request, status, body }) => {
        const { path, query, id } = parts(request, answers, rounds, idOf)
        const response = await app.inject(id === null ? request : `/api/proximity/event/${id}`)
        expect(response.statusCode).toBe(status)
        const actual = JSON.parse(response.body)
        const recorded = { ...body, ...('generated_at' in body ? { generated_at: actual.generated_at } : {}) }
        const expected = { ...recorded, ...naive(path, query, status, rounds, idOf, request) }

        expect(differences(expected, actual, LISTS)).toEqual([])

        const known = [withoutDate(request), path].flatMap((of) => DESCRIBED.filter((one) => one.path === of))
        for (const field of differences(translated(recorded, path, rounds, idOf), expected, LISTS)) {
          const described = known.find((one) => isPartOf(field, one.field))
          expect(described, `${field} differs, and no sentence says why`).toBeDefined()
          if (described) shown.add(described)
        }
      })
    },
    { keep: true },
  )

  test('every difference that is described is there', () => {
    expect(DESCRIBED.filter((one) => !shown.has(one))).toEqual([])
  })
})

function isPartOf(field: string, whole: string): boolean {
  return field === whole || (field.startsWith(whole) && /^[. []/.test(field.slice(whole.length)))
}

/** The endpoint and the parameters of a request; for one engagement its number with us. */
function parts(
  request: string,
  answers: readonly Recorded[],
  rounds: readonly NaiveRound[],
  idOf: (round: NaiveRound) => number,
) {
  const url = new URL(request, 'http://localhost')
  const query = url.searchParams
  const number = Number(/\/event\/(\d+)$/.exec(url.pathname)?.[1])
  const found = answers.find((answer) => answer.request === request)?.status === 200
  if (!Number.isInteger(number)) return { path: url.pathname, query, id: null }
  return { path: '/api/proximity/event/:event_id', query, id: found ? numberOf(number, rounds, idOf) : number }
}

/** The recorded numbers follow the order of the lines: file by file. */
function placeOf(number: number, rounds: readonly NaiveRound[]): { round: NaiveRound; row: number } {
  let row = number - 1
  for (const round of rounds) {
    if (row < round.engagements.length) return { round, row }
    row -= round.engagements.length
  }
  throw new RangeError(`no engagement ${number}`)
}

function numberOf(number: number, rounds: readonly NaiveRound[], idOf: (round: NaiveRound) => number): number {
  const { round, row } = placeOf(number, rounds)
  return naiveId(idOf(round), row)
}

function inScope(rounds: readonly NaiveRound[], query: URLSearchParams): NaiveRound[] {
  const [date, map, number, start] = ['session_date', 'map_name', 'round_number', 'round_start_unix'].map((name) =>
    query.get(name),
  )
  return rounds.filter(
    (round) =>
      (date === null || round.date === date) &&
      (map === null || round.map === map) &&
      (number === null || round.number === Number(number)) &&
      (start === null || start === '0' || round.start === Number(start)),
  )
}

/** The fields that are computed from the files and not taken from the recorded answer. */
function naive(
  path: string,
  query: URLSearchParams,
  status: number,
  all: readonly NaiveRound[],
  idOf: (round: NaiveRound) => number,
  request: string,
): Record<string, unknown> {
  if (status !== 200) return {}
  const rounds = inScope(all, query)
  const limit = (usual: number) => Number(query.get('limit') ?? usual)
  switch (path) {
    case '/api/proximity/duos':
      return { duos: naiveDuos(rounds, limit(10)) }
    case '/api/proximity/summary':
      if (rounds.length === 0) {
        const nothing = { total_engagements: 0, crossfire_events: 0, hotzones: 0 }
        return { status: 'prototype', message: 'Proximity pipeline not connected.', ...nothing }
      }
      return { top_duos: naiveDuos(rounds, 10), hotzones: naiveCellCount(rounds) }
    case '/api/proximity/hotzones': {
      const counts = Map.groupBy(rounds, ({ map }) => map)
      const size = (map: string) => (counts.get(map) ?? []).reduce((sum, of) => sum + of.engagements.length, 0)
      const busiest = [...counts.keys()].sort((a, b) => size(b) - size(a))[0]
      return { hotzones: naiveCells(rounds, query.get('map_name') ?? busiest ?? '') }
    }
    case '/api/proximity/teamplay':
      return naiveTeamplay(rounds, limit(5))
    case '/api/proximity/trades/summary':
      return naiveTradeSummary(rounds)
    case '/api/proximity/trades/events':
      return { events: naiveTradeEvents(rounds, idOf, limit(50)) }
    case '/api/proximity/events':
      return { events: naiveEvents(rounds, idOf, limit(250)) }
    case '/api/proximity/event/:event_id': {
      const { round, row } = placeOf(Number(request.split('/').at(-1)), all)
      return naiveEvent(round, row, idOf(round))
    }
    default:
      return {}
  }
}

/** A recorded answer with our numbers of engagements. */
function translated(
  recorded: Record<string, unknown>,
  path: string,
  rounds: readonly NaiveRound[],
  idOf: (round: NaiveRound) => number,
): Record<string, unknown> {
  const id = (number: unknown) => numberOf(number as number, rounds, idOf)
  if (path === '/api/proximity/event/:event_id' && 'id' in recorded) return { ...recorded, id: id(recorded.id) }
  if (path !== '/api/proximity/events') return recorded
  const events = recorded.events as Record<string, unknown>[]
  return { ...recorded, events: events.map((event) => ({ ...event, id: id(event.id) })) }
}

const KEYS = [
  ['victim', ['date', 'round', 'map', 'victim', 'killer']],
  ['id', ['id']],
  ['player1', ['player1', 'player2']],
  ['grid_x', ['grid_x', 'grid_y']],
  ['guid', ['guid', 'player_class']],
] as const

const RANKS: Readonly<Record<string, readonly string[]>> = {
  duos: ['crossfire_kills', 'crossfire_count'],
  top_duos: ['crossfire_kills', 'crossfire_count'],
  hotzones: ['kills', 'deaths'],
  distance: ['total_distance'],
  sprint: ['sprint_pct'],
  reaction: ['reaction_ms'],
  survival: ['duration_ms'],
  crossfire_kills: ['crossfire_kills', 'crossfire_participations'],
  sync: ['avg_delay_ms', 'crossfire_kills'],
  focus_survival: ['survival_rate_pct', 'times_focused'],
}

const LISTS: Lists = {
  keyOf(_, entry) {
    const [, by = []] = KEYS.find(([field]) => field in entry) ?? []
    return by.map((field) => String(entry[field])).join(' ')
  },
  rankOf(list, entry) {
    const by = RANKS[list]
    return by === undefined ? this.keyOf(list, entry) : by.map((field) => String(entry[field])).join(' ')
  },
}

function withoutDate(request: string): string {
  return request.replace('session_date=2026-02-18&', '')
}
