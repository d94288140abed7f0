import { expect, test } from 'vitest'
import type { ImportResult } from '../../importer/import-file.ts'
import { resultLine } from './result-line.ts'
import { exitCodeOf, summaryLines } from './summary.ts'

function result(state: ImportResult['state'], about: Partial<ImportResult> = {}): ImportResult {
  const nothing = {
    reason: null,
    completeness: null,
    rows_accepted: 0,
    rows_reported: 0,
    problems: [],
    problem_count: 0,
  }
  return { name: `/in/${state}_engagements.txt`, state, round_id: 7, ...nothing, ...about }
}

const CUT = result('imported', { completeness: 'incomplete', reason: 'the file stops in line 9' })
const BAD = result('rejected', { reason: 'no round file', round_id: null })
const BAD_AGAIN = result('unchanged', { reason: 'rejected before: no round file', round_id: null })

test('the summary counts every state and gives the reasons of what is not in', () => {
  expect(summaryLines([result('imported'), CUT, result('unchanged'), BAD, BAD_AGAIN])).toEqual([
    '5 files: 2 imported, 2 unchanged, 1 incomplete, 1 rejected, 1 rejected before',
    '  incomplete: /in/imported_engagements.txt: the file stops in line 9',
    '  rejected: /in/rejected_engagements.txt: no round file',
    '  rejected before: /in/unchanged_engagements.txt: rejected before: no round file',
  ])
})

test('many files with reasons are cut short', () => {
  const lines = summaryLines(Array.from({ length: 25 }, () => BAD))
  expect(lines).toHaveLength(22)
  expect(lines.at(-1)).toBe('  rejected: and 5 more')
})

test.each([
  ['imported', [result('imported'), result('unchanged'), result('superseded')], 0],
  ['incomplete', [CUT], 3],
  ['rejected', [result('imported'), BAD], 3],
  ['rejected before', [BAD_AGAIN], 3],
  ['unreadable', [result('unreadable')], 3],
])('the exit code tells of a file that is %s', (_, results, exitCode) => {
  expect(exitCodeOf(results)).toBe(exitCode)
})

test('a line tells what became of a file', () => {
  expect(resultLine(result('imported', { rows_accepted: 12, rows_reported: 1 }))).toBe(
    'imported: imported_engagements.txt as round 7, 12 rows, 1 rejected',
  )
  expect(resultLine(BAD)).toBe('rejected: rejected_engagements.txt: no round file')
})
