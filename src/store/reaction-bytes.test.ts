import { expect, test } from 'vitest'
import { binsOf, reactionBytes } from './reaction-bytes.ts'

const none = new Array<number>(20).fill(0)
const bins = (counts: Record<number, number>) => none.map((_, bin) => counts[bin] ?? 0)

test('every fight is one byte: the bin of its reaction, or 20 and the bin of its end', () => {
  const bytes = reactionBytes({ happened: bins({ 0: 2, 19: 1 }), censored: bins({ 3: 1, 19: 2 }) })
  expect([...bytes]).toEqual([0, 0, 19, 23, 39, 39])
})

test('bytes of several rounds behind each other are the sums of their bins', () => {
  const first = { happened: bins({ 4: 300 }), censored: bins({ 0: 1 }) }
  const second = { happened: bins({ 4: 7, 5: 1 }), censored: bins({}) }
  expect(binsOf(Buffer.concat([reactionBytes(first), reactionBytes(second)]))).toEqual({
    happened: bins({ 4: 307, 5: 1 }),
    censored: bins({ 0: 1 }),
  })
  expect(binsOf(new Uint8Array())).toEqual({ happened: none, censored: none })
})
