import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { eachEngine } from '../../tests/support/databases.ts'
import { EVENING, type RoundFile, roundFile } from '../../tests/support/round-files.ts'
import { BUILDS, type Build } from '../format/builds.ts'
import { SILENT_HEADER } from '../format/header.ts'
import { someRound } from '../format/round.fixtures.ts'
import type { Round } from '../format/round.ts'
import { type Rows, SECTIONS, type Section } from '../format/sections.ts'
import { writeRound } from '../format/write-round.ts'
import { importFile } from '../importer/import-file.ts'
import { parseRound } from '../parser/parse-round.ts'
import { loadRound } from './load-round.ts'
import type { Store } from './open.ts'

const OPTIONS = { timeZone: 'UTC', now: (EVENING + 86_400) * 1000 }
const OWN = BUILDS.at(-1) as Build

const imported = async ({ db }: Store, file: RoundFile) => (await importFile(db, file, OPTIONS)).round_id as number

const outcome = async ({ db }: Store) =>
  await db.selectFrom('rounds').select(['winner_team', 'defender_team']).executeTakeFirst()

/** A row in which whoever has an identifier has a name: an empty one stands for the name that he has elsewhere. */
function named(row: object): object {
  const values = { ...row } as Record<string, unknown>
  for (const [key, guid] of Object.entries(row)) {
    const name = key.replace(/guid$/, 'name')
    if (key.endsWith('guid') && guid && name in row && !values[name]) values[name] = 'Somebody'
  }
  return values
}

/** The rows of this project's own sections of a round, and no others. */
function ownRows(rows: Round['rows']): Rows {
  const kept = (section: Section) => (section.comment_rows === true ? rows[section.key as keyof Rows].map(named) : [])
  return Object.fromEntries(SECTIONS.map((section) => [section.key, kept(section)])) as unknown as Rows
}

eachEngine("the sections of this project's tracker", (store) => {
  test('rows of any kind are given back as they were read', async () => {
    for (const [i, { rows }] of fc.sample(someRound(OWN, true), { numRuns: 12, seed: 4 }).entries()) {
      const header = { ...SILENT_HEADER, map_name: 'yard', round_start_unix: EVENING + i, tracker: 'proximity' }
      const { bytes, refused } = writeRound({ header, rows: ownRows(rows) }, { build: OWN.name, trailer: true })
      const id = await imported(store(), { name: 'x_engagements.txt', bytes })
      const { round } = parseRound(bytes)
      expect(refused).toEqual([])
      expect(await loadRound(store().db, id)).toEqual({ ...round, sections: { ...round.sections } })
    }
  })

  test('the views spell them out', async () => {
    await imported(store(), roundFile({ build: 'Proximity 1' }))
    const rowsOf = async (view: string) =>
      (await sql<object>`select * from ${sql.table(view)} order by id`.execute(store().db)).rows
    expect(await rowsOf('proximity_damage')).toMatchObject([
      {
        ...{ relation: 'enemy', attacker_team: 'ALLIES', target_team: 'AXIS', damage: 62, region: 0, weapon_id: 0 },
        ...{ attacker_x: 0, attacker_y: -1, attacker_yaw: -170.8, target_y: -2048, target_yaw: -0.1 },
      },
      {
        ...{ relation: 'world', attacker_guid: null, attacker_team: null, region: null, weapon_id: null },
        ...{ attacker_x: null, attacker_y: null, attacker_yaw: null, target_x: 0, time_ms: 4_000 },
      },
    ])
    expect(await rowsOf('proximity_connection')).toMatchObject([{ kind: 'human' }, { kind: 'bot', slot: 7 }])
    expect(await rowsOf('proximity_life_event')).toMatchObject([
      { event: 'spawned', x: 0, y: -0.5, health: 125, other_name: null },
      { event: 'revived', x: null, player_name: '^1Anvil', other_name: 'Birch' },
      { event: 'round_end' },
    ])
    expect(await rowsOf('proximity_death')).toMatchObject([{ cause: 'world', killer_guid: null, killer_class: null }])
    expect(await rowsOf('proximity_reinforcement')).toMatchObject([{ team: 'ALLIES', offset_ms: null }])
    expect(await rowsOf('proximity_game_event')).toMatchObject([{ object: 'The gate is open', player_guid: null }])
    expect(await rowsOf('proximity_pause')).toMatchObject([{ duration_ms: 45_000 }])
    expect(await rowsOf('proximity_round_outcome')).toMatchObject([{ winner_team: 'ALLIES', end_reason: 'objective' }])
    expect(await rowsOf('proximity_capture')).toMatchObject([
      { sensor: 'aim_lock', state: 'failed', refused_reads: 311 },
    ])
  })

  test('no view reads the link codes', async () => {
    const { rows } = await sql`select viewname from pg_views where definition like '%fact_link_codes%'`.execute(
      store().db,
    )
    expect(rows).toEqual([])
  })

  test('a round knows what its file tells of its end, and keeps what others told where the file is silent', async () => {
    await imported(store(), roundFile({ build: '4.2b' }))
    await store().db.updateTable('rounds').set({ winner_team: 1, defender_team: 2 }).execute()
    await imported(store(), roundFile({ build: '6.11' }))
    expect(await outcome(store())).toEqual({ winner_team: 1, defender_team: 2 })
    await imported(store(), roundFile({ build: 'Proximity 1' }))
    expect(await outcome(store())).toEqual({ winner_team: 2, defender_team: 1 })
  })

  test('a player is a bot if any file calls him one, and a person without an identifier is what his file says', async () => {
    const kinds = async () =>
      (
        await store()
          .db.selectFrom('player')
          .innerJoin('round_name', 'player_id', 'player.id')
          .select(['name', 'kind'])
          .execute()
      ).sort((a, b) => a.name.localeCompare(b.name))
    await imported(store(), roundFile({ players: ['Anvil', 'Birch'] }))
    expect(await kinds()).toEqual([
      { name: 'Anvil', kind: 'human' },
      { name: 'Birch', kind: 'human' },
    ])
    await imported(store(), roundFile({ players: ['Anvil', 'Birch'], build: 'Proximity 1' }))
    expect(await kinds()).toEqual([
      { name: 'Anvil', kind: 'human' },
      { name: 'Birch', kind: 'bot' },
    ])
    await imported(store(), roundFile({ players: ['Anvil', 'Birch'], start: EVENING + 900 }))
    expect((await kinds()).filter(({ name }) => name === 'Birch')).toEqual([
      { name: 'Birch', kind: 'bot' },
      { name: 'Birch', kind: 'bot' },
    ])
  })

  test('who has a slot alone is what the better file of his round says', async () => {
    const empty = Object.fromEntries(SECTIONS.map(({ key }) => [key, []])) as unknown as Rows
    const [row] = parseRound(roundFile({ build: 'Proximity 1' }).bytes).round.rows.players
    for (const [kind, trailer] of [['bot', false] as const, ['human', true] as const]) {
      const players = [{ ...(row as Rows['players'][number]), kind, guid: 'SLOT2_1' }]
      const header = { ...SILENT_HEADER, map_name: 'yard', round_start_unix: EVENING }
      const { bytes } = writeRound({ header, rows: { ...empty, players } }, { build: OWN.name, trailer })
      await imported(store(), { name: 'x_engagements.txt', bytes })
      expect(await store().db.selectFrom('player').select('kind').execute()).toEqual([{ kind }])
    }
  })

  test('slots are nobody in another round, whatever kind they are', async () => {
    for (const start of [EVENING, EVENING + 900]) {
      const rows = ownRows(parseRound(roundFile({ build: 'Proximity 1' }).bytes).round.rows)
      const players = rows.players.map((row) => ({ ...row, guid: `SLOT${row.slot}_1` }))
      const header = { ...SILENT_HEADER, map_name: 'yard', round_start_unix: start }
      const empty = Object.fromEntries(SECTIONS.map(({ key }) => [key, []])) as unknown as Rows
      const { bytes } = writeRound({ header, rows: { ...empty, players } }, { build: OWN.name, trailer: true })
      await imported(store(), { name: 'x_engagements.txt', bytes })
    }
    const people = await store().db.selectFrom('player').select(['guid', 'kind']).orderBy('id').execute()
    expect(people.map(({ kind }) => kind)).toEqual(['human', 'bot', 'human', 'bot'])
    expect(new Set(people.map(({ guid }) => guid)).size).toBe(4)
  })
})
