import { beforeAll, expect, test } from 'vitest'
import { readNaively } from '../conformance/naive-reader.ts'
import { scenario, track } from '../support/tracker.ts'

/** Sections that importers from before this project know. They take a header for one of these by its beginning. */
const KNOWN = [
  ...['ENGAGEMENTS', 'PLAYER_TRACKS', 'KILL_HEATMAP', 'MOVEMENT_HEATMAP', 'OBJECTIVE_FOCUS', 'REACTION_METRICS'],
  ...['SPAWN_TIMING', 'TEAM_COHESION', 'CROSSFIRE_OPPORTUNITIES', 'FOCUS_FIRE', 'TEAM_PUSHES', 'TRADE_KILLS'],
  ...['REVIVES', 'WEAPON_ACCURACY', 'KILL_OUTCOME', 'HIT_REGIONS', 'COMBAT_POSITIONS', 'SHOT_FIRED', 'AIM_LOCK'],
  ...['SPAWN_SELECT', 'SKILL_SNAPSHOT', 'COMM_EVENTS', 'CARRIER_EVENTS', 'CARRIER_KILLS', 'CARRIER_RETURNS'],
  ...['VEHICLE_PROGRESS', 'ESCORT_CREDIT', 'CONSTRUCTION_EVENTS', 'OBJECTIVE_RUNS'],
]
const HEADER_KEYS = ['map', 'round', 'crossfire_window', 'escape_time', 'escape_distance', 'position_sample_interval']

let name = ''
let text = ''

beforeAll(async () => {
  const { rounds } = await track(scenario('two_rounds'))
  const [round] = rounds
  if (round === undefined) throw new Error('no file')
  name = round.name
  text = Buffer.from(round.bytes).toString('latin1')
})

test('an older importer reads every row of the sections that it knows, column by column', () => {
  const { header, rows } = readNaively(text)
  expect(rows.ENGAGEMENTS?.length).toBeGreaterThan(0)
  expect(rows.PLAYER_TRACKS?.length).toBeGreaterThan(0)
  // one of these that is no integer costs an older importer the whole file
  for (const key of HEADER_KEYS.slice(1)) expect(header[key], key).toMatch(/^\d+$/)
  expect(Object.keys(rows).filter((section) => KNOWN.includes(section)).length).toBeGreaterThan(12)
})

test('an older importer skips the sections of this tracker, and takes none for one of its own', () => {
  let section = ''
  for (const line of text.split('\n')) {
    if (/^# [A-Z_]+$/.test(line)) section = line.slice(2)
    const own = section !== '' && !KNOWN.includes(section)
    if (own) expect(line === '' || line.startsWith('#'), `${section}: ${line}`).toBe(true)
    const taken = KNOWN.filter((known) => line.startsWith(`# ${known}`))
    if (own) expect(taken, line).toEqual([])
    // header keys are looked for in every line
    if (section !== '')
      expect(
        HEADER_KEYS.filter((key) => line.startsWith(`# ${key}=`)),
        line,
      ).toEqual([])
  }
})

test('the sections stand in the order of the format, with their names as they are', () => {
  const order = text.split('\n').filter((line) => /^# [A-Z_]+$/.test(line))
  const known = order.map((line) => line.slice(2)).filter((section) => KNOWN.includes(section))
  expect(known).toEqual(KNOWN.filter((section) => known.includes(section)))
})

test('the name tells map and half as older importers read them', () => {
  expect(name).toMatch(/(^|\/)\d{4}-\d{2}-\d{2}-\d{6}-[a-z_]+-round-[12]_engagements\.txt$/)
})
