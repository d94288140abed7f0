import { describe, expect, test } from 'vitest'
import { instantOf, isTimeZone, localTime } from './time-zone.ts'

const utc = (text: string) => Date.parse(text) / 1000

describe('local times of a game server', () => {
  test.each([
    ['winter', '2026-02-18', '201200', 'Europe/Berlin', '2026-02-18T19:12:00Z'],
    ['summer', '2026-07-18', '201200', 'Europe/Berlin', '2026-07-18T18:12:00Z'],
    ['UTC', '2026-02-18', '201200', 'UTC', '2026-02-18T20:12:00Z'],
    ['west of it', '2026-02-18', '201200', 'America/New_York', '2026-02-19T01:12:00Z'],
    ['a zone of half hours', '2026-02-18', '201200', 'Asia/Kolkata', '2026-02-18T14:42:00Z'],
    ['just before the change to summer', '2026-03-29', '015959', 'Europe/Berlin', '2026-03-29T00:59:59Z'],
    ['just after it', '2026-03-29', '030000', 'Europe/Berlin', '2026-03-29T01:00:00Z'],
    ['the hour that is left out', '2026-03-29', '023000', 'Europe/Berlin', '2026-03-29T01:30:00Z'],
    ['the repeated hour: its first run', '2026-10-25', '023000', 'Europe/Berlin', '2026-10-25T00:30:00Z'],
    ['just after the repeated hour', '2026-10-25', '030000', 'Europe/Berlin', '2026-10-25T02:00:00Z'],
  ])('%s', (_, date, time, zone, instant) => {
    expect(instantOf(date, time, zone)).toBe(utc(instant))
  })

  test('an instant reads back as the local time it came from', () => {
    for (const zone of ['UTC', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe']) {
      for (let unix = utc('2026-01-01T00:00:00Z'); unix < utc('2027-01-01T00:00:00Z'); unix += 9 * 3600 + 1) {
        const { date, time } = localTime(unix, zone)
        const back = localTime(instantOf(date, time, zone), zone)
        expect(back).toEqual({ date, time })
      }
    }
  })

  test('the process zone plays no part', () => {
    const before = process.env.TZ
    try {
      for (const zone of ['UTC', 'Asia/Tokyo', 'America/New_York']) {
        process.env.TZ = zone
        expect(instantOf('2026-02-18', '201200', 'Europe/Berlin')).toBe(utc('2026-02-18T19:12:00Z'))
      }
    } finally {
      if (before === undefined) delete process.env.TZ
      else process.env.TZ = before
    }
  })

  test('a date that does not exist is no instant', () => {
    expect(instantOf('2026-13-45', '201200', 'UTC')).toBeNaN()
  })

  test('a zone is known or not', () => {
    expect([isTimeZone('Europe/Berlin'), isTimeZone('Mars/Olympus')]).toEqual([true, false])
  })
})
