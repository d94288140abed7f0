import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shareInterval, Z } from './share-interval.ts'

test('the bounds are the shares from which the observed one is just as far as 80 % of all samples are', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), fc.nat(), (n, some) => {
      const cases = some % (n + 1)
      const { low, high } = shareInterval(cases, n) ?? { low: Number.NaN, high: Number.NaN }
      for (const bound of [low, high]) {
        const standardError = Math.sqrt((bound * (1 - bound)) / n)
        // at 0 and 1 the bound of that side is the share itself
        const isEdge = bound < 1e-9 || bound > 1 - 1e-9
        expect(Math.abs(cases / n - bound)).toBeCloseTo(isEdge ? 0 : Z * standardError, 9)
      }
      expect([low <= cases / n + 1e-12, high >= cases / n - 1e-12, low < high]).toEqual([true, true, true])
    }),
  )
})

test('without cases there is no share', () => {
  expect(shareInterval(0, 0)).toBeNull()
})
