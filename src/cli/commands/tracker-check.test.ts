import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type RoundFileOptions, roundFile } from '../../../tests/support/round-files.ts'
import { TRACKER_SETTINGS } from '../../format/tracker-settings.ts'
import { inFolder, runHere } from '../cli.fixtures.ts'

const DEFAULTS = TRACKER_SETTINGS.map((setting) => `${setting.name}:${setting.default}`).join()
const OWN = {
  build: 'Proximity 1',
  trailer: true,
  server_name: 'scrim-1',
  header: {
    build_hash: '1a2b3c4d',
    settings: DEFAULTS,
    engine_version: 'v2.83.2',
    lua_version: 'Lua 5.4',
    tracker_version_full: 'Proximity 1.0.0',
  },
} as const satisfies RoundFileOptions

/** What the command says about a file, for people and for programs. */
async function checked(bytes: Uint8Array | string) {
  return await inFolder(async (folder) => {
    writeFileSync(join(folder, 'round.txt'), bytes)
    const ran = await runHere(['tracker', 'check', 'round.txt'], { folder })
    const json = await runHere(['tracker', 'check', '--json', 'round.txt'], { folder })
    expect(json.exitCode).toBe(ran.exitCode)
    return { ...ran, json: json.out === '' ? undefined : JSON.parse(json.out) }
  })
}

test('a file of this tracker tells who wrote it, on what, and how', async () => {
  const { out, json, exitCode } = await checked(roundFile(OWN).bytes)
  expect(exitCode).toBe(0)
  expect(out).toContain('written by  Proximity 1.0.0, build 1a2b3c4d\n')
  expect(out).toContain('server      scrim-1\n  engine      v2.83.2, Lua 5.4\n  file        complete\n')
  expect(out).toContain('settings    9a04, all as they are without a config\n')
  expect(json).toMatchObject({ tracker: 'proximity', build: 'Proximity 1.0.0', complete: true, changed_settings: [] })
  expect(json.settings).toMatchObject({ grid_size: '512', server_name: '' })
})

test('settings that differ are named, with the value that they have without a config', async () => {
  const settings = `${DEFAULTS.replace('grid_size:512', 'grid_size:256')},sensors.aim_lock:false`
  const { out, json } = await checked(roundFile({ ...OWN, header: { ...OWN.header, settings } }).bytes)
  expect(out).toContain('grid_size  256  (without a config 512)\n    sensors.aim_lock  false\n')
  expect(json.changed_settings).toEqual([
    { name: 'grid_size', value: '256', default: '512' },
    { name: 'sensors.aim_lock', value: 'false', default: null },
  ])
})

test('each sensor that is off or failed is told, with its reason', async () => {
  const text = Buffer.from(roundFile({ ...OWN, trailer: false }).bytes).toString()
  const capture = text.slice(text.indexOf('# CAPTURE'))
  const { out, json } = await checked(
    `${text.slice(0, text.indexOf('# CAPTURE'))}${capture.split('\n').slice(0, 2).join('\n')}
#;shot_fired;on;3;0;0;;;
#;aim_lock;failed;0;0;7;250;900;no usable ps.viewangles
#;vehicle_tracking;off;0;0;0;;;
`,
  )
  expect(out).toContain('aim_lock                 failed: 7 reads that the engine refused; ')
  expect(out).toContain('looked after 900 ms at worst, not 250; no usable ps.viewangles\n')
  expect(out).toMatch(/vehicle_tracking +off\n/)
  expect(out).not.toMatch(/^ +shot_fired/m)
  const sensors: { sensor: string }[] = json.sensors
  expect(sensors.find(({ sensor }) => sensor === 'aim_lock')).toEqual({
    sensor: 'aim_lock',
    state: 'failed',
    rows: 0,
    rejected_rows: 0,
    refused_reads: 7,
    interval_ms: 250,
    longest_interval_ms: 900,
    reason: 'no usable ps.viewangles',
  })
})

test('a file of the original is told by the build that the reader sees in it', async () => {
  const { out, json, exitCode } = await checked(roundFile({ build: '4.2b' }).bytes)
  expect(exitCode).toBe(0)
  expect(out).toContain('written by  build 4.2b of the original tracker, by what is in the file\n')
  expect(out).toContain('without a trailer, so that nothing tells whether it is complete\n')
  expect(json).toMatchObject({ tracker: null, complete: null, settings: null, changed_settings: null })
})

test('an incomplete file is told with the reason, and the exit code is 3', async () => {
  const { out, json, exitCode } = await checked(roundFile(OWN).bytes.slice(0, -30))
  expect(exitCode).toBe(3)
  expect(out).toContain('file        INCOMPLETE: the file stops inside its trailer')
  expect(json).toMatchObject({ complete: false, incomplete_because: expect.stringContaining('inside its trailer') })
})

test('what is no round file fails with a sentence', async () => {
  expect(await checked('hello\n')).toMatchObject({
    exitCode: 1,
    err: expect.stringMatching(/round\.txt: no round file/),
  })
  const missing = await runHere(['tracker', 'check', 'nowhere.txt'])
  expect(missing).toMatchObject({ exitCode: 1, err: expect.stringContaining('there is no such file or folder') })
})
