import { expect, test } from 'vitest'
import { inksOf, plainName } from './colour-codes.ts'

test.each([
  ['Birch', [['Birch', null]]],
  ['^1Anvil', [['Anvil', 1]]],
  [
    'a^2b^7c',
    [
      ['a', null],
      ['b', 2],
      ['c', 7],
    ],
  ],
  // letters of either case, and every other character, are one of 32 colours
  [
    '^aX^AY^*Z',
    [
      ['X', 17],
      ['Y', 17],
      ['Z', 26],
    ],
  ],
  ['^1^2both', [['both', 2]]],
  [
    '^^1caret',
    [
      ['^', null],
      ['caret', 1],
    ],
  ],
  ['caret^', [['caret^', null]]],
  ['^1M\ueffcller', [['Müller', 1]]],
  ['^1', []],
  ['', []],
])('%j is drawn as the game draws it', (name, inks) => {
  expect(inksOf(name).map(({ text, colour }) => [text, colour])).toEqual(inks)
})

test('a name of which nothing can be seen is told by the identifier', () => {
  expect(plainName('^1 ^2', 'ABCDEF0123456789')).toBe('unnamed ABCDEF01')
  expect(plainName('^1Anvil', 'ABCDEF0123456789')).toBe('Anvil')
})
