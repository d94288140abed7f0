import { expect, test } from 'vitest'
import { judgedUpload } from './upload-words.ts'

const reply = {
  name: 'a_engagements.txt',
  state: 'imported',
  reason: null,
  round_id: 7,
  completeness: 'complete',
  rows_accepted: 1200,
  rows_reported: 0,
  problem_count: 0,
} as const

test.each([
  [reply, ['good', 'imported', '1,200 lines taken.', 7]],
  [
    { ...reply, completeness: 'incomplete', reason: 'the file stops in the middle of a line', problem_count: 1 },
    [
      ...['warn', 'imported'],
      '1,200 lines taken, 1\u00a0problem while reading. It is incomplete and counts for nothing: the file stops in the middle of a line.',
      7,
    ],
  ],
  [
    { ...reply, state: 'unchanged', reason: 'imported before' },
    ['off', 'unchanged', 'This file is here already (imported before).', 7],
  ],
  [
    { ...reply, state: 'superseded', reason: 'b_engagements.txt tells more of the same round' },
    ['off', 'superseded', 'b_engagements.txt tells more of the same round.', 7],
  ],
  [
    { ...reply, state: 'rejected', reason: 'its first line is not one', round_id: null },
    ['bad', 'rejected', 'This is no round to import: its first line is not one.', null],
  ],
  [{ failed: 'The server does not answer.' }, ['bad', 'not sent', 'The server does not answer.', null]],
] as const)('%j is said in words', (outcome, [mark, words, why, round_id]) => {
  expect(judgedUpload({ outcome })).toEqual({ mark, words, why, round_id })
})

test('what is not done yet is nothing yet', () => {
  expect(judgedUpload({ outcome: null })).toBeNull()
})
