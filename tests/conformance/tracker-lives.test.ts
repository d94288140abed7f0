import { describe, expect, test } from 'vitest'
import { PATH_EVENTS } from '../../src/format/codec.ts'
import { differences, ONE_FRAME_MS, rowDifferences, shown, TENTH } from './oracle/compare.ts'
import type { LifeEvent, Sighting } from './oracle/lives.ts'
import { stateOf } from './oracle/lives.ts'
import { classWord, distance, stanceOf, teamWord } from './oracle/trace.ts'
import { type FilePoint, pointsOf, recordedWithFiles, rowsOf } from './tracker-files.ts'

/** How a death is called at the end of a track. */
const DEATH_TYPES = {
  kill: 'killed',
  team_kill: 'teamkill',
  suicide: 'selfkill',
  team_switch: 'selfkill',
  world: 'world',
}

describe.each(await recordedWithFiles())('the tracker on $recording: lives', ({ truth, file }) => {
  const { round } = file
  const timeline = rowsOf(round, 'lives')
  const tracks = rowsOf(round, 'player_tracks')
  const interval = round.header.position_sample_interval_ms as number

  /** Rows of one kind of event against what happened. */
  function eventDifferences(event: LifeEvent['event'], tolerance: number): string[] {
    return differences(
      'LIVES',
      truth.events.filter((happened) => happened.event === event),
      timeline.filter((row) => row.event === event),
      [
        ['guid', ({ client }) => client.guid],
        ['time_ms', ({ time }) => time, tolerance],
      ],
      [
        ['team', ({ client }) => teamWord(client.team)],
        ['event', () => event],
      ],
    )
  }

  test.each(['spawned', 'downed', 'revived', 'disconnected'] as const)('tell when a player %s', (event) => {
    expect(eventDifferences(event, 0)).toEqual([])
  })

  test('tell when a player joined', () => {
    expect(
      rowDifferences(
        'LIVES',
        truth.connections,
        timeline.filter(({ event }) => event === 'joined'),
        [
          ['guid', ({ guid }) => guid],
          ['time_ms', ({ joined }) => joined],
        ],
      ),
    ).toEqual([])
  })

  // only a frame shows these
  test.each(['gibbed', 'tapped_out', 'team_changed', 'class_changed'] as const)('tell when a player %s', (event) => {
    expect(eventDifferences(event, ONE_FRAME_MS)).toEqual([])
  })

  test('tell where and by whom a player was revived, and with which health', () => {
    expect(
      differences(
        'LIVES',
        truth.revives,
        timeline.filter(({ event }) => event === 'revived'),
        [
          ['guid', ({ revived }) => revived.guid],
          ['time_ms', ({ time }) => time],
        ],
        [
          ['other_guid', ({ medic }) => medic.guid],
          ['health', ({ revived }) => revived.health],
          ['x', ({ revived }) => revived.x, TENTH],
          ['y', ({ revived }) => revived.y, TENTH],
          ['z', ({ revived }) => revived.z, TENTH],
        ],
      ),
    ).toEqual([])
  })

  test('have a state in every frame from joining on, and it is the true one', () => {
    const wrong: string[] = []
    for (const [guid, seen] of truth.sightings) {
      const rows = timeline.filter((row) => row.guid === guid)
      for (const { frame, time, line, client } of seen) {
        if (!frame || client.connected !== 2) continue
        const then = rows.filter(({ time_ms }) => (time_ms as number) <= time).at(-1)
        const edge = rows.some(({ time_ms }) => Math.abs((time_ms as number) - time) <= ONE_FRAME_MS)
        const state = stateOf(client)
        if (then?.state === state || edge) continue
        wrong.push(`LIVES ${client.name} at ${time}, trace line ${line}: oracle ${state}, file ${then?.state}`)
      }
    }
    expect(shown(wrong)).toEqual([])
  })

  test('begin with joining and end with leaving or the round, once for each connection', () => {
    for (const connection of new Set(timeline.map((row) => row.connection))) {
      const events = timeline.filter((row) => row.connection === connection).map(({ event }) => event)
      expect(events[0]).toBe('joined')
      expect(['disconnected', 'round_end']).toContain(events.at(-1))
      expect(
        events.filter((event) => event === 'joined' || event === 'disconnected' || event === 'round_end').length,
      ).toBe(2)
    }
  })

  test('are a track each, a revived one too', () => {
    const typeOf = (guid: string, end: number) =>
      truth.deaths.find(({ victim, time }) => victim.guid === guid && time === end)?.cause
    expect(
      differences(
        'PLAYER_TRACKS',
        truth.lives.map((life) => ({ ...life, line: life.begin.line })),
        tracks,
        [
          ['guid', ({ client }) => client.guid],
          ['spawn_time_ms', ({ begin }) => begin.time],
        ],
        [
          ['team', ({ client }) => teamWord(client.team)],
          ['player_class', ({ client }) => classWord(client.playerClass)],
          ['death_time_ms', ({ end }) => end, ONE_FRAME_MS],
          [
            'death_type',
            ({ client, end, endedBy }) => {
              if (endedBy === 'round_end') return 'round_end'
              if (endedBy === 'disconnected') return 'disconnect'
              return DEATH_TYPES[typeOf(client.guid, end) ?? 'world']
            },
          ],
        ],
      ),
    ).toEqual([])
  })

  test('are sampled all along at the interval that the file states', () => {
    const wrong: string[] = []
    for (const track of tracks) {
      const points = pointsOf(track.path, PATH_EVENTS)
      expect(track.samples).toBe(points.length)
      for (let i = 1; i < points.length; i++) {
        const gap = (points[i]?.time as number) - (points[i - 1]?.time as number)
        if (gap < 0 || gap > interval + ONE_FRAME_MS) wrong.push(`${track.name} ${points[i]?.time}: ${gap} ms`)
      }
    }
    expect(shown(wrong)).toEqual([])
  })

  /** Each sample with the frame that it claims. */
  function samples(): { readonly name: unknown; readonly point: FilePoint; readonly seen: readonly Sighting[] }[] {
    return tracks.flatMap((track) => {
      const own = truth.sightings.get(track.guid as string) ?? []
      return pointsOf(track.path, PATH_EVENTS)
        .filter(({ event }) => event === 'sample')
        .map((point) => ({
          name: track.name,
          point,
          seen: own.filter(({ frame, time }) => frame && Math.abs(time - point.time) <= ONE_FRAME_MS),
        }))
    })
  }

  test('have samples that are true within one frame: place, health, speed, weapon', () => {
    const wrong: string[] = []
    for (const { name, point, seen } of samples()) {
      const fits = seen.some(
        ({ client }) =>
          distance(client, point) < 0.1 &&
          client.health === point.health &&
          client.weapon === point.weapon &&
          Math.abs(client.speed - point.speed) < TENTH,
      )
      if (!fits) wrong.push(`${name}: ${JSON.stringify(point)}`)
    }
    expect(shown(wrong)).toEqual([])
  })

  test('have samples that tell standing, crouching and prone apart', () => {
    const wrong = samples()
      .filter(({ point, seen }) => !seen.some(({ client }) => stanceOf(client) === point.stance))
      .map(({ name, point }) => `${name} at ${point.time}: file ${point.stance}`)
    expect(shown(wrong)).toEqual([])
  })

  test('have samples that say sprint exactly while stamina falls', () => {
    const wrong = samples()
      .filter(({ point, seen }) => {
        const now = seen.find(({ time }) => time === point.time)
        return now !== undefined && (now.client.stamina < now.staminaBefore ? 1 : 0) !== point.sprint
      })
      .map(({ name, point }) => `${name} at ${point.time}: file ${point.sprint}`)
    expect(shown(wrong)).toEqual([])
  })

  test('leave a traversal for every sample on the cells of the map', () => {
    const expected = new Map<string, number>()
    for (const { point, seen } of samples()) {
      // a path is rounded to 0.1 units, which can carry a point over the edge of a cell
      const { x, y } = seen.find(({ time }) => time === point.time)?.client ?? point
      const key = `${Math.floor(x / 512)},${Math.floor(y / 512)}`
      expected.set(key, (expected.get(key) ?? 0) + 1)
    }
    const rows = rowsOf(round, 'movement_heatmap').filter(({ traversal }) => traversal !== 0)
    const written = rows.map(({ grid_x, grid_y, traversal }) => [`${grid_x},${grid_y}`, traversal])
    expect(Object.fromEntries(written)).toEqual(Object.fromEntries(expected))
  })

  test('tell the first move', () => {
    const wrong: string[] = []
    for (const track of tracks) {
      const moving = pointsOf(track.path, PATH_EVENTS).find(({ event, speed }) => event === 'sample' && speed > 10)
      if ((moving?.time ?? null) !== track.first_move_time_ms) wrong.push(`${track.name} ${track.spawn_time_ms}`)
    }
    expect(shown(wrong)).toEqual([])
  })
})
