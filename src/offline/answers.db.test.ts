import { basename } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { allKindsOfFiles, sampleFiles } from '../../tests/browser/evening-files.ts'
import { memoryStore } from '../../tests/support/databases.ts'
import type { RoundFile } from '../../tests/support/round-files.ts'
import { scenario, track } from '../../tests/support/tracker.ts'
import { type Served, serve } from '../api/served.fixtures.ts'
import type { QueryAt } from '../contract/client.ts'
import { importFile } from '../importer/import-file.ts'
import { SECTION_NAMES } from '../web/round/sections.ts'
import { answerOf, type FilePath } from './answers.ts'
import { openFile } from './open-file.ts'

const OPTIONS = { timeZone: 'Europe/Berlin', now: Date.UTC(2027, 0, 1) }

/** What this project's tracker writes: with every section. */
async function ofTracker(): Promise<readonly RoundFile[]> {
  const { rounds } = await track(scenario('objective'))
  return rounds.slice(0, 1).map(({ name, bytes }) => ({ name: basename(name), bytes }))
}

/** Good files of two evenings, each alone in a database, so that its map is that of the file. */
const FILES = [...allKindsOfFiles(), ...(await ofTracker())].flatMap((file, i) => {
  // the others of the sample evening are like the first ones
  if (i > 2 && i < sampleFiles().length) return []
  const opened = openFile(file.name, file.bytes, OPTIONS)
  return 'reason' in opened || opened.facts.exclusion !== null ? [] : [{ name: file.name, file, opened }]
})

/** What only a database knows, or what tells when and to whom an answer was given. */
const OF_THE_DATABASE = ['id', 'round_id', 'version', 'session_id', 'sha256', 'imported_at', 'generated_at', 'message']
const OF_THE_QUESTION = ['range_days', 'scope']

/** An answer without what cannot be equal. */
function plain(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) return value.map((one) => plain(one))
  if (value === null || typeof value !== 'object') {
    // columns of four bytes hold no more
    return typeof value === 'number' ? Math.fround(value) : value
  }
  const left = key === '' ? [...OF_THE_DATABASE, ...OF_THE_QUESTION] : OF_THE_DATABASE
  const entries = Object.entries(value).filter(([name]) => !left.includes(name))
  return Object.fromEntries(entries.map(([name, one]) => [name, known(plain(one, name))]))
}

/** People without an identifier have one of their own in each place. */
function known(value: unknown): unknown {
  return typeof value === 'string' && value.startsWith('unknown:') ? 'unknown' : value
}

/** Of equal rank anybody may come first. */
function byGuid(answer: unknown): unknown {
  const { people, ...rest } = answer as { people: readonly { guid: string }[] }
  return { ...rest, people: [...people].sort((a, b) => (a.guid < b.guid ? -1 : 1)) }
}

const search = (query: object) =>
  new URLSearchParams(
    Object.entries(query).flatMap(([name, value]) => (value === null ? [] : [[name, String(value)]])),
  ).toString()

describe.each(FILES)('$name', ({ file, opened }) => {
  let store: Awaited<ReturnType<typeof memoryStore>>
  let served: Served
  let round_id: number
  beforeAll(async () => {
    store = await memoryStore()
    served = await serve(store.store)
    round_id = (await importFile(store.store.db, file, OPTIONS)).round_id as number
  })
  afterAll(async () => {
    await served.app.close()
    await store.drop()
  })

  const both = async <P extends FilePath>(path: P, query: QueryAt<P>, more: object = {}) => {
    const { map_name } = opened.facts
    const address = path.replace(':id', String(round_id)).replace(':map_name', encodeURIComponent(map_name))
    const theirs = await served.get(`${address}?${search({ ...query, ...more })}`)
    return { theirs: plain(theirs), ours: plain(answerOf(opened, path, query)) }
  }

  test('the round is the one that the interface tells', async () => {
    const { theirs, ours } = await both('/api/proximity/rounds/:id', { sections: SECTION_NAMES.join(',') })
    expect(ours).toEqual(theirs)
  })

  const somebody = opened.derived.roster.players[2]?.guid ?? ''
  test.each([
    {},
    { cell_units: 512 },
    { side: 'AXIS', cell_units: 256 },
    { player_class: 'MEDIC', role: 'attack' },
    { means: 8, role: 'defence' },
    { player_guid: somebody },
  ] as const)('the map is the one that the interface draws: %j', async (query) => {
    const all = { range_days: 3650 }
    const map = await both('/api/proximity/maps/:map_name', query, all)
    expect(byGuid(map.ours)).toEqual(byGuid(map.theirs))
    const { cell_units: _, ...filter } = { cell_units: 0, ...query }
    const kills = await both('/api/proximity/maps/:map_name/kills', { ...filter, limit: 20 }, all)
    expect(kills.ours).toEqual(kills.theirs)
    const floor = await both('/api/proximity/maps/:map_name/floor', {})
    expect(floor.ours).toEqual(floor.theirs)
    const { cells } = answerOf(opened, '/api/proximity/maps/:map_name', query)
    const deeds = (cell: (typeof cells)[number]) => cell.deaths + cell.kills
    const { grid_x, grid_y } = [...cells].sort((a, b) => deeds(b) - deeds(a))[0] ?? { grid_x: 0, grid_y: 0 }
    const cell = await both('/api/proximity/maps/:map_name/cell', { ...query, grid_x, grid_y }, all)
    expect(byGuid(cell.ours)).toEqual(byGuid(cell.theirs))
  })
})
