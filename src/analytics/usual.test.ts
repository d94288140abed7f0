import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { comparedWith } from './compared.ts'
import { againstUsual, usualOf } from './usual.ts'

const evening = (value: number | null, n = 10) => ({ value, n })
const ELEVEN = Array.from({ length: 11 }, (_, i) => evening(i))

describe('what is usual', () => {
  test('is the middle 80 % of the evenings', () => {
    expect(usualOf(ELEVEN)).toEqual({ low: 1, high: 9, evenings: 11 })
  })

  test('needs five evenings with five cases each', () => {
    expect(usualOf(ELEVEN.slice(0, 4))).toBeNull()
    expect(usualOf([...ELEVEN.slice(0, 4), evening(4, 4), evening(null)])).toBeNull()
    expect(usualOf(ELEVEN.slice(0, 5))).toMatchObject({ evenings: 5 })
  })

  test('an evening is below, at or above it', () => {
    const usual = usualOf(ELEVEN)
    expect([0, 1, 5, 9, 10].map((value) => againstUsual(evening(value), usual))).toEqual([
      'below',
      'at',
      'at',
      'at',
      'above',
    ])
    expect(againstUsual(evening(100, 4), usual)).toBeNull()
    expect(againstUsual(evening(null), usual)).toBeNull()
    expect(againstUsual(evening(5), null)).toBeNull()
  })

  test('holds eight of ten evenings, whatever their order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 10, maxLength: 60 }), (values) => {
        const usual = usualOf(values.map((value) => evening(value)))
        const within = values.filter((value) => againstUsual(evening(value), usual) === 'at').length
        // at either end the tenth part, and the evening that the tenth falls into
        expect(within).toBeGreaterThanOrEqual(values.length - 2 * Math.ceil((values.length - 1) / 10))
        expect(usualOf(values.toReversed().map((value) => evening(value)))).toEqual(usual)
      }),
    )
  })
})

describe('compared with others', () => {
  test('above two thirds of them is more, below two thirds less', () => {
    const others = [1, 2, 3, 4, 5, 6]
    expect(comparedWith(6.5, others)).toEqual({ below: 6, others: 6, relation: 'more' })
    expect(comparedWith(3.5, others)).toMatchObject({ below: 3, relation: 'as_much' })
    expect(comparedWith(1.5, others)).toMatchObject({ below: 1, relation: 'less' })
  })

  test('as much as everybody is as much', () => {
    expect(comparedWith(3, [3, 3, 3, 3, 3])).toEqual({ below: 2.5, others: 5, relation: 'as_much' })
  })

  test('needs five others', () => {
    expect(comparedWith(9, [1, 2, 3, 4])).toMatchObject({ below: 4, relation: null })
  })

  test('turned around, more is less', () => {
    const numbers = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 5, maxLength: 20 })
    const turned = { more: 'less', as_much: 'as_much', less: 'more' } as const
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9 }), numbers, (value, others) => {
        const [here, there] = [
          comparedWith(value, others),
          comparedWith(
            -value,
            others.map((other) => -other),
          ),
        ]
        expect(here.relation && turned[here.relation]).toBe(there.relation)
        expect(here.below + there.below).toBe(others.length)
      }),
    )
  })
})
