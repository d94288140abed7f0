import { describe, expect, test } from 'vitest'
import { PATH_EVENTS, POSITION_EVENTS } from '../../src/format/codec.ts'
import { differences, ONE_FRAME_MS, shown } from './oracle/compare.ts'
import { waveOf } from './oracle/kills.ts'
import { nameInFile } from './oracle/trace.ts'
import { pointsOf, recordedWithFiles, rowsOf } from './tracker-files.ts'

describe.each(await recordedWithFiles())('the tracker on $recording: the round', ({ truth, file }) => {
  const { round, problems } = file
  const { frame } = truth

  test('is read without a problem, whole', () => {
    expect(problems).toEqual([])
    expect(round.completeness).toBe('complete')
  })

  test('is called 1 in the first half and 2 in the second', () => {
    expect(round.header).toMatchObject({
      map_name: frame.map,
      round_number_raw: frame.round,
      engine_round: frame.engineRound,
      live_level_time_ms: frame.liveLevel,
      axis_spawn_interval_ms: waveOf(frame, 1).interval,
      allies_spawn_interval_ms: waveOf(frame, 2).interval,
    })
    expect(file.name).toContain(`-${frame.map}-round-${frame.round}_engagements.txt`)
  })

  test('ends as it did: how, by whom, when, and with which limit for the next', () => {
    expect(
      differences(
        'ROUND_OUTCOME',
        [frame],
        rowsOf(round, 'round_outcome'),
        [],
        [
          ['end_reason', ({ endReason }) => endReason],
          ['end_text', ({ endText }) => endText],
          ['winner_team', ({ winner }) => winner],
          ['defender_team', ({ defender }) => defender],
          // the frame in which the end was noticed
          ['duration_ms', ({ duration }) => duration, ONE_FRAME_MS],
          ['time_limit_ms', ({ timeLimit }) => timeLimit, 1],
          ['next_time_limit_ms', ({ nextTimeLimit }) => nextTimeLimit, 1],
          ['time_to_beat_ms', ({ round, timeLimit }) => (round === 2 ? timeLimit : undefined), 1],
          ['pause_count', ({ pauses }) => pauses.length],
          ['paused_ms', ({ pauses }) => pauses.reduce((sum, { duration }) => sum + duration, 0)],
        ],
      ),
    ).toEqual([])
  })

  test('is told without its pauses, each of which is a row', () => {
    expect(
      differences(
        'PAUSES',
        frame.pauses,
        rowsOf(round, 'pauses'),
        [['start_time_ms', ({ start }) => start]],
        [['duration_ms', ({ duration }) => duration]],
      ),
    ).toEqual([])
  })

  test('has no time beyond its end, and none before its beginning', () => {
    const last = frame.clock(frame.afterEnd.level)
    const wrong = Object.entries(round.rows).flatMap(([section, rows]) =>
      (rows as readonly object[]).flatMap((row) =>
        Object.entries(row)
          .filter(([column, value]) => /(^|_)time_ms$/.test(column) && !column.includes('connect') && value !== null)
          .filter(([column]) => !/^(duration|time_within|time_to|approach|mounted|proximity)/.test(column))
          .filter(([, value]) => value < 0 || value > last)
          .map(([column, value]) => `${section} ${column} ${value}`),
      ),
    )
    expect(shown(wrong)).toEqual([])
  })

  test('knows every connection', () => {
    expect(
      differences(
        'PLAYERS',
        truth.connections,
        rowsOf(round, 'players'),
        [
          ['slot', ({ slot }) => slot],
          ['guid', ({ guid }) => guid],
          ['connect_time_ms', ({ joined }) => joined],
        ],
        [
          ['kind', ({ isBot }) => (isBot ? 'bot' : 'human')],
          ['disconnect_time_ms', ({ left }) => left],
        ],
      ),
    ).toEqual([])
  })

  test('gives every player the name he had', () => {
    const names = new Map<unknown, Set<string>>()
    for (const [guid, seen] of truth.sightings)
      names.set(guid, new Set(seen.map(({ client }) => nameInFile(client.name))))
    const wrong = rowsOf(round, 'players').filter(({ guid, name }) => !names.get(guid)?.has(name as string))
    expect(wrong).toEqual([])
  })

  test('shows nobody at the camera of the intermission, and nobody where he never was', () => {
    const camera = frame.afterEnd.clients.find((client) => client?.pmType === 5)
    const wrong: string[] = []
    const look = (guid: unknown, points: ReturnType<typeof pointsOf>, what: string) => {
      const seen = truth.sightings.get(guid as string) ?? []
      for (const point of points) {
        const near = seen.some(
          ({ time, client }) =>
            Math.abs(time - point.time) <= ONE_FRAME_MS &&
            Math.hypot(client.x - point.x, client.y - point.y, client.z - point.z) < 0.1,
        )
        const there = camera && Math.hypot(camera.x - point.x, camera.y - point.y, camera.z - point.z) < 1
        if (there) wrong.push(`${what} at ${point.time} ${point.event}: the camera`)
        else if (!near) wrong.push(`${what} at ${point.time} ${point.event}: ${point.x} ${point.y} ${point.z}`)
      }
    }
    for (const row of rowsOf(round, 'player_tracks')) {
      look(row.guid, pointsOf(row.path, PATH_EVENTS), `PLAYER_TRACKS ${row.name} ${row.spawn_time_ms}`)
    }
    for (const row of rowsOf(round, 'engagements')) {
      look(row.target_guid, pointsOf(row.positions, POSITION_EVENTS), `ENGAGEMENTS ${row.engagement_id}`)
    }
    expect(camera).toBeDefined()
    expect(shown(wrong)).toEqual([])
  })
})
