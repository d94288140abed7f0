import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Deed, runsOf, type TradedDeath, tradeChains } from './chains.ts'

const deed = (time_ms: number, player = 1, other = 9): Deed => ({ time_ms, player, other })
const times = (runs: readonly (readonly { readonly time_ms: number }[])[]) =>
  runs.map((run) => run.map(({ time_ms }) => time_ms))

test('deeds in a row are one run until the gap is too long', () => {
  const deeds = [deed(30_001), deed(0), deed(10_000), deed(20_000)]
  expect(times(runsOf(deeds, [], 10_000))).toEqual([[0, 10_000, 20_000], [30_001]])
  expect(times(runsOf([deed(0, 1), deed(5, 2), deed(9, 1)], [], 10_000))).toEqual([[0, 9], [5]])
})

test('the death of the one who does them ends a run, that of another does not', () => {
  const deeds = [deed(0), deed(1_000), deed(2_000)]
  expect(times(runsOf(deeds, [{ time_ms: 1_000, victim: 1 }], 10_000))).toEqual([[0, 1_000], [2_000]])
  expect(times(runsOf(deeds, [{ time_ms: 1_000, victim: 2 }], 10_000))).toEqual([[0, 1_000, 2_000]])
  expect(times(runsOf(deeds, [{ time_ms: 2_000, victim: 1 }], 10_000))).toEqual([[0, 1_000, 2_000]])
})

test('every deed is in exactly one run, and runs are as long as they can be', () => {
  const deeds = fc.array(fc.tuple(fc.nat(60), fc.nat(2)), { maxLength: 20 })
  const deaths = fc.array(fc.tuple(fc.nat(60), fc.nat(2)), { maxLength: 5 })
  fc.assert(
    fc.property(deeds, deaths, (done, died) => {
      const all = done.map(([time_ms, player]) => deed(time_ms, player))
      const ends = died.map(([time_ms, victim]) => ({ time_ms, victim }))
      const runs = runsOf(all, ends, 5)
      expect(new Set(runs.flat())).toEqual(new Set(all))
      expect(runs.flat()).toHaveLength(all.length)
      for (const run of runs) {
        expect(new Set(run.map(({ player }) => player)).size).toBe(1)
        const steps = run.slice(1).map(({ time_ms }, i) => time_ms - (run[i] as Deed).time_ms)
        expect(steps.filter((step) => step < 0 || step > 5)).toEqual([])
      }
      // a deed begins a run exactly if none of his before it is near and lies in the same life
      const starts = runs.map((run) => run[0] as Deed)
      for (const one of runs.flat()) {
        const reaches = runs
          .flat()
          .some(
            (other) =>
              other !== one &&
              other.player === one.player &&
              other.time_ms <= one.time_ms &&
              (other.time_ms < one.time_ms || all.indexOf(other) < all.indexOf(one)) &&
              one.time_ms - other.time_ms <= 5 &&
              !ends.some(
                (end) => end.victim === one.player && end.time_ms >= other.time_ms && end.time_ms < one.time_ms,
              ),
          )
        expect(starts.includes(one)).toBe(!reaches)
      }
    }),
  )
})

/** `1>2@0` : 1 killed 2 at 0; `by` traded it at a time. */
const death = (killer: number, victim: number, time_ms: number, by: number | null = null, at = 0): TradedDeath => ({
  ...{ killer, victim, time_ms },
  successes: by === null ? [] : [{ player: by, kill_time_ms: at }],
})

test('deaths that answer each other are one chain', () => {
  const deaths = [death(1, 2, 0, 3, 900), death(3, 1, 900, 4, 2_000), death(4, 3, 2_000), death(5, 6, 1_000)]
  expect(times(tradeChains(deaths))).toEqual([[0, 900, 2_000], [1_000]])
  expect(times(tradeChains([...deaths].reverse()))).toEqual([[0, 900, 2_000], [1_000]])
})

test('a death that answers two goes on from the last, and each death is in one chain', () => {
  const deaths = [death(1, 2, 0, 3, 900), death(1, 4, 500, 3, 900), death(3, 1, 900)]
  expect(times(tradeChains(deaths))).toEqual([[0], [500, 900]])
})

test('without a trade a kill of the killer is no answer', () => {
  expect(times(tradeChains([death(1, 2, 0), death(3, 1, 900)]))).toEqual([[0], [900]])
})
