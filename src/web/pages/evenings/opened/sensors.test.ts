import { expect, test } from 'vitest'
import { shortWords } from '../../../numbers/value-words.ts'
import { sectionWords } from '../../../sensor-words.ts'
import { sensorsOf, takenFigure } from './sensors.ts'

test('on with rows, on without, off, failed and unknown are five different displays', () => {
  const sensors = sensorsOf({
    sensors: { revives: 'on', focus_fire: 'on', aim_lock: 'off', hit_regions: 'failed', shot_fired: 'unknown' },
    section_counts: { REVIVES: { accepted: 7, reported: 0 }, FOCUS_FIRE: { accepted: 0, reported: 0 } },
  })
  expect(sensors.map((sensor) => [sensor.name, sensor.state, shortWords(takenFigure(sensor).value)])).toEqual([
    ['hit_regions', 'failed', 'failed'],
    ['focus_fire', 'on', '0'],
    ['revives', 'on', '7'],
    ['aim_lock', 'off', 'not captured'],
    ['shot_fired', 'unknown', '–'],
  ])
})

test('a section that this version does not know is listed with its lines', () => {
  expect(sensorsOf({ sensors: {}, section_counts: { NEW_THING: { accepted: 3, reported: 1 } } })).toEqual([
    { name: 'new_thing', state: 'unknown', lines: { accepted: 3, reported: 1 } },
  ])
  expect(sectionWords('NEW_THING')).toBe('New thing')
})
