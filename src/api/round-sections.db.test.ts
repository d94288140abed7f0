import { expect, test } from 'vitest'
import { eachEngine } from '../../tests/support/databases.ts'
import { roundFile } from '../../tests/support/round-files.ts'
import { importRounds, serve } from './served.fixtures.ts'

eachEngine('the sections of a round', (store) => {
  test('are those that are wanted, each as without a choice, and everything else is the same', async () => {
    const [id] = await importRounds(store(), [roundFile({ build: 'Proximity 1' })])
    const { ask, get } = await serve(store())
    const { sections: all, ...rest } = await get(`/api/proximity/rounds/${id}`)
    const { deaths, pauses } = all as Record<string, unknown>
    expect(await get(`/api/proximity/rounds/${id}?sections=pauses,deaths,revives`)).toEqual({
      ...rest,
      sections: { deaths, pauses },
    })
    // no choice is an answer in place of another, and no secret is to be had by its name
    for (const sections of ['lost', 'link_codes', 'engagements', 'deaths,', '']) {
      expect((await ask(`/api/proximity/rounds/${id}?sections=${sections}`)).status, sections).toBe(400)
    }
  })
})
