import { expect, test } from 'vitest'
import { type Besides, checksOf, type Status } from './status.ts'

const WELL: Status = {
  status: 'online',
  service: 'proximity',
  version: '0.1.0',
  instance_name: 'Proximity',
  instance_role: 'production',
  generated_at: '2026-02-19T22:00:00Z',
  started_at: '2026-02-19T20:00:00Z',
  database: 'ok',
  engine: 'pglite',
  schema: 'current',
  formula_version: 'abc',
  data_version: 3,
  uploads: true,
  counts: { rounds: 1, excluded_rounds: 0, people: 6, fights: 12, files: { imported: 1, superseded: 0, rejected: 0 } },
  newest_file: { name: 'a.txt', state: 'imported', imported_at: '2026-02-19T21:00:00Z', round_id: 1 },
  importer: { busy: false, imported: 1, rejected: 0, last_import_at: null, last_scan_at: null, failing: false },
}

const wrong = (over: Partial<Status>) =>
  checksOf({ ...WELL, ...over }, { installation: null, servers: [] })
    .filter(({ advice }) => advice !== null)
    .map(({ name, mark }) => `${name}: ${mark}`)

test('where all is well there is nothing to do', () => {
  expect(wrong({})).toEqual([])
})

test.each<[string, Partial<Status>, string[]]>([
  [
    'the database is away',
    { database: 'unavailable', schema: null, counts: null, newest_file: null },
    ['Database: bad'],
  ],
  ['the tables are of another version', { schema: 'outdated' }, ['Database: bad']],
  ['the importer fails', { importer: { ...(WELL.importer as object), failing: true } as never }, ['Importer: bad']],
  ['nothing is imported here', { importer: null }, ['Importer: off']],
  ['no file has come', { newest_file: null }, ['Newest file: off']],
  [
    'a file was rejected',
    { counts: { ...(WELL.counts as object), files: { imported: 1, superseded: 0, rejected: 2 } } as never },
    ['Files: warn'],
  ],
])('%s: what to do is said', (_, over, expected) => {
  expect(wrong(over)).toEqual(expected)
})

test('a game server that does not answer is wrong, none at all is not', () => {
  const live = { state: 'silent', now: null, name: 'a', since: '', asked_at: '', answered_at: null } as const
  const markOf = (servers: Besides['servers']) =>
    checksOf(WELL, { installation: null, servers }).find(({ name }) => name === 'Game servers')?.mark
  expect(markOf([live, { ...live, state: 'answering' }])).toBe('bad')
  expect(markOf([{ ...live, state: 'answering' }])).toBe('good')
  expect(markOf([])).toBe('off')
  expect(markOf(null)).toBe('unknown')
})
