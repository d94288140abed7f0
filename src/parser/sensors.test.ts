import { expect, test } from 'vitest'
import type { SensorState } from '../format/header.ts'
import { SECTIONS, type Section } from '../format/sections.ts'
import { sensorsOf } from './sensors.ts'

const rowsOf = (section: Section, rows: readonly object[]) =>
  Object.fromEntries(SECTIONS.map(({ key }) => [key, key === section.key ? rows : []])) as never

const states: readonly (readonly [declared: SensorState | undefined, rows: boolean, state: SensorState])[] = [
  ['on', true, 'on'],
  ['on', false, 'on'],
  ['off', false, 'off'],
  ['off', true, 'on'],
  ['failed', false, 'failed'],
  ['failed', true, 'failed'],
  [undefined, true, 'on'],
  [undefined, false, 'unknown'],
]

const switched: readonly Section[] = SECTIONS.filter((section) => 'capability' in section)

test.each(states)('a sensor declared %s, with rows %s, is %s', (declared, rows, state) => {
  for (const section of switched) {
    const capabilities = declared === undefined ? {} : { [section.capability as string]: declared }
    expect(sensorsOf(capabilities, rowsOf(section, rows ? [{}] : []))).toMatchObject({ [section.key]: state })
  }
})

test('without a declaration only rows tell anything', () => {
  for (const section of SECTIONS) {
    expect(sensorsOf(null, rowsOf(section, []))).toMatchObject({ [section.key]: 'unknown' })
    expect(sensorsOf(null, rowsOf(section, [{}]))).toMatchObject({ [section.key]: 'on' })
  }
})

test('sections of one sensor share its declaration, and their rows prove only themselves', () => {
  const carriers = SECTIONS.find(({ key }) => key === 'carrier_events') as Section
  expect(sensorsOf({ carrier_tracking: 'off' }, rowsOf(carriers, [{}]))).toMatchObject({
    carrier_events: 'on',
    carrier_kills: 'off',
    carrier_returns: 'unknown',
  })
})
