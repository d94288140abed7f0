import { expect, test } from 'vitest'
import { eachEngine } from '../../tests/support/databases.ts'
import { EVENING, roundFile } from '../../tests/support/round-files.ts'
import { ENDPOINTS } from '../contract/endpoints.ts'
import type { Store } from '../store/open.ts'
import { addressOf, importRounds, serve } from './served.fixtures.ts'

const ROUNDS = [
  { seed: 1 },
  { seed: 2, start: EVENING + 600, round_number: 2 },
  { seed: 3, start: EVENING + 600, round_number: 2, map_name: 'radar' },
  // the same fights again, so that there are ties
  {
    seed: 3,
    start: EVENING + 1_200,
    map_name: 'radar',
    players: ['Flint', 'Ember', 'Dune', 'Cobalt', 'Birch', '^1Anvil'],
  },
  { seed: 4, start: 0, map_name: 'old' },
]

/** Numbers follow the order of import, and a version tells of them; what they stand for does not. */
function unnumbered(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (name, inner) => (/(^|_)(id|version)$/.test(name) ? 0 : inner))
}

async function answers(store: Store, order: readonly number[]): Promise<Record<string, unknown>> {
  await importRounds(
    store,
    order.map((i) => roundFile(ROUNDS[i])),
  )
  const served = await serve(store)
  const all: Record<string, unknown> = {}
  for (const { path, query } of ENDPOINTS) {
    // of two rounds that began in the same second, the list of rounds begins with the one that came later
    if (path === '/api/proximity/rounds' || !('range_days' in query.shape)) continue
    all[path] = unnumbered(await served.get(addressOf(path)))
  }
  return all
}

eachEngine('answers', (store) => {
  let first: Record<string, unknown>

  test.each([[[0, 1, 2, 3, 4]], [[4, 3, 2, 1, 0]], [[2, 4, 0, 3, 1]]])(
    'are the same if imported as %j',
    async (order) => {
      const now = await answers(store(), order)
      first ??= now
      expect(now).toEqual(first)
    },
  )
})
