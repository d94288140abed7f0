import { chmodSync, mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { eachEngine } from '../../tests/support/databases.ts'
import { EVENING, type RoundFile, roundFile } from '../../tests/support/round-files.ts'
import { createImporter } from './importer.ts'
import { watch } from './watch.ts'

const SETTINGS = { timeZone: 'UTC', maxFileBytes: 10_000_000 }

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'proximity-import-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function put({ name, bytes }: RoundFile, old = true): string {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  if (old) utimesSync(path, EVENING, EVENING)
  return path
}

// root may read everything; gives what makes the process root again
function asNobody(): () => void {
  if (process.geteuid?.() !== 0) return () => undefined
  process.seteuid?.(65_534)
  return () => process.seteuid?.(0)
}

eachEngine('the importer', (store) => {
  test('a folder is taken with everything below it, in the order of the names, and other files are left alone', async () => {
    put(roundFile({ start: EVENING + 600 }))
    put(roundFile())
    mkdirSync(join(folder, 'older'))
    put({ ...roundFile({ start: EVENING - 600 }), name: 'older/2026-02-18-200200-supply-round-1_engagements.txt' })
    writeFileSync(join(folder, '2026-02-18-201200-supply-round-1_lifecycle.txt'), 'no')
    symlinkSync(folder, join(folder, 'loop'))
    const progress = vi.fn()
    const results = await createImporter(store(), SETTINGS).importPaths([folder], progress)
    expect(results.map(({ state }) => state)).toEqual(['imported', 'imported', 'imported'])
    expect(progress.mock.calls.map(([, done, of]) => [done, of])).toEqual([
      [1, 3],
      [2, 3],
      [3, 3],
    ])
  })

  test('a file that is still being written is left alone until it has settled', async () => {
    const importer = createImporter(store(), SETTINGS)
    const path = put(roundFile(), false)
    expect(await importer.scan(folder)).toEqual({ results: [], unsettled: 1 })
    utimesSync(path, EVENING, EVENING)
    expect((await importer.scan(folder)).results.map(({ state }) => state)).toEqual(['imported'])
    expect(await importer.scan(folder)).toEqual({ results: [], unsettled: 0 })
  })

  test('a file with its trailer is taken at once', async () => {
    put(roundFile({ trailer: true }), false)
    const { results } = await createImporter(store(), SETTINGS).scan(folder)
    expect(results.map(({ completeness }) => completeness)).toEqual(['complete'])
  })

  test('a file whose content changes under its name is taken again', async () => {
    const importer = createImporter(store(), SETTINGS)
    const first = roundFile()
    put({ ...first, bytes: first.bytes.slice(0, first.bytes.length - 400) })
    await importer.scan(folder)
    put(first)
    expect((await importer.scan(folder)).results.map(({ state }) => state)).toEqual(['imported'])
  })

  test('a file that is too large is rejected unread, with the setting to change', async () => {
    put(roundFile())
    const [result] = await createImporter(store(), { ...SETTINGS, maxFileBytes: 100 }).importPaths([folder])
    expect(result).toMatchObject({ state: 'rejected', reason: expect.stringContaining('PROXIMITY_MAX_FILE_MB') })
  })

  test('a file that may not be read is named and tried again', async () => {
    const path = put(roundFile())
    chmodSync(folder, 0o755)
    chmodSync(path, 0o000)
    const toRoot = asNobody()
    const importer = createImporter(store(), SETTINGS)
    expect((await importer.scan(folder)).results.map(({ state }) => state)).toEqual(['unreadable'])
    toRoot()
    chmodSync(path, 0o600)
    expect((await importer.scan(folder)).results.map(({ state }) => state)).toEqual(['imported'])
  })

  test('what fails is told, and the next try starts afresh', async () => {
    const importer = createImporter(store(), SETTINGS)
    await expect(importer.importPaths([join(folder, 'missing')])).rejects.toThrow('ENOENT')
    expect(importer.status().last_error).toContain('ENOENT')
    put(roundFile())
    await importer.scan(folder)
    expect(importer.status()).toMatchObject({ busy: false, imported: 1, rejected: 0, last_error: null })
  })

  test('watching imports what is there and what appears', async () => {
    put(roundFile())
    const importer = createImporter(store(), SETTINGS)
    const failed = vi.fn()
    const stop = watch(importer, folder, { intervalMs: 60_000, failed })
    await vi.waitFor(() => expect(importer.status().imported).toBe(1), 20_000)
    // a tracker writes under another name and renames
    const { name, bytes } = roundFile({ start: EVENING + 600, trailer: true })
    writeFileSync(join(folder, 'partial.tmp'), bytes)
    renameSync(join(folder, 'partial.tmp'), join(folder, name))
    await vi.waitFor(() => expect(importer.status().imported).toBe(2), 20_000)
    await stop()
    put(roundFile({ start: EVENING + 1_200 }))
    await setTimeout(600)
    expect(importer.status().imported).toBe(2)
    expect(failed).not.toHaveBeenCalled()
  })

  test('watching goes on when the folder comes and goes', async () => {
    const later = join(folder, 'later')
    const importer = createImporter(store(), SETTINGS)
    const failed = vi.fn()
    const stop = watch(importer, later, { intervalMs: 200, failed })
    await vi.waitFor(() => expect(failed).toHaveBeenCalled(), 20_000)
    mkdirSync(later)
    put({ ...roundFile(), name: join('later', roundFile().name) })
    await vi.waitFor(() => expect(importer.status().imported).toBe(1), 20_000)
    await stop()
  })

  test('results are in the order of the names, whoever is ready first; a file that grows meanwhile is taken whole', async () => {
    const growing = roundFile()
    const path = put({ ...growing, bytes: growing.bytes.slice(0, 3_000) }, false)
    const other = put(roundFile({ seed: 2, start: EVENING + 600 }))
    const importing = createImporter(store(), SETTINGS).importPaths([folder])
    await setTimeout(500)
    writeFileSync(path, growing.bytes)
    const results = await importing
    expect(results.map(({ name, completeness }) => [name, completeness])).toEqual([
      [path, 'unverified'],
      [other, 'unverified'],
    ])
    const { size_bytes, name } = await store()
      .db.selectFrom('round_file')
      .select(['size_bytes', 'name'])
      .orderBy('name')
      .executeTakeFirstOrThrow()
    // the ledger is for everybody to read: it knows no folders
    expect([size_bytes, name]).toEqual([growing.bytes.length, growing.name])
  })

  test('two scans at once take each file once', async () => {
    put(roundFile())
    const importer = createImporter(store(), SETTINGS)
    const scans = [importer.scan(folder), importer.scan(folder)]
    expect(importer.status().busy).toBe(true)
    expect((await Promise.all(scans)).map(({ results }) => results.length)).toEqual([1, 0])
  })

  test('hidden files are left alone, and the ending may be in capitals', async () => {
    const { name, bytes } = roundFile()
    put({ name: `.${name}`, bytes })
    put({ name: name.toUpperCase(), bytes })
    const results = await createImporter(store(), SETTINGS).importPaths([folder])
    expect(results.map(({ name: path, state }) => [path, state])).toEqual([
      [join(folder, name.toUpperCase()), 'imported'],
    ])
  })

  test('a file of the same length but of another time is taken again', async () => {
    const importer = createImporter(store(), SETTINGS)
    const { name, bytes } = roundFile()
    const path = put({ name, bytes })
    await importer.scan(folder)
    const text = Buffer.from(bytes).toString()
    put({ name, bytes: Buffer.from(text.replace(`round_start_unix=${EVENING}`, `round_start_unix=${EVENING + 1}`)) })
    utimesSync(path, EVENING + 5, EVENING + 5)
    expect((await importer.scan(folder)).results.map(({ state }) => state)).toEqual(['imported'])
  })

  test('the limit of size is the largest file that is taken, from the folder and as an upload', async () => {
    const { name, bytes } = roundFile()
    put({ name, bytes })
    const states = []
    for (const maxFileBytes of [bytes.length - 1, bytes.length]) {
      const importer = createImporter(store(), { ...SETTINGS, maxFileBytes })
      states.push((await importer.upload(`a/${name}`, bytes)).state)
      states.push(...(await importer.scan(folder)).results.map(({ state }) => state))
    }
    expect(states).toEqual(['rejected', 'rejected', 'imported', 'unchanged'])
  })

  test('a file that the database refuses is named and keeps no other out; a database that fails stops the import', async () => {
    const { db } = store()
    const refused = put(roundFile())
    const taken = put(roundFile({ seed: 2, start: EVENING + 600 }))
    await sql`alter table rounds add constraint of_test check (round_start_unix <> ${sql.lit(EVENING)})`.execute(db)
    const importer = createImporter(store(), SETTINGS)
    const { results } = await importer.scan(folder)
    await sql`alter table rounds drop constraint of_test`.execute(db)
    expect(results.map(({ name, state }) => [name, state])).toEqual([
      [refused, 'unreadable'],
      [taken, 'imported'],
    ])
    expect(results[0]?.reason).toContain('cannot be stored: ')
    expect(await db.selectFrom('round_file').select('state').execute()).toEqual([{ state: 'imported' }])

    await sql`alter table derived_fight rename to derived_gone`.execute(db)
    await expect(importer.scan(folder)).rejects.toThrow('derived_fight')
    expect(importer.status().last_error).toContain('derived_fight')
    await sql`alter table derived_gone rename to derived_fight`.execute(db)
    expect((await importer.scan(folder)).results.map(({ state }) => state)).toEqual(['imported'])
  })

  test('a fault that is not of the file stops the import, and is not imported around', async () => {
    const { db } = store()
    for (let i = 0; i < 20; i++) put(roundFile({ seed: i, start: EVENING + i * 600 }))
    await sql`create function of_test() returns trigger language plpgsql as $$ begin
      if new.round_start_unix = ${sql.lit(EVENING)} then raise exception 'out of order'; end if; return new; end $$`.execute(
      db,
    )
    await sql`create trigger of_test before insert on rounds for each row execute function of_test()`.execute(db)
    const importer = createImporter(store(), SETTINGS)
    await expect(importer.importPaths([folder])).rejects.toThrow('out of order')
    await sql`drop function of_test cascade`.execute(db)
    // some were under way beside it
    expect(importer.status().imported).toBeLessThan(10)
    expect(importer.status()).toMatchObject({ busy: false, last_error: 'out of order' })
  })

  test('it tells how many files it took and left, and when', async () => {
    const importer = createImporter(store(), SETTINGS)
    const begin = Date.now()
    const { name, bytes } = roundFile()
    const mine = Uint8Array.from(bytes)
    await importer.upload(name, Buffer.from('hello'))
    expect(importer.status()).toMatchObject({ imported: 0, rejected: 1, last_import_at: null, last_scan_at: null })
    await importer.upload(name, mine)
    // whoever uploads keeps his bytes
    expect(mine).toEqual(Uint8Array.from(bytes))
    await importer.scan(folder)
    const { imported, rejected, last_import_at, last_scan_at } = importer.status()
    expect([imported, rejected]).toEqual([1, 1])
    expect(last_import_at).toBeGreaterThanOrEqual(begin)
    expect(last_scan_at).toBeGreaterThanOrEqual(last_import_at ?? Number.POSITIVE_INFINITY)
  })
})
