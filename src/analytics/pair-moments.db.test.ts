import { expect, test } from 'vitest'
import { eachEngine } from '../../tests/support/databases.ts'
import { EVENING } from '../../tests/support/round-files.ts'
import { importRounds } from '../api/served.fixtures.ts'
import { type PairCrossfire, pairCrossfires } from './pair-moments.ts'
import { EVERYTHING } from './scope.ts'

const ALL = Number.MAX_SAFE_INTEGER
const ROUNDS = Array.from({ length: 12 }, (_, i) => ({
  ...{ seed: i + 1, start: EVENING + 900 * i, map_name: i % 3 === 0 ? 'radar' : 'supply' },
}))

eachEngine('moments of a pair', (store) => {
  test('of a pair with more than is asked for the newest are given, and the newest kills of all', async () => {
    await importRounds(store(), ROUNDS)
    const db = store().reader
    const pairs = await db
      .selectFrom('derived_pair')
      .groupBy(['player1_id', 'player2_id'])
      .select(['player1_id as id1', 'player2_id as id2'])
      .execute()
    let fewer = 0
    for (const pair of pairs) {
      const all = await pairCrossfires(db, EVERYTHING, pair, { of_map: ALL, kills: ALL })
      for (const least of [1, 2, 4]) {
        const some = await pairCrossfires(db, EVERYTHING, pair, { of_map: least, kills: least })
        const newest = (of: readonly PairCrossfire[], map: string) =>
          of.filter(({ map_name }) => map_name === map).slice(0, least)
        for (const map of ['radar', 'supply']) expect(newest(some, map)).toEqual(newest(all, map))
        const kills = (of: readonly PairCrossfire[]) => of.filter(({ is_kill }) => is_kill).slice(0, least)
        expect(kills(some)).toEqual(kills(all))
        if (some.length < all.length) fewer += 1
      }
    }
    expect(fewer).toBeGreaterThan(0)
  })
})
