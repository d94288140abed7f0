import { expect, test } from 'vitest'
import { eachEngine } from '../../tests/support/databases.ts'
import { EVENING, type RoundFileOptions, roundFile } from '../../tests/support/round-files.ts'
import type { ReplyAt } from '../contract/client.ts'
import { parseRound } from '../parser/parse-round.ts'
import { addressOf, importRounds, serve } from './served.fixtures.ts'

type Definitions = ReplyAt<'/api/proximity/definitions'>

const ROUNDS: readonly RoundFileOptions[] = [
  { seed: 1, start: EVENING },
  { seed: 2, start: EVENING + 600, trailer: true },
  { seed: 3, start: EVENING + 1200, trailer: true, build: 'Proximity 1' },
  { seed: 4, start: EVENING + 1800, map_name: 'radar', trailer: true, build: 'Proximity 1' },
]

eachEngine('the definitions', (store) => {
  test('tell of each section in how many rounds of the scope its sensor was in which state', async () => {
    const served = await serve(store())
    await importRounds(store(), ROUNDS)
    for (const [query, rounds] of [
      ['', ROUNDS],
      ['?map_name=radar', ROUNDS.slice(3)],
      ['?map_name=nowhere', []],
    ] as const) {
      const found = (await served.get(addressOf('/api/proximity/definitions') + query)) as unknown as Definitions
      expect(found).toMatchObject({ rounds: rounds.length, ready: rounds.length > 0 })
      const parsed = rounds.map((options) => parseRound(roundFile(options).bytes).round.sensors)
      for (const [section, states] of Object.entries(found.sensors)) {
        for (const [state, n] of Object.entries(states)) {
          const told = parsed.filter((sensors) => sensors[section as keyof typeof sensors] === state)
          expect(n, `${section} ${state} ${query}`).toBe(told.length)
        }
      }
      expect(Object.keys(found.sensors).length).toBeGreaterThan(20)
      expect(found.metrics.length).toBeGreaterThan(20)
    }
  })
})
