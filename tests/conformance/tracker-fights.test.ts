import { describe, expect, test } from 'vitest'
import { POSITION_EVENTS } from '../../src/format/codec.ts'
import {
  cellDifferences,
  differences,
  type Expectation,
  ONE_FRAME_MS,
  rowDifferences,
  shown,
  TENTH,
} from './oracle/compare.ts'
import { crossfireDelay, crossfireParticipants, dodgeOf, type Fight } from './oracle/fights.ts'
import { classWord, nameInFile, teamWord } from './oracle/trace.ts'
import { pointsOf, recordedWithFiles, rowsOf } from './tracker-files.ts'

const KEY: readonly Expectation<Fight>[] = [
  ['target_guid', ({ target }) => target.guid],
  ['start_time_ms', ({ start }) => start],
]

describe.each(await recordedWithFiles())('the tracker on $recording: fights', ({ truth, file }) => {
  const { fights } = truth
  const all = rowsOf(file.round, 'engagements')
  const rows = all.filter(({ num_attackers }) => num_attackers !== 0)
  const reactions = rowsOf(file.round, 'reaction_metrics')

  test('are the fights of the living with their enemies, no more and no less', () => {
    expect(rowDifferences('ENGAGEMENTS', fights, rows, KEY)).toEqual([])
    expect(
      cellDifferences('ENGAGEMENTS', fights, rows, KEY, [
        ['target_name', ({ target }) => nameInFile(target.name)],
        ['target_team', ({ target }) => teamWord(target.team)],
      ]),
    ).toEqual([])
  })

  test('end as they did', () => {
    expect(
      cellDifferences('ENGAGEMENTS', fights, rows, KEY, [
        ['outcome', ({ outcome }) => outcome],
        ['end_time_ms', ({ end, outcome }) => end - (outcome === 'round_end' ? ONE_FRAME_MS / 2 : 0), ONE_FRAME_MS],
        ['killer_guid', ({ killer }) => killer?.guid],
        ['killer_name', ({ killer }) => killer && nameInFile(killer.name)],
      ]),
    ).toEqual([])
    for (const row of rows) expect(row.duration_ms).toBe((row.end_time_ms as number) - (row.start_time_ms as number))
  })

  test('without attackers are deaths without a fight', () => {
    const open = (guid: unknown, time: unknown) =>
      fights.some(({ target, end, outcome }) => target.guid === guid && end === time && outcome === 'killed')
    for (const { target_guid, start_time_ms, outcome } of all.filter(({ num_attackers }) => num_attackers === 0)) {
      const death = truth.deaths.find(({ victim, time }) => victim.guid === target_guid && time === start_time_ms)
      expect([death?.cause === 'kill', open(target_guid, start_time_ms), outcome]).toEqual([false, false, 'killed'])
    }
  })

  test('have the attackers that hit, with damage, hits, times and weapons by means of death', () => {
    const attackers = fights.flatMap((fight) => fight.attackers.map((attacker) => ({ fight, ...attacker })))
    expect(
      cellDifferences(
        'attackers of ENGAGEMENTS',
        attackers,
        rows.flatMap((row) => (row.attackers as readonly object[]).map((attacker) => ({ ...row, ...attacker }))),
        [
          ['target_guid', ({ fight }) => fight.target.guid],
          ['start_time_ms', ({ fight }) => fight.start],
          ['guid', ({ client }) => client.guid],
        ],
        [
          ['name', ({ client }) => nameInFile(client.name)],
          ['team', ({ client }) => teamWord(client.team)],
          ['damage', ({ damage }) => damage],
          ['hits', ({ hits }) => hits],
          ['first_hit_ms', ({ firstHit }) => firstHit],
          ['last_hit_ms', ({ lastHit }) => lastHit],
          ['got_kill', ({ gotKill }) => gotKill],
        ],
      ),
    ).toEqual([])
    const inOrder = (weapons: Iterable<readonly [number, number]>) => [...weapons].sort((a, b) => a[0] - b[0])
    const written = rows.flatMap((row) =>
      (row.attackers as readonly { guid: string; weapons: [number, number][] }[]).map(({ guid, weapons }) => [
        `${row.target_guid} ${row.start_time_ms} ${guid}`,
        inOrder(weapons),
      ]),
    )
    expect(Object.fromEntries(written)).toEqual(
      Object.fromEntries(
        attackers.map(({ fight, client, weapons }) => [
          `${fight.target.guid} ${fight.start} ${client.guid}`,
          inOrder(weapons),
        ]),
      ),
    )
  })

  test('sum up to the damage taken', () => {
    expect(
      cellDifferences('ENGAGEMENTS', fights, rows, KEY, [
        ['total_damage_taken', ({ attackers }) => attackers.reduce((sum, { damage }) => sum + damage, 0)],
        ['num_attackers', ({ attackers }) => attackers.length],
      ]),
    ).toEqual([])
  })

  test('are crossfires by the first hits of the first two attackers', () => {
    expect(
      cellDifferences('ENGAGEMENTS', fights, rows, KEY, [
        ['is_crossfire', (fight) => crossfireDelay(fight) !== undefined],
        ['crossfire_delay_ms', crossfireDelay],
        ['crossfire_participants', (fight) => crossfireParticipants(fight).map(({ guid }) => guid)],
      ]),
    ).toEqual([])
  })

  test('begin and end where the target was, the last live place at the end of the round', () => {
    expect(
      cellDifferences('ENGAGEMENTS', fights, rows, KEY, [
        ['start_x', ({ target }) => target.x, TENTH],
        ['start_y', ({ target }) => target.y, TENTH],
        ['start_z', ({ target }) => target.z, TENTH],
        ['end_x', ({ endPlace }) => endPlace.x, TENTH],
        ['end_y', ({ endPlace }) => endPlace.y, TENTH],
        ['end_z', ({ endPlace }) => endPlace.z, TENTH],
        ['distance_traveled', ({ distance }) => distance, TENTH],
      ]),
    ).toEqual([])
  })

  test('are answered as they were', () => {
    expect(
      cellDifferences(
        'REACTION_METRICS',
        fights,
        reactions.filter(({ num_attackers }) => num_attackers !== 0),
        KEY,
        [
          ['outcome', ({ outcome }) => outcome],
          ['target_class', ({ target }) => classWord(target.playerClass)],
          ['return_fire_ms', ({ returnFire }) => returnFire],
          ['support_reaction_ms', ({ support }) => support],
        ],
      ),
    ).toEqual([])
    const wrong: string[] = []
    for (const row of reactions) {
      const fight = all.find(({ engagement_id }) => engagement_id === row.engagement_id)
      const points = pointsOf(fight?.positions, POSITION_EVENTS)
      // the last point of the round is no movement of the player
      const moved = row.outcome === 'round_end' ? points.slice(0, -1) : points
      const dodge = dodgeOf(moved, row.start_time_ms as number) ?? null
      if (row.dodge_reaction_ms === dodge) continue
      wrong.push(
        `REACTION_METRICS ${row.engagement_id} dodge_reaction_ms: oracle ${dodge}, file ${row.dodge_reaction_ms}`,
      )
    }
    expect(shown(wrong)).toEqual([])
  })

  test('with several attackers are focused fire, scored by how fast they joined and how much they hit', () => {
    const score = ({ attackers, start, end }: Fight) => {
      const firsts = attackers.map(({ firstHit }) => firstHit)
      const spread = Math.max(...firsts) - Math.min(...firsts)
      const damage = attackers.reduce((sum, attacker) => sum + attacker.damage, 0)
      const perSecond = (damage * 1000) / Math.max(end - start, 100)
      return 0.6 * (1 - Math.min(spread / 2000, 1)) + 0.4 * Math.min(perSecond / 500, 1)
    }
    const ids = new Map(rows.map((row) => [`${row.target_guid} ${row.start_time_ms}`, row.engagement_id]))
    expect(
      differences(
        'FOCUS_FIRE',
        fights.filter(({ attackers }) => attackers.length >= 2),
        rowsOf(file.round, 'focus_fire'),
        [['engagement_id', ({ target, start }) => ids.get(`${target.guid} ${start}`)]],
        [
          ['target_guid', ({ target }) => target.guid],
          ['attacker_count', ({ attackers }) => attackers.length],
          ['attacker_guids', ({ attackers }) => attackers.map(({ client }) => client.guid)],
          ['total_damage', ({ attackers }) => attackers.reduce((sum, { damage }) => sum + damage, 0)],
          ['duration_ms', ({ start, end, outcome }) => end - start - (outcome === 'round_end' ? 25 : 0), 25],
          ['focus_score', score, 0.002],
        ],
      ),
    ).toEqual([])
  })

  test('leave their kills, hits and escapes on the cells of the map', () => {
    const cellOf = ({ x, y }: { x: number; y: number }) => [Math.floor(x / 512), Math.floor(y / 512)] as const
    const cells = new Map<string, { axis_kills: number; allies_kills: number; combat: number; escape: number }>()
    const count = (place: { x: number; y: number }, what: 'axis_kills' | 'allies_kills' | 'combat' | 'escape') => {
      const key = cellOf(place).join()
      const cell = cells.get(key) ?? { axis_kills: 0, allies_kills: 0, combat: 0, escape: 0 }
      cells.set(key, { ...cell, [what]: cell[what] + 1 })
    }
    for (const { outcome, killer, target, endPlace } of fights) {
      if (killer && killer.team !== target.team) count(endPlace, killer.team === 1 ? 'axis_kills' : 'allies_kills')
      if (outcome === 'escaped') count(endPlace, 'escape')
    }
    for (const { relation, target } of truth.hits) if (relation === 'enemy') count(target, 'combat')
    const written = new Map<string, Record<string, unknown>>()
    for (const section of ['kill_heatmap', 'movement_heatmap']) {
      for (const { grid_x, grid_y, ...counts } of rowsOf(file.round, section)) {
        const { traversal: _, ...others } = counts
        written.set(`${grid_x},${grid_y}`, { ...written.get(`${grid_x},${grid_y}`), ...others })
      }
    }
    const wrong: string[] = []
    for (const key of new Set([...cells.keys(), ...written.keys()])) {
      for (const column of ['axis_kills', 'allies_kills', 'combat', 'escape'] as const) {
        const expected = cells.get(key)?.[column] ?? 0
        const found = written.get(key)?.[column] ?? 0
        if (expected !== found) wrong.push(`cell ${key} ${column}: oracle ${expected}, file ${found}`)
      }
    }
    expect(shown(wrong)).toEqual([])
  })

  test('have a point for every hit', () => {
    for (const { target, start, attackers } of fights) {
      const row = rows.find(({ target_guid, start_time_ms }) => target_guid === target.guid && start_time_ms === start)
      const hits = pointsOf(row?.positions ?? { length: 0 }, POSITION_EVENTS).filter(({ event }) => event === 'hit')
      expect([start, hits.length]).toEqual([start, attackers.reduce((sum, attacker) => sum + attacker.hits, 0)])
    }
  })

  test('are numbered in order of opening and stand in order of closing', () => {
    const starts = [...all].sort((a, b) => (a.engagement_id as number) - (b.engagement_id as number))
    for (let i = 1; i < starts.length; i++) {
      expect(starts[i]?.start_time_ms).toBeGreaterThanOrEqual(starts[i - 1]?.start_time_ms as number)
      expect(all[i]?.end_time_ms).toBeGreaterThanOrEqual(all[i - 1]?.end_time_ms as number)
    }
    expect(new Set(all.map(({ engagement_id }) => engagement_id)).size).toBe(all.length)
  })
})
