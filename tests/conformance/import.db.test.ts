import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { importFile } from '../../src/importer/import-file.ts'
import { rebuild } from '../../src/importer/rebuild.ts'
import { parseRound } from '../../src/parser/parse-round.ts'
import { loadRound } from '../../src/store/load-round.ts'
import { eachEngine } from '../support/databases.ts'
import { dump } from '../support/dump.ts'

const ROOT = join(import.meta.dirname, '../../../shared/conformance')
const FOLDERS = ['rounds/v42', 'rounds/current', 'api/files']
const OPTIONS = { timeZone: 'UTC', now: Date.UTC(2026, 10, 21) }

const FILES = FOLDERS.flatMap((folder) =>
  readdirSync(join(ROOT, folder)).map((name) => ({
    // the same match, recorded by two trackers on two servers, has the same names in both folders
    server: folder,
    name,
    bytes: readFileSync(join(ROOT, folder, name)),
  })),
)

eachEngine('files of a real game server', (store) => {
  test('are imported without a line left over, and the stored facts give each of them back', async () => {
    for (const { server, ...file } of FILES) {
      const result = await importFile(store().db, file, { ...OPTIONS, server })
      expect(result).toMatchObject({
        state: 'imported',
        completeness: 'unverified',
        rows_reported: 0,
        problem_count: 0,
      })
      const { round } = parseRound(file.bytes)
      const told = { ...round, sections: { ...round.sections } }
      expect(await loadRound(store().db, result.round_id as number)).toEqual(told)
    }
    expect(FILES.length).toBeGreaterThanOrEqual(11)
  })

  test('read in SQL as they read in the file, through every view', async () => {
    for (const { server, ...file } of FILES) await importFile(store().db, file, { ...OPTIONS, server })
    const rounds = FILES.map(({ bytes }) => parseRound(bytes).round)
    const count = (key: keyof (typeof rounds)[0]['rows']) => rounds.reduce((sum, { rows }) => sum + rows[key].length, 0)
    const views = {
      combat_engagement: count('engagements'),
      player_track: count('player_tracks'),
      player_track_sample: rounds
        .flatMap(({ rows }) => rows.player_tracks)
        .reduce((sum, { path }) => sum + path.length, 0),
      proximity_reaction_metric: count('reaction_metrics'),
      proximity_team_cohesion: count('team_cohesion'),
      proximity_hit_region: count('hit_regions'),
      proximity_shot_fired: count('shot_fired'),
      proximity_aim_lock: count('aim_lock'),
      proximity_spawn_timing: count('spawn_timing'),
      proximity_kill_outcome: count('kill_outcome'),
      proximity_combat_position: count('combat_positions'),
      proximity_carrier_event: count('carrier_events'),
      proximity_objective_run: count('objective_runs'),
      proximity_objective_focus: count('objective_focus'),
      proximity_revive: count('revives'),
    }
    for (const [view, rows] of Object.entries(views)) {
      const { rows: found } = await sql<{ n: number }>`select count(*) as n from ${sql.table(view)}`.execute(store().db)
      expect([view, found[0]?.n]).toEqual([view, rows])
    }
    const shots =
      await sql<object>`select time_ms, player_guid, weapon_id, x, y, z, yaw, pitch from proximity_shot_fired
      where map_name = 'supply' and round_id in (select id from rounds where format = 6) order by id`.execute(
        store().db,
      )
    const written = rounds.find(({ format, header }) => format === 6 && header.map_name === 'supply')?.rows.shot_fired
    expect(shots.rows).toEqual(written?.map(({ guid, ...shot }) => ({ ...shot, player_guid: guid })))
  })

  test('a rebuild changes nothing', async () => {
    for (const { server, ...file } of FILES) await importFile(store().db, file, { ...OPTIONS, server })
    const before = await dump(store())
    expect(await rebuild(store())).toBe(FILES.length)
    expect(await dump(store())).toEqual(before)
  })
})
