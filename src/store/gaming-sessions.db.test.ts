import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clear, eachEngine } from '../../tests/support/databases.ts'
import { deleteRound } from './delete-round.ts'
import { regroupAround, SESSION_GAP_S } from './gaming-sessions.ts'
import type { Store } from './open.ts'

interface Played {
  readonly server_id: number
  readonly start: number
  readonly end: number
}

/** The sessions as lists of start times: a naive walk over the rounds of each server. */
function expected(rounds: readonly Played[]): string[] {
  const sessions: string[][] = []
  for (const server of [1, 2]) {
    const sorted = rounds.filter(({ server_id }) => server_id === server).sort((a, b) => a.start - b.start)
    let end = Number.NEGATIVE_INFINITY
    for (const round of sorted) {
      if (round.start - end > SESSION_GAP_S) sessions.push([])
      sessions.at(-1)?.push(`${server}@${round.start}`)
      end = Math.max(end, round.end)
    }
  }
  return sessions.map((session) => session.join(' ')).sort()
}

async function insert({ db }: Store, { server_id, start, end }: Played): Promise<void> {
  const { id } = await db
    .insertInto('rounds')
    .values({
      server_id,
      map_name: 'm',
      round_number: 1,
      round_date: '2026-01-01',
      round_time: '000000',
      round_start_unix: start,
      started_unix: start,
      round_end_unix: end,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db.transaction().execute((trx) => regroupAround(trx, id))
}

async function found({ db }: Store): Promise<string[]> {
  const rounds = await db
    .selectFrom('rounds')
    .select(['gaming_session_id', 'server_id', 'started_unix'])
    .orderBy('started_unix')
    .execute()
  const sessions = Map.groupBy(rounds, ({ gaming_session_id }) => gaming_session_id)
  return [...sessions.values()]
    .map((list) => list.map((round) => `${round.server_id}@${round.started_unix}`).join(' '))
    .sort()
}

eachEngine('gaming sessions', (store) => {
  test('a session is a run of rounds of one server without a break of more than an hour, in whatever order they arrive', async () => {
    const round = fc.record({
      server_id: fc.constantFrom(1, 2),
      start: fc.integer({ min: 1, max: 40 }),
      length: fc.integer({ min: 0, max: 8 }),
    })
    const cases = fc.sample(
      fc.uniqueArray(round, { maxLength: 14, selector: ({ server_id, start }) => server_id * 1000 + start }),
      { numRuns: 25, seed: 3 },
    )
    // the last one is an hour after the first one ends, and much longer after the second one
    const within = [
      { server_id: 1, start: 1, length: 8 },
      { server_id: 1, start: 2, length: 0 },
      { server_id: 1, start: 7, length: 0 },
    ]
    for (const rounds of [within, ...cases]) {
      await clear(store())
      await store().db.insertInto('server').values({ id: 2, name: 'second' }).execute()
      const played = rounds.map(({ server_id, start, length }) => ({
        server_id,
        start: start * 1800,
        end: start * 1800 + length * 900,
      }))
      for (const one of played) await insert(store(), one)
      expect(await found(store())).toEqual(expected(played))
    }
  })

  test('a session is named after its first round and survives midnight', async () => {
    const before = Date.UTC(2026, 1, 18, 23, 50) / 1000
    await insert(store(), { server_id: 1, start: before + 1_200, end: before + 1_800 })
    await insert(store(), { server_id: 1, start: before, end: before + 600 })
    const rounds = await store()
      .db.selectFrom('rounds')
      .select(['id', 'gaming_session_id'])
      .orderBy('started_unix')
      .execute()
    expect(new Set(rounds.map(({ gaming_session_id }) => gaming_session_id))).toEqual(new Set([rounds[0]?.id]))
  })

  test.each([
    [3_600, 1],
    [3_601, 2],
  ])('after a break of %i s there are %i sessions', async (break_s, sessions) => {
    const start = 1_771_445_400
    await insert(store(), { server_id: 1, start, end: start + 600 })
    await insert(store(), { server_id: 1, start: start + 600 + break_s, end: start + 1_200 + break_s })
    expect(await found(store())).toHaveLength(sessions)
  })

  test.each([
    ['first', [[3_000, 6_000]]],
    ['second', [[0], [6_000]]],
    ['third', [[0, 3_000]]],
  ] as const)('a session that loses its %s round is what the others make of it', async (which, left) => {
    const start = 1_771_445_400
    for (const after_s of [0, 3_000, 6_000]) {
      await insert(store(), { server_id: 1, start: start + after_s, end: start + after_s + 600 })
    }
    const { db } = store()
    const rounds = await db.selectFrom('rounds').select(['id']).orderBy('started_unix').execute()
    const gone = rounds[['first', 'second', 'third'].indexOf(which)]?.id as number
    await db.transaction().execute((trx) => deleteRound(trx, gone))
    expect(await found(store())).toEqual(left.map((ofOne) => ofOne.map((after_s) => `1@${start + after_s}`).join(' ')))
    const named = await db.selectFrom('rounds').select('id').whereRef('gaming_session_id', '=', 'id').execute()
    expect(named).toHaveLength(left.length)
  })
})
