import { expect, test } from 'vitest'
import { reasonWords, trackerWords } from './file-words.ts'

const own = { name: 'proximity', version: '1.0.3', build_hash: 'a1b2c3d4', changed_settings: [] }

test.each([
  [own, 'proximity 1.0.3 · build a1b2c3d4 · set as it comes'],
  [
    {
      ...own,
      changed_settings: [
        { name: 'server_name', value: 'scrim-1', default: '' },
        { name: 'profile', value: 'kills', default: 'full' },
        { name: 'sensors.shot_fired', value: 'false', default: null },
      ],
    },
    'proximity 1.0.3 · build a1b2c3d4 · set otherwise: profile kills, sensors.shot_fired false',
  ],
  [
    { name: null, version: '6.11', build_hash: null, changed_settings: null },
    'A tracker that does not name itself · its settings are not stated',
  ],
])('%j is told in words', (tracker, words) => {
  expect(trackerWords(tracker)).toBe(words)
})

test('what an imported file lacks costs its round, what another one is is just said', () => {
  expect(reasonWords('imported', 'the file stops in the middle of a line')).toBe(
    'It is incomplete and counts for nothing: the file stops in the middle of a line.',
  )
  expect(reasonWords('rejected', 'no round file')).toBe('No round file.')
})
