import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LEAST_COUNTS, MOMENT_KINDS, type MomentCase, momentsOf } from './moments.ts'

let people = 100

/** Of somebody who is in no other case. */
const aCase = (kind: MomentCase['kind'], size: number, over: Partial<MomentCase> = {}): MomentCase => ({
  ...{ kind, size, round: 1, start_ms: 0, end_ms: 1, player: people++, others: [] },
  ...over,
})
const shown = (cases: readonly MomentCase[]) => momentsOf(cases).map(({ kind, size }) => `${kind} ${size}`)

test('a long run among short ones comes before the longest of many escapes', () => {
  const runs = [1, 1, 1, 1, 1, 2, 6].map((size) => aCase('kill_run', size))
  const escapes = [500, 600, 700, 800].map((size) => aCase('escape', size))
  expect(shown([...escapes, ...runs])).toEqual(['kill_run 6', 'escape 800', 'escape 700'])
})

test('the surprise is how few are expected of the size', () => {
  const [run] = momentsOf([aCase('kill_run', 1), aCase('kill_run', 3)])
  // mean 2, so each goes on by a half: 2 / 4 = 1/2 of three
  expect(run).toMatchObject({ surprise_bits: 1, cases: 2, as_large: 1 })
  const [carry] = momentsOf([aCase('carry', 100)])
  expect(carry?.surprise_bits).toBeCloseTo(1 / Math.LN2, 9)
})

test('what is smaller than the least is no moment', () => {
  expect(shown([aCase('kill_run', 2), aCase('trade_chain', 2), aCase('revive_chain', 1), aCase('escape', 0)])).toEqual(
    [],
  )
})

test('two that share people and time are one', () => {
  const run = aCase('kill_run', 5, { player: 1, others: [2], end_ms: 50 })
  const chain = aCase('trade_chain', 3, { player: 2, start_ms: 40, end_ms: 90 })
  const usual = [aCase('kill_run', 1), aCase('trade_chain', 1)]
  expect(shown([run, chain, ...usual])).toEqual(['kill_run 5'])
  expect(shown([run, { ...chain, start_ms: 51 }, ...usual])).toEqual(['kill_run 5', 'trade_chain 3'])
  expect(shown([run, { ...chain, round: 2 }, ...usual])).toEqual(['kill_run 5', 'trade_chain 3'])
  expect(shown([run, { ...chain, player: 3 }, ...usual])).toEqual(['kill_run 5', 'trade_chain 3'])
})

const someCase = fc.record({
  kind: fc.constantFrom(...MOMENT_KINDS),
  size: fc.integer({ min: 0, max: 9 }),
  round: fc.nat(2),
  start_ms: fc.nat(9),
  player: fc.nat(50),
})
const someEvening = fc
  .uniqueArray(someCase, { maxLength: 40, selector: ({ player }) => player })
  .map((cases) => cases.map((one): MomentCase => ({ ...one, end_ms: one.start_ms, others: [] })))

test('at most five, at most two of a kind, none too small, no smaller one before a larger one of its kind', () => {
  fc.assert(
    fc.property(someEvening, (cases) => {
      const moments = momentsOf(cases)
      expect(moments.length).toBeLessThanOrEqual(5)
      for (const [kind, of] of Map.groupBy(moments, (moment) => moment.kind)) {
        expect(of.length).toBeLessThanOrEqual(2)
        const least = kind in LEAST_COUNTS ? LEAST_COUNTS[kind as keyof typeof LEAST_COUNTS] : 1
        const sizes = cases.flatMap((one) => (one.kind === kind && one.size >= least ? [one.size] : []))
        expect(of.map(({ size }) => size)).toEqual(sizes.sort((a, b) => b - a).slice(0, of.length))
        for (const { size, as_large } of of) expect(as_large).toBe(sizes.filter((other) => other >= size).length)
      }
    }),
  )
})

test('the order of the cases changes nothing', () => {
  fc.assert(
    fc.property(someEvening, (cases) => {
      expect(momentsOf([...cases].reverse())).toEqual(momentsOf(cases))
    }),
  )
})
