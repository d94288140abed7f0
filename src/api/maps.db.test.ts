import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eachEngine, memoryStore } from '../../tests/support/databases.ts'
import { EVENING, type RoundFile, roundFile } from '../../tests/support/round-files.ts'
import type { ReplyAt } from '../contract/client.ts'
import type { CombatPosition } from '../format/later-sections.ts'
import { writeRound } from '../format/write-round.ts'
import { parseRound } from '../parser/parse-round.ts'
import { importRounds, serve } from './served.fixtures.ts'

// of one build after the other: the last knows where killers stood and by what they killed, and has a bot among people
const FILES = [
  roundFile({ seed: 1, start: EVENING }),
  roundFile({ seed: 2, start: EVENING + 600, round_number: 2 }),
  withCombatPositions(roundFile({ seed: 3, start: EVENING + 86_400, build: 'Proximity 1', trailer: true })),
  roundFile({ seed: 4, start: EVENING + 1_200, map_name: 'radar' }),
]

/** The same file with a row for every kill: by an MP40 or a Thompson, from 1,000 units north of the victim. */
function withCombatPositions({ name, bytes }: RoundFile): RoundFile {
  const { round } = parseRound(bytes)
  const kills = round.rows.engagements.filter(({ killer_guid }) => killer_guid !== null)
  const combat_positions = kills.map(
    (kill, i): CombatPosition => ({
      ...{ time_ms: kill.end_time_ms, event: 'kill', weapon_id: 3, mod: 8 + (i % 2) },
      ...{ attacker_guid: kill.killer_guid ?? '', attacker_name: kill.killer_name ?? '', attacker_class: 'MEDIC' },
      ...{ attacker_team: kill.target_team === 'AXIS' ? 'ALLIES' : 'AXIS', victim_team: kill.target_team },
      ...{ victim_guid: kill.target_guid, victim_name: kill.target_name, victim_class: 'SOLDIER' },
      ...{ attacker_x: kill.end_x, attacker_y: kill.end_y + 1000, attacker_z: 24 },
      ...{ victim_x: kill.end_x, victim_y: kill.end_y, victim_z: 0 },
      ...{ killer_health: 100, axis_alive: 3, allies_alive: 3 },
    }),
  )
  const rows = { ...round.rows, combat_positions }
  return { name, bytes: writeRound({ ...round, rows }, { build: 'Proximity 1', trailer: true }).bytes }
}

const ROUNDS = FILES.map(({ bytes }) => parseRound(bytes).round)
const ON_SUPPLY = ROUNDS.filter(({ header }) => header.map_name === 'supply')

/** Whether a row of a round is about people alone. */
function isOfPeople({ rows }: (typeof ROUNDS)[number], guids: readonly (string | null)[]): boolean {
  return !rows.players.some(({ kind, guid }) => kind === 'bot' && guids.includes(guid))
}

const ENGAGEMENTS = ON_SUPPLY.flatMap((round) =>
  round.rows.engagements.filter(({ target_guid, killer_guid, attackers }) =>
    isOfPeople(round, [target_guid, killer_guid, ...attackers.map(({ guid }) => guid)]),
  ),
)
const TRACKS = ON_SUPPLY.flatMap((round) => round.rows.player_tracks.filter(({ guid }) => isOfPeople(round, [guid])))

type Map = ReplyAt<'/api/proximity/maps/:map_name'>
type Cell = Map['cells'][number]

/** Deaths of the files by the place of the victim, from the rows alone: every death of these files is a kill. */
function naiveDeaths(units: number, side?: string): Record<string, number> {
  const cells: Record<string, number> = {}
  for (const { outcome, end_x, end_y, target_team } of ENGAGEMENTS) {
    if (outcome !== 'killed' || (side !== undefined && target_team !== side)) continue
    const key = `${Math.floor(end_x / units)} ${Math.floor(end_y / units)}`
    cells[key] = (cells[key] ?? 0) + 1
  }
  return cells
}

/** Milliseconds of the files by place: each sample lasts until the next one. */
function naivePresence(units: number, tracks = TRACKS): Record<string, number> {
  const cells: Record<string, number> = {}
  for (const { path } of tracks) {
    for (let i = 0; i + 1 < path.length; i++) {
      const key = `${Math.floor((path.x[i] ?? 0) / units)} ${Math.floor((path.y[i] ?? 0) / units)}`
      cells[key] = (cells[key] ?? 0) + (path.time_ms[i + 1] ?? 0) - (path.time_ms[i] ?? 0)
    }
  }
  return cells
}

function byPlace(cells: readonly Cell[], of: (cell: Cell) => number): Record<string, number> {
  const counted = cells.filter((cell) => of(cell) > 0)
  return Object.fromEntries(counted.map((cell) => [`${cell.grid_x} ${cell.grid_y}`, of(cell)]))
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

eachEngine(
  'maps',
  (store) => {
    const ask = async (query = '', path = '') => {
      const { get } = await serve(store())
      return await get(`/api/proximity/maps/supply${path}${query}`)
    }
    const mapOf = async (query = '') => (await ask(query)) as unknown as Map

    test('the list has every map with its rounds, the most played first', async () => {
      await importRounds(store(), FILES)
      const { get } = await serve(store())
      expect(await get('/api/proximity/maps')).toMatchObject({
        status: 'ok',
        maps: [
          { map_name: 'supply', rounds: 3 },
          { map_name: 'radar', rounds: 1 },
        ],
      })
    })

    test.each([128, 256, 512])('cells of %i units add up to what the rows of the files say', async (units) => {
      const { cells, totals, rounds } = await mapOf(`?cell_units=${units}`)
      expect(byPlace(cells, ({ deaths }) => deaths)).toEqual(naiveDeaths(units))
      expect(byPlace(cells, ({ presence_ms }) => presence_ms)).toEqual(naivePresence(units))
      expect(rounds).toBe(3)
      expect(totals).toMatchObject({
        deaths: ENGAGEMENTS.filter(({ outcome }) => outcome === 'killed').length,
        escapes: ENGAGEMENTS.filter(({ outcome }) => outcome === 'escaped').length,
        fights: ENGAGEMENTS.length,
        presence_ms: sum(Object.values(naivePresence(units))),
      })
      for (const name of ['kills', 'deaths', 'push_deaths', 'fights', 'escapes', 'presence_ms'] as const) {
        expect(sum(cells.map((cell) => cell[name]))).toBe(totals[name])
      }
    })

    test('a kill without a place is missing in the cells, and said to be', async () => {
      const { totals, missing } = await mapOf()
      expect(missing.kills_without_place).toBeGreaterThan(0)
      expect(totals.kills + missing.kills_without_place).toBe(totals.deaths)
    })

    test('the sides are the two halves of everything, and each is its own', async () => {
      const [all, axis, allies] = [await mapOf(), await mapOf('?side=AXIS'), await mapOf('?side=ALLIES')]
      for (const name of ['kills', 'deaths', 'fights', 'escapes', 'presence_ms'] as const) {
        expect(axis.totals[name] + allies.totals[name], name).toBe(all.totals[name])
        expect(axis.totals[name], name).not.toBe(allies.totals[name])
      }
      expect(byPlace(axis.cells, ({ deaths }) => deaths)).toEqual(naiveDeaths(128, 'AXIS'))
    })

    test('a player, a class, a date and a round each mean only theirs', async () => {
      const all = await mapOf()
      for (const { guid } of all.people) {
        const his = await mapOf(`?player_guid=${guid}`)
        const tracks = TRACKS.filter((track) => track.guid === guid)
        expect(his.totals.presence_ms, guid).toBe(sum(Object.values(naivePresence(128, tracks))))
      }
      const medics = await mapOf('?player_class=MEDIC')
      const soldiers = await mapOf('?player_class=SOLDIER')
      expect(medics.totals.presence_ms + soldiers.totals.presence_ms).toBe(all.totals.presence_ms)
      const numbered = [await mapOf('?round_number=1'), await mapOf('?round_number=2')]
      expect(sum(numbered.map(({ totals }) => totals.fights))).toBe(all.totals.fights)
      expect((await mapOf('?session_date=2026-02-19')).rounds).toBe(1)
      expect((await mapOf('?range_days=1')).rounds).toBe(1)
      expect((await mapOf('?server=nowhere')).rounds).toBe(0)
    })

    test('means narrow kills and deaths, and leave out kills that tell none', async () => {
      const { means, missing, totals } = await mapOf()
      expect(means.map(({ means: id }) => id).sort()).toEqual([8, 9])
      expect(missing.kills_without_means).toBeGreaterThan(0)
      expect(sum(means.map(({ kills }) => kills)) + missing.kills_without_means).toBe(totals.deaths)
      const none = await mapOf('?means=66')
      expect(none.totals).toMatchObject({ kills: 0, deaths: 0, fights: totals.fights })
      for (const { means: id, kills } of means) expect((await mapOf(`?means=${id}`)).totals.deaths).toBe(kills)
    })

    test('attack and defence are the two halves of the rounds that know who defended', async () => {
      const { db } = store()
      await db.updateTable('rounds').set({ defender_team: 0 }).execute()
      await db.updateTable('rounds').set({ defender_team: 1 }).where('round_number', '=', 2).execute()
      await db
        .updateTable('data_version')
        .set(({ eb }) => ({ version: eb('version', '+', 1) }))
        .execute()
      const [attack, defence] = [await mapOf('?role=attack'), await mapOf('?role=defence')]
      expect(attack.missing.rounds_without_role).toBe(2)
      expect([attack.rounds, defence.rounds]).toEqual([1, 1])
      const sides = [await mapOf('?round_number=2&side=ALLIES'), await mapOf('?round_number=2&side=AXIS')]
      expect([attack.cells, defence.cells]).toEqual(sides.map(({ cells }) => cells))
    })

    test('lines are the kills with both places, the newest first, cut at the limit', async () => {
      const { totals } = await mapOf()
      const all = (await ask('', '/kills')) as unknown as ReplyAt<'/api/proximity/maps/:map_name/kills'>
      expect(all.total).toBe(totals.kills)
      expect(all.kills).toHaveLength(totals.kills)
      const few = (await ask('?limit=2', '/kills')) as unknown as typeof all
      expect(few.total).toBe(totals.kills)
      expect(few.kills.map(({ time_ms }) => time_ms)).toEqual(all.kills.slice(0, 2).map(({ time_ms }) => time_ms))
      for (const { killer, victim } of all.kills) expect(all.people[killer]).not.toEqual(all.people[victim])
    })

    test('a cell says the same as the map, of whom, and when', async () => {
      const { cells } = await mapOf('?cell_units=512')
      for (const cell of cells.filter(({ deaths, kills }) => deaths + kills > 0).slice(0, 6)) {
        const { kills, deaths, push_deaths, fights, escapes, presence_ms, grid_x, grid_y } = cell
        const query = `?cell_units=512&grid_x=${grid_x}&grid_y=${grid_y}`
        const found = (await ask(query, '/cell')) as unknown as ReplyAt<'/api/proximity/maps/:map_name/cell'>
        expect(found.sums).toEqual({ kills, deaths, push_deaths, fights, escapes, presence_ms })
        expect(sum(found.people.map((one) => one.presence_ms))).toBe(presence_ms)
        expect(found.moments.filter(({ what }) => what === 'kill')).toHaveLength(Math.min(kills, 8))
        expect(found.moments.filter(({ what }) => what === 'death')).toHaveLength(Math.min(deaths, 8))
      }
    })

    test('the floor is where people were, whatever the scope', async () => {
      const floor = (await ask('', '/floor')) as unknown as ReplyAt<'/api/proximity/maps/:map_name/floor'>
      expect(floor).toMatchObject({ rounds: 3, cell_units: 128, picture: null })
      const places = floor.cells.map(([x, y]) => `${x} ${y}`)
      expect(places.sort()).toEqual(Object.keys(naivePresence(128)).sort())
      expect(new Set(floor.cells.map(([, , height]) => height))).toEqual(new Set([24]))
    })

    test('what is wrong is refused, and a map that nobody played has nothing', async () => {
      const { ask: raw, get } = await serve(store())
      for (const query of ['side=RED', 'cell_units=100', 'role=camp', 'player_class=SNIPER', 'map_name=radar']) {
        expect((await raw(`/api/proximity/maps/supply?${query}`)).status, query).toBe(400)
      }
      expect((await raw('/api/proximity/maps/supply?means=x')).status).toBe(422)
      expect((await raw('/api/proximity/maps/supply/cell')).status).toBe(422)
      expect(await get("/api/proximity/maps/no'where")).toMatchObject({ status: 'prototype', rounds: 0, cells: [] })
    })

    test('a round of an earlier version is said to be missing until a rebuild', async () => {
      const { db } = store()
      await db.updateTable('derived_round').set({ presence_ms: null }).execute()
      await db
        .updateTable('data_version')
        .set(({ eb }) => ({ version: eb('version', '+', 1) }))
        .execute()
      expect(await mapOf()).toMatchObject({ rounds: 0, missing: { rounds_not_derived: 3 } })
    })
  },
  { keep: true },
)

/** What does not say where a picture lies. */
const WRONG = {
  east_west: '{"min_x":10,"min_y":-20,"max_x":-30,"max_y":40}',
  south_north: '{"min_x":-10,"min_y":40,"max_x":30,"max_y":40}',
  more: '{"min_x":-10,"min_y":-20,"max_x":30,"max_y":40,"scale":2}',
  less: '{"min_x":-10,"min_y":-20,"max_x":30}',
  no_json: 'here',
  long: `{"min_x":-10,"min_y":-20,"max_x":30,"max_y":40${' '.repeat(4_096)}}`,
}

let opened: Awaited<ReturnType<typeof memoryStore>>
let folder: string
beforeAll(async () => {
  opened = await memoryStore()
  folder = mkdtempSync(join(tmpdir(), 'proximity-maps-'))
  const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a])
  const pictures = join(folder, 'pictures')
  mkdirSync(pictures)
  for (const name of ['supply', 'radar', 'large', ...Object.keys(WRONG)])
    writeFileSync(join(pictures, `${name}.png`), png)
  writeFileSync(join(pictures, 'supply.json'), '{"min_x":-10,"min_y":-20,"max_x":30,"max_y":40}')
  for (const [name, text] of Object.entries(WRONG)) writeFileSync(join(pictures, `${name}.json`), text)
  truncateSync(join(pictures, 'large.png'), 20_000_001)
  writeFileSync(join(pictures, 'large.json'), '{"min_x":-10,"min_y":-20,"max_x":30,"max_y":40}')
  writeFileSync(join(pictures, 'script.png'), '<script>')
  writeFileSync(join(folder, 'secret.png'), png)
  symlinkSync(join(folder, 'secret.png'), join(pictures, 'link.png'))
})
afterAll(async () => {
  await opened.drop()
  rmSync(folder, { recursive: true })
})

test('a picture is shown where the folder says what it covers', async () => {
  const { get, ask } = await serve(opened.store, { map_pictures: join(folder, 'pictures') })
  const pictureOf = async (map: string) => (await get(`/api/proximity/maps/${map}/floor`)).picture
  const url = '/map-pictures/supply.png'
  expect(await pictureOf('supply')).toEqual({ url, min_x: -10, min_y: -20, max_x: 30, max_y: 40 })
  for (const map of ['radar', 'nowhere', 'large', ...Object.keys(WRONG)]) expect(await pictureOf(map), map).toBeNull()
  expect(await ask(url)).toMatchObject({ status: 200, headers: { 'content-type': 'image/png' } })
})

test.each([
  'supply.json',
  'script.png',
  'link.png',
  'large.png',
  'nowhere.png',
  '..%2fsecret.png',
  '.%2e/secret.png',
  'supply.png%00',
])('of the folder of pictures %s is not served', async (file) => {
  const { ask } = await serve(opened.store, { map_pictures: join(folder, 'pictures') })
  expect((await ask(`/map-pictures/${file}`)).status).toBe(404)
})
