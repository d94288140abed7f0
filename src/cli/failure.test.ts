import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { LockedError } from '../store/process-lock.ts'
import { cannotListen, sentenceOf } from './failure.ts'

const coded = (code: string, about: object = {}) => Object.assign(new Error('technical words'), { code, ...about })

test.each([
  [coded('EADDRINUSE', { port: 80 }), 'port 80 is in use by another program: stop it, or choose another port'],
  [coded('ENOSPC'), 'the disk is full'],
  [coded('28P01'), 'the database server refuses the password: check DATABASE_URL'],
  [coded('42501'), 'the database user lacks a right (technical words)'],
  [new AggregateError([coded('ECONNREFUSED', { address: '::1', port: 5 })]), 'nothing answers at ::1:5'],
  [new Error('Connection terminated unexpectedly'), 'the database server broke the connection off'],
  [new LockedError('the database in x is in use by process 3: stop it'), 'the database in x is in use by process 3'],
  [new Error('first\nsecond'), 'first (unexpected; PROXIMITY_DEBUG_LOG=true shows where)'],
  ['a text', 'a text (unexpected'],
])('%s becomes a sentence', (error, sentence) => {
  expect(sentenceOf(error)).toContain(sentence)
  expect(sentenceOf(error)).not.toContain('\n')
})

test('a missing file is named', async () => {
  const error = await readFile('/nowhere/at/all').catch((reason: unknown) => reason)
  expect(sentenceOf(error)).toBe('/nowhere/at/all: there is no such file or folder')
})

test('a host that nobody knows is blamed on the right setting', () => {
  expect(cannotListen(coded('ENOTFOUND'), 'there')).toBe('no machine is called there: check PROXIMITY_HOST')
  expect(cannotListen(coded('EADDRINUSE', { port: 1 }), 'there')).toContain('port 1 is in use')
})
