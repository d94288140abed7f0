import { expect, test } from 'vitest'
import { readSettings } from '../settings/read.ts'
import { checkSettings } from './settings.ts'

const check = (environment: Record<string, string>) => checkSettings(readSettings(environment, '/'))

test.each([
  ['a value that is not allowed', { PROXIMITY_PORT: 'x' }, 'problem', 'PROXIMITY_PORT is "x"'],
  ['a name that is none', { PROXIMITY_PROT: '1' }, 'warning', 'PROXIMITY_PROT is not a setting'],
  ['an import that is switched off', { PROXIMITY_ENABLED: 'false' }, 'warning', 'nothing is imported'],
  ['a token of 15 characters', { PROXIMITY_UPLOAD_TOKEN: 'x'.repeat(15) }, 'warning', 'short enough to be guessed'],
])('%s is told with what to do about it', (_, environment, level, says) => {
  expect(check(environment)).toEqual([
    { level, about: 'settings', says: expect.stringContaining(says), todo: expect.any(String) },
  ])
})

test('of settings in order it is told how many are set', () => {
  const environment = { PROXIMITY_PORT: '9000', PROXIMITY_UPLOAD_TOKEN: 'x'.repeat(16) }
  expect(check(environment)).toEqual([
    { level: 'ok', about: 'settings', says: '2 set, the others have their defaults' },
  ])
})
