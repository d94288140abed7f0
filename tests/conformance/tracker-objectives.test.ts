import { describe, expect, test } from 'vitest'
import { differences, ONE_FRAME_MS, shown, WHOLE } from './oracle/compare.ts'
import { cohesionAt, objectiveLinesOf } from './oracle/objectives.ts'
import { teamWord } from './oracle/trace.ts'
import { recordedWithFiles, rowsOf } from './tracker-files.ts'

describe.each(await recordedWithFiles())('the tracker on $recording: objectives and teams', ({ truth, file }) => {
  const { frame } = truth
  const events = rowsOf(file.round, 'game_events')

  test('has every carry, from the pick-up to where the carrier last had the item', () => {
    expect(
      differences(
        'CARRIER_EVENTS',
        truth.carries,
        rowsOf(file.round, 'carrier_events'),
        [
          ['carrier_guid', ({ carrier }) => carrier.guid],
          ['pickup_time_ms', ({ pickup }) => pickup],
        ],
        [
          ['carrier_team', ({ carrier }) => teamWord(carrier.team)],
          ['flag_team', ({ flag }) => flag],
          ['outcome', ({ outcome }) => outcome],
          ['drop_time_ms', ({ end }) => end, ONE_FRAME_MS],
          ['pickup_x', ({ carrier }) => carrier.x, WHOLE],
          ['pickup_y', ({ carrier }) => carrier.y, WHOLE],
          ['pickup_z', ({ carrier }) => carrier.z, WHOLE],
          ['drop_x', ({ last }) => last.x, WHOLE],
          ['drop_y', ({ last }) => last.y, WHOLE],
          ['drop_z', ({ last }) => last.z, WHOLE],
          ['killer_guid', ({ outcome, killer }) => (outcome === 'killed' ? killer?.guid : undefined)],
          ['beeline_distance', ({ beeline }) => beeline, 1],
        ],
      ),
    ).toEqual([])
  })

  test('measures the way of a carrier: less than he went from frame to frame, more than the straight line', () => {
    for (const { carrier, pickup, way, beeline } of truth.carries) {
      const row = rowsOf(file.round, 'carrier_events').find(
        ({ carrier_guid, pickup_time_ms }) => carrier_guid === carrier.guid && pickup_time_ms === pickup,
      )
      expect(row?.carry_distance).toBeLessThanOrEqual(way + 1)
      expect(row?.carry_distance).toBeGreaterThanOrEqual(beeline - 1)
    }
  })

  test('has a row for every item taken', () => {
    expect(
      differences(
        'GAME_EVENTS',
        truth.carries,
        events.filter(({ event }) => event === 'objective_taken'),
        [
          ['time_ms', ({ pickup }) => pickup],
          ['guid', ({ carrier }) => carrier.guid],
        ],
        [['team', ({ carrier }) => teamWord(carrier.team)]],
      ),
    ).toEqual([])
  })

  test('has a row for every announcement and every item returned', () => {
    const lines = objectiveLinesOf(frame)
    const announced = lines.filter(({ text }) => text.startsWith('legacy announce: '))
    expect(events.filter(({ event }) => event === 'announced').map(({ time_ms }) => time_ms)).toEqual(
      announced.map(({ time }) => time),
    )
    const returned = lines.filter(({ text }) => /^legacy popup: .* returned /.test(text))
    expect(events.filter(({ event }) => event === 'objective_returned').map(({ time_ms }) => time_ms)).toEqual(
      returned.map(({ time }) => time),
    )
  })

  test('has a row for what engineers did', () => {
    const lines = objectiveLinesOf(frame)
    const count = (pattern: RegExp) => lines.filter(({ text }) => pattern.test(text)).length
    const rows = (event: string) => events.filter((row) => row.event === event).length
    expect([rows('dynamite_planted'), rows('dynamite_defused'), rows('constructed'), rows('destroyed')]).toEqual([
      count(/^Dynamite_Plant: /),
      count(/^Dynamite_Diffuse: /),
      count(/^Repair: /),
      count(/^Objective_Destroyed: /),
    ])
  })

  test('measures how close together a side stands', () => {
    const frames = new Map(
      frame.live.filter(({ name }) => name === 'et_RunFrame').map((call) => [frame.clock(call.level), call]),
    )
    const rows = rowsOf(file.round, 'team_cohesion')
    expect(rows.length).toBeGreaterThan(0)
    const wrong: string[] = []
    for (const row of rows) {
      const call = frames.get(row.time_ms as number)
      if (call === undefined) throw new Error(`TEAM_COHESION ${row.time_ms}: no frame has this time`)
      const truth = cohesionAt(call, row.team === 'AXIS' ? 1 : 2)
      const pairs: [string, number, number][] = [
        ['alive_count', truth.alive, 0],
        ['centroid_x', truth.x, 0.1],
        ['centroid_y', truth.y, 0.1],
        ['dispersion', truth.dispersion, 0.1],
        ['max_spread', truth.spread, 0.1],
        ['straggler_count', truth.stragglers, 0],
        ['buddy_distance', truth.nearest, 0.1],
      ]
      for (const [column, expected, tolerance] of pairs) {
        if (Math.abs((row[column] as number) - expected) <= tolerance) continue
        wrong.push(`TEAM_COHESION ${row.time_ms} ${row.team} ${column}: oracle ${expected}, file ${row[column]}`)
      }
    }
    expect(shown(wrong)).toEqual([])
  })
})
