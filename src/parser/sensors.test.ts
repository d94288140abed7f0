import { describe, expect, test } from 'vitest'
import type { SensorState } from '../format/header.ts'
import { SECTIONS, type Section } from '../format/sections.ts'
import { sensorsOf as statesOf } from './sensors.ts'

const rowsOf = (section: Section, rows: readonly object[]) =>
  Object.fromEntries(SECTIONS.map(({ key }) => [key, key === section.key ? rows : []])) as never

/** The states in a file of which nothing else is known. */
const sensorsOf = (capabilities: Readonly<Record<string, SensorState>> | null, rows: never) =>
  statesOf({ format: 6, build: '6.12', capabilities, rows })

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

describe('what the original could not switch off', () => {
  const none = (build: string, format: number, capabilities: Readonly<Record<string, SensorState>> | null = null) =>
    statesOf({ format, build, capabilities, rows: rowsOf(SECTIONS[0], []) })

  test('is on in each build that records it, and only there', () => {
    expect(none('3.0', 3)).toMatchObject({ player_tracks: 'unknown', objective_focus: 'unknown' })
    expect(none('4.1', 4)).toMatchObject({ player_tracks: 'on', objective_focus: 'unknown', revives: 'unknown' })
    expect(none('5.0', 5)).toMatchObject({ objective_focus: 'on', revives: 'unknown', weapon_accuracy: 'unknown' })
    expect(none('5.1', 5)).toMatchObject({
      revives: 'on',
      weapon_accuracy: 'on',
      kill_outcome: 'unknown',
      lives: 'unknown',
    })
    expect(none('6.11', 6, { aim_lock: 'off' })).toMatchObject({ player_tracks: 'on', aim_lock: 'off' })
  })

  test('is unknown where the build is not known, or has a switch for it', () => {
    for (const build of ['6.12', 'Proximity 1', 'Proximity 1.0.0']) {
      expect(none(build, 6)).toMatchObject({ player_tracks: 'unknown', revives: 'unknown' })
    }
    expect(none('6.11', 7)).toMatchObject({ player_tracks: 'unknown' })
  })

  test('is what the header declares, if it declares it', () => {
    expect(none('6.11', 6, { player_tracks: 'off', revives: 'failed' })).toMatchObject({
      player_tracks: 'off',
      revives: 'failed',
      weapon_accuracy: 'on',
    })
  })
})

describe('CAPTURE', () => {
  const row = (sensor: string, state: string) => ({ sensor, state })
  const sensors = (
    capabilities: Readonly<Record<string, SensorState>> | null,
    ...capture: readonly { readonly sensor: string; readonly state: string }[]
  ) => sensorsOf(capabilities, rowsOf(SECTIONS.find(({ key }) => key === 'capture') as Section, capture))

  test('makes a sensor failed, whatever is declared', () => {
    for (const declared of ['on', 'off', 'failed'] as const) {
      expect(sensors({ lives: declared }, row('lives', 'failed'))).toMatchObject({ lives: 'failed' })
    }
    expect(sensors(null, row('lives', 'failed'), row('lives', 'on'))).toMatchObject({ lives: 'failed' })
  })

  test('does not undo a declaration, and tells where there is none', () => {
    expect(sensors({ lives: 'failed' }, row('lives', 'on'))).toMatchObject({ lives: 'failed' })
    expect(sensors({ lives: 'on' }, row('lives', 'off'))).toMatchObject({ lives: 'on' })
    expect(sensors(null, row('lives', 'off'))).toMatchObject({ lives: 'off', deaths: 'unknown' })
  })

  test('names a sensor without a switch by its section, and every section of a shared sensor at once', () => {
    const states = sensors(null, row('pauses', 'failed'), row('carrier_tracking', 'on'))
    expect(states).toMatchObject({ pauses: 'failed', carrier_events: 'on', carrier_kills: 'on' })
  })

  test('with a word that is no state says nothing', () => {
    expect(sensors({ lives: 'on' }, row('lives', 'tired'))).toMatchObject({ lives: 'on', deaths: 'unknown' })
  })
})
