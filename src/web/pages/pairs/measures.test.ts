import { expect, test } from 'vitest'
import { certainty, effectMeaning, effectScale, effectWords, type PairOfAll, pointsText, ranked } from './measures.ts'

const synergy = (value: number, low: number, high: number) => ({
  expected: { value: 0.1, low: 0.08, high: 0.12 },
  effect: { value, low, high },
})
const pair = (crossfires: ReturnType<typeof synergy> | null, together_ms = 0) =>
  ({ together_ms, synergy: { crossfires }, rates: {} }) as unknown as PairOfAll

test('an effect is told in points with the digits that its interval supports', () => {
  expect(effectWords(synergy(0.062, 0.02, 0.104), { done: 9, chances: 50 })).toBe('+6 points (+2 to +10)')
  expect(effectWords(null, { done: 1, chances: 9 })).toBe('not enough yet (9 chances)')
  expect(pointsText(-0.0123, { low: -0.02, high: 0.001 })).toBe('-1.2')
  expect(pointsText(0, { low: -0.1, high: 0.1 })).toBe('0')
})

test('only an interval beside zero is more or less', () => {
  expect(effectMeaning(synergy(0.1, 0.01, 0.2))).toBe('more than with others')
  expect(effectMeaning(synergy(-0.1, -0.2, -0.01))).toBe('less than with others')
  expect(effectMeaning(synergy(0.1, -0.01, 0.2))).toContain('as with others')
})

test('the less sure, the fainter; nothing is surer than an interval beside zero', () => {
  expect(certainty(null)).toBe(0)
  expect(certainty(synergy(0.05, -0.05, 0.15))).toBeCloseTo(0.5)
  expect(certainty(synergy(0.1, 0, 0.2))).toBe(1)
  expect(certainty(synergy(-0.3, -0.4, -0.2))).toBe(1)
  expect(certainty(synergy(0, -0.1, 0.1))).toBe(0)
})

test('an unsure effect does not stretch the colours, and small ones do not shine', () => {
  expect(effectScale([pair(synergy(0.01, 0.005, 0.015))], 'crossfires')).toBe(0.05)
  expect(effectScale([pair(synergy(0.4, -0.4, 1)), pair(synergy(0.1, 0.05, 0.15))], 'crossfires')).toBeCloseTo(0.2)
})

test('a great effect of few cases stands below a sure one, and what is not known comes last', () => {
  const [few, sure, unknown] = [pair(synergy(0.4, 0.01, 0.8)), pair(synergy(0.1, 0.05, 0.15)), pair(null, 9)]
  expect(ranked([unknown, few, sure], 'crossfires')).toEqual([sure, few, unknown])
})
