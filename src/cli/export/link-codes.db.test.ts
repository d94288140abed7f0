import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Engine } from '../../../tests/support/databases.ts'
import { roundFile } from '../../../tests/support/round-files.ts'
import { LINK_CODE } from '../../../tests/support/tracker-rows.ts'
import { runHere } from '../cli.fixtures.ts'
import { type DatabasePlace, databasePlace } from '../database-place.fixtures.ts'

describe.each<Engine>(['pglite', 'postgres'])('link codes (%s)', (engine) => {
  let place: DatabasePlace
  beforeAll(async () => {
    place = await databasePlace(engine)
    const { name, bytes } = roundFile({ build: 'Proximity 1' })
    const wider = Buffer.from(bytes)
      .toString()
      .replace('# LINK_CODES\n', `# LINK_CODES\n#;1;F;Ferro;${LINK_CODE};${LINK_CODE}\n`)
    mkdirSync(join(place.folder, 'rounds'))
    writeFileSync(join(place.folder, 'rounds', name), wider)
    const { out } = await runHere(['import', 'rounds'], place)
    expect(out).toContain('imported')
  })
  afterAll(async () => {
    await place.drop()
  })

  test('are in no export of JSON, which has everything else', async () => {
    const { out, exitCode } = await runHere(['export', '--all'], place)
    expect(exitCode).toBe(0)
    expect(out).toContain('"end_text":"Allies won"')
    expect(out).not.toContain(LINK_CODE)
  })

  test('are in no table of an export of CSV', async () => {
    await runHere(['export', '--all', '--format', 'csv', '--out', 'tables'], place)
    const holding = (words: string) =>
      readdirSync(join(place.folder, 'tables')).filter((name) =>
        readFileSync(join(place.folder, 'tables', name), 'utf8').includes(words),
      )
    expect(holding('Allies won')).toEqual(['proximity_round_outcome.csv'])
    expect(holding(LINK_CODE)).toEqual([])
  })
})
