import { beforeAll, expect, test } from 'vitest'
import { eachEngine } from '../../tests/support/databases.ts'
import { EVENING, roundFile } from '../../tests/support/round-files.ts'
import { BOARDS } from '../contract/leaderboards.ts'
import { derive } from '../metrics/derive.ts'
import type { PlayerRow } from '../metrics/derived.ts'
import { guidOf } from '../metrics/round.fixtures.ts'
import { parseRound } from '../parser/parse-round.ts'
import { importRounds, type Served, serve } from './served.fixtures.ts'

interface Line {
  readonly rank: number | null
  readonly guid: string
  readonly n: number
  readonly value: number | null
  readonly low: number | null
  readonly high: number | null
}
interface Board {
  readonly least: number
  readonly compared: number
  readonly best: readonly Line[]
  readonly own: Line | null
  readonly waiting: readonly { readonly guid: string; readonly name: string; readonly n: number }[]
}

const ROUNDS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((seed) => ({
  seed,
  start: EVENING + seed * 900,
  duration_s: 240,
  trailer: true,
  // one comes late, with a name that others sort before
  players:
    seed < 12 ? ['^1Anvil', 'Birch', 'Cobalt', 'Dune', 'Ember', 'Flint'] : ['^1Anvil', 'Birch', '^5aster', 'Dune'],
}))

const DERIVED = ROUNDS.map((options) => derive(parseRound(roundFile(options).bytes).round))

/** Rounds of one person with these two sums, from the files themselves. */
function casesOf(guid: string, part: (row: PlayerRow) => number, whole: (row: PlayerRow) => number) {
  return DERIVED.flatMap(({ roster, players }) =>
    players
      .filter(({ player }) => roster.players[player]?.guid === guid)
      .map((row) => ({ part: part(row), whole: whole(row) }))
      .filter((one) => one.whole > 0),
  )
}

/** The share at which `done` of `n` would just be the least likely tenth, by halving: what Wilson's formula solves. */
function lowerEnd(done: number, n: number): number {
  let [low, high] = [0, done / n]
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2
    if ((done / n - middle) / Math.sqrt((middle * (1 - middle)) / n) > 1.281_551_565_545) low = middle
    else high = middle
  }
  return low
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)

const SHARES = {
  crossfires: [(row: PlayerRow) => row.crossfire_participations, (row: PlayerRow) => row.attacks],
  trades: [(row: PlayerRow) => row.trade_opportunity_successes, (row: PlayerRow) => row.trade_opportunities],
  escapes: [(row: PlayerRow) => row.focus_escapes + row.solo_escapes, (row: PlayerRow) => row.times_targeted],
} as const

eachEngine(
  'leaderboards',
  (store) => {
    let served: Served
    const ask = async (search: string) =>
      (await served.get(`/api/proximity/leaderboards?range_days=3650&${search}`)) as unknown as Board

    beforeAll(async () => {
      served = await serve(store())
      await importRounds(store(), ROUNDS)
    })

    test.each(Object.keys(SHARES) as (keyof typeof SHARES)[])(
      '%s are those of the files, by the lower end',
      async (board) => {
        const { best, least, compared } = await ask(`board=${board}&limit=50`)
        const [part, whole] = SHARES[board]
        const all: { guid: string; low: number }[] = []
        let enough = 0
        for (const guid of new Set(ROUNDS.flatMap(({ players }) => players.map(guidOf)))) {
          const cases = casesOf(guid, part, whole)
          const [done, n] = [sum(cases.map((one) => one.part)), sum(cases.map((one) => one.whole))]
          const { own } = await ask(`board=${board}&own_guid=${guid}`)
          expect(own?.n ?? 0).toBe(n)
          if (own === null) continue
          expect(own.value).toBeCloseTo((100 * done) / n, 0)
          expect(own.low).toBeCloseTo(100 * lowerEnd(done, n), 0)
          if (n >= least) enough += 1
          if (n >= least && done > 0) all.push({ guid, low: lowerEnd(done, n) })
        }
        expect(compared).toBe(enough)
        const order = all.sort((a, b) => b.low - a.low).map(({ guid }) => guid)
        expect(best.map(({ guid }) => guid)).toEqual(order.slice(0, best.length))
        expect(best.length).toBe(Math.min(all.length, Math.ceil(compared / 2)))
      },
    )

    test('support is compared by rounds: its interval tells how much they differ', async () => {
      const { best, least } = await ask('board=support')
      const [first] = best as [Line]
      const cases = casesOf(
        first.guid,
        ({ support_samples }) => support_samples,
        ({ total_samples }) => total_samples,
      )
      expect(first.n).toBe(cases.length)
      expect(first.n).toBeGreaterThanOrEqual(least)
      const share = sum(cases.map(({ part }) => part)) / sum(cases.map(({ whole }) => whole))
      const errors = cases.map(({ part, whole }) => (part - share * whole) ** 2)
      const error = Math.sqrt((sum(errors) * cases.length) / (cases.length - 1)) / sum(cases.map(({ whole }) => whole))
      expect(first.value).toBeCloseTo(100 * share, 0)
      expect(first.low).toBeCloseTo(100 * (share - 1.2816 * error), 0)
    })

    test('reactions are medians, the quickest upper end first, of all classes or of one', async () => {
      const { best } = await ask('board=reactions')
      const ends = best.map(({ high }) => high as number)
      expect(ends).toEqual([...ends].sort((a, b) => a - b))
      for (const { low, value, high } of best) {
        expect(low as number).toBeLessThanOrEqual(value as number)
        expect(value as number).toBeLessThanOrEqual(high as number)
      }
      const classes = ['SOLDIER', 'MEDIC', 'ENGINEER', 'FIELDOPS', 'COVERTOPS']
      const fightsOf = async (search: string) => {
        const { own } = await ask(`board=reactions&own_guid=${guidOf('Birch')}${search}`)
        return own?.n ?? 0
      }
      const own = await ask(`board=reactions&own_guid=${guidOf('Birch')}`)
      const ofClasses = await Promise.all(classes.map((name) => fightsOf(`&player_class=${name}`)))
      expect(sum(ofClasses)).toBe(own.own?.n)
    })

    test('whoever has too few cases stands apart, by name and without its colours', async () => {
      const { waiting, least, best } = await ask(
        `board=crossfires&session_date=2026-02-18&round_start_unix=${EVENING + 12 * 900}`,
      )
      expect(best).toEqual([])
      expect(waiting.map(({ name }) => name)).toEqual(['^1Anvil', '^5aster', 'Birch', 'Dune'])
      for (const { n } of waiting) expect(n).toBeLessThan(least)
    })

    test('somebody asks for his own line, wherever he stands', async () => {
      const { best, compared } = await ask('board=escapes')
      expect(best.length).toBeLessThan(compared)
      const listed = best.map(({ guid }) => guid)
      const other = ['^1Anvil', 'Birch', 'Cobalt', 'Dune', 'Ember', 'Flint']
        .map(guidOf)
        .find((guid) => !listed.includes(guid))
      expect((await ask(`board=escapes&own_guid=${other?.toLowerCase()}`)).own).toMatchObject({
        guid: other,
        rank: null,
      })
      expect((await ask(`board=escapes&own_guid=${listed[0]}`)).own).toMatchObject({ guid: listed[0], rank: 1 })
      expect((await ask(`board=escapes&own_guid=${'0'.repeat(32)}`)).own).toBeNull()
    })

    test('a class is refused where nothing is known by class, and so is a board that is none', async () => {
      for (const board of BOARDS) {
        const { status } = await served.ask(`/api/proximity/leaderboards?board=${board}&player_class=MEDIC`)
        expect(status).toBe(board === 'reactions' ? 200 : 400)
      }
      const { body } = await served.ask('/api/proximity/leaderboards?board=worst')
      expect(body).toEqual({ detail: `board must be one of ${BOARDS.join(', ')}` })
    })
  },
  { keep: true },
)
