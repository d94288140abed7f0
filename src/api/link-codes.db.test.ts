import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { eachEngine } from '../../tests/support/databases.ts'
import { roundFile } from '../../tests/support/round-files.ts'
import { LINK_CODE } from '../../tests/support/tracker-rows.ts'
import { ENDPOINTS } from '../contract/endpoints.ts'
import { edited, importRounds, serve } from './served.fixtures.ts'

/** A round with link codes: in a sound row, in rows that cannot be read, and in one with more columns than are known. */
const FILE = edited(roundFile({ build: 'Proximity 1' }), (text) =>
  text.replace(
    '# LINK_CODES\n',
    `# LINK_CODES\n#;${LINK_CODE};F;Ferro;x\n${LINK_CODE}\n#;${LINK_CODE}\n#;1;F;Ferro;${LINK_CODE};${LINK_CODE}\n`,
  ),
)

eachEngine('link codes', (store) => {
  test('are in the database and in no answer', async () => {
    const [id] = await importRounds(store(), [FILE])
    const { rows } = await sql<{ code: string }>`select code from fact_link_codes`.execute(store().db)
    expect(rows).toEqual([{ code: LINK_CODE }, { code: LINK_CODE }])

    const { ask, get } = await serve(store())
    const round = await get(`/api/proximity/rounds/${id}`)
    expect(round.section_counts).toMatchObject({ LINK_CODES: { accepted: 2, reported: 3 } })
    expect(round.file).toMatchObject({ problem_count: 4 })
    expect(Object.keys(round.sections as object)).toContain('pauses')
    expect(round.sections).not.toHaveProperty('link_codes')
    for (const { method, path } of Object.values(ENDPOINTS)) {
      if (method !== 'GET') continue
      const { text } = await ask(path.replace(':id', String(id)))
      expect(text, path).not.toContain(LINK_CODE)
    }
  })
})
