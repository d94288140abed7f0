import { expect, test } from 'vitest'
import { actOf } from './keys.ts'

const NONE = { shiftKey: false, ctrlKey: false, altKey: false, metaKey: false }

test.each([
  [' ', { act: 'play' }],
  ['ArrowLeft', { act: 'jump', by_ms: -5000 }],
  ['ArrowRight', { act: 'jump', by_ms: 5000 }],
  [',', { act: 'step', direction: -1 }],
  ['.', { act: 'step', direction: 1 }],
  ['1', { act: 'speed', number: 1 }],
  ['9', { act: 'speed', number: 9 }],
  ['f', { act: 'follow' }],
  ['l', { act: 'loop' }],
  ['?', { act: 'help' }],
  ['+', { act: 'closer' }],
  ['-', { act: 'farther' }],
  ['0', { act: 'whole' }],
  ['Tab', null],
])('%j', (key, act) => {
  expect(actOf({ ...NONE, key })).toEqual(act)
})

test('with shift an arrow leads one second on; other keys of the browser stay its own', () => {
  expect(actOf({ ...NONE, key: 'ArrowRight', shiftKey: true })).toEqual({ act: 'jump', by_ms: 1000 })
  for (const held of ['ctrlKey', 'altKey', 'metaKey']) expect(actOf({ ...NONE, key: 'f', [held]: true })).toBeNull()
})
