import { describe, expect, test } from 'vitest'
import { SECTIONS, type Section, type SectionKey } from '../../src/format/sections.ts'
import { SmallServer } from '../support/small-server.ts'
import { onlyRound, scenario, track } from '../support/tracker.ts'

const CONFIG = 'proximity_config.lua'

function shortRound(cvars: Readonly<Record<string, string>> = {}): SmallServer {
  return new SmallServer(cvars).join(0).join(1).restart(0).run(2_000).hit(0, 1, 20).run(500).end()
}

/** The settings that the file of such a round states. */
async function stated(cvars: Readonly<Record<string, string>>, config?: string) {
  const tracked = await track(shortRound(cvars), config === undefined ? {} : { given: { [CONFIG]: config } })
  expect(tracked.report.errors).toEqual([])
  const { header } = onlyRound(tracked).round
  const settings = new Map((header.settings ?? '').split(',').map((pair) => pair.split(':') as [string, string]))
  return { settings, header, prints: tracked.report.prints }
}

test('the file states every setting in force, and a hash that changes with any of them (L-13)', async () => {
  const usual = await stated({})
  expect(Object.fromEntries(usual.settings)).toMatchObject({
    ...{ enabled: 'true', profile: 'full', output_dir: 'proximity/', crossfire_window_ms: '1000' },
    ...{ position_sample_interval: '200', journal_interval_ms: '30000', player_messages: 'true' },
  })
  const hashes = [usual.header.settings_hash]
  for (const [name, value] of [
    ['position_sample_interval', '100'],
    ['min_damage', '2'],
    ['player_messages', '0'],
    ['server_name', 'another'],
    ['output_dir', 'elsewhere'],
  ] as const) {
    hashes.push((await stated({ [`proximity_${name}`]: value })).header.settings_hash)
  }
  expect(new Set(hashes).size).toBe(hashes.length)
  expect((await stated({})).header.settings_hash).toBe(usual.header.settings_hash)
  expect(usual.header.settings_hash).toMatch(/^[0-9a-f]{8}$/)
})

test('the file of settings beside the module changes what it names, and a cvar wins over it (L-13)', async () => {
  const config = 'return { grid_size = 256, min_damage = 5, player_messages = false, sensors = { aim_lock = false } }'
  const { settings, header } = await stated({ proximity_min_damage: '7' }, config)
  expect([settings.get('grid_size'), settings.get('min_damage'), settings.get('player_messages')]).toEqual([
    '256',
    '7',
    'false',
  ])
  expect([settings.get('sensors.aim_lock'), header.capabilities?.aim_lock]).toEqual(['false', 'off'])
  expect([settings.get('escape_distance'), header.escape_distance]).toEqual(['300', 300])
})

test.each([
  ['grid_size', '0'],
  ['grid_size', '1.5'],
  ['grid_size', 'wide'],
  ['position_sample_interval', '-200'],
  ['position_sample_interval', '1e300'],
  ['enabled', 'maybe'],
  ['profile', 'everything'],
  ['output_dir', '../../etc'],
  ['output_dir', 'x'.repeat(80)],
])('a wrong %s (%s) is said, and the default stays (L-13)', async (name, value) => {
  const { settings, prints } = await stated({ [`proximity_${name}`]: value })
  const usual = await stated({})
  expect(settings.get(name)).toBe(usual.settings.get(name))
  const said = prints.filter((line) => line.includes(`proximity_${name} `))
  expect(said.length).toBe(1)
  expect(said[0]).toContain(`not "${value}"`)
})

test.each([
  ['no Lua at all', 'return {{{', 'is not used'],
  ['an error', 'error("broken")', 'is not used'],
  ['no table', 'return 7', 'must return a table'],
  ['nothing', '', 'must return a table'],
  ['a setting that there is not', 'return { grid = 5 }', 'there is no setting grid'],
  ['a wrong switch', 'return { sensors = { aim_lock = "no" } }', 'sensors.aim_lock must be true or false'],
  ['no switches', 'return { sensors = 5 }', 'sensors must be a table'],
  ['a number as a name', 'return { 5 }', 'there is no setting 1'],
  ['a table as a number', 'return { grid_size = {} }', 'grid_size'],
])('a file of settings with %s is said, and the defaults stay (L-13)', async (_, config, said) => {
  const { settings, prints } = await stated({}, config)
  expect(Object.fromEntries(settings)).toEqual(Object.fromEntries((await stated({})).settings))
  expect(prints.filter((line) => line.includes(said)).length).toBe(1)
})

test('a switch for a sensor that there is not is said (L-13)', async () => {
  const { prints } = await stated({}, 'return { sensors = { aimlock = false } }')
  expect(prints.filter((line) => line.includes('aimlock')).length).toBe(1)
})

const KILLS = ['lives', 'deaths', 'kill_outcome', 'revives', 'trade_kills', 'spawn_timing', 'combat_positions']
const EXPLAINING = ['players', 'reinforcements', 'game_events', 'pauses', 'round_outcome', 'link_codes', 'capture']
const FIGHTS = [
  ...['engagements', 'player_tracks', 'kill_heatmap', 'movement_heatmap', 'objective_focus', 'reaction_metrics'],
  ...['focus_fire', 'weapon_accuracy', 'carrier_events', 'carrier_kills', 'carrier_returns', 'construction_events'],
]

describe.each([
  ['kills', [...KILLS, ...EXPLAINING]],
  ['engagements', [...KILLS, ...EXPLAINING, ...FIGHTS]],
] as const)('the profile %s', (profile, recorded) => {
  test('records what it says, declares the rest as off, and changes no row of what is left (L-14)', async () => {
    const given = { [CONFIG]: `return { profile = "${profile}" }` }
    const full = onlyRound(await track(scenario('odd_deaths'))).round
    const tracked = await track(scenario('odd_deaths'), { given })
    expect(tracked.report.errors).toEqual([])
    const { round } = onlyRound(tracked)
    const on = Object.entries(round.sensors).filter(([, state]) => state === 'on')
    expect(on.map(([key]) => key).sort()).toEqual([...recorded].sort())
    for (const { key } of SECTIONS as readonly Section[]) {
      const name = key as SectionKey
      if (round.sensors[name] === 'off') expect([key, round.rows[name]]).toEqual([key, []])
      // made with fights, which this profile does not follow
      else if (key !== 'capture') expect([key, round.rows[name]]).toEqual([key, full.rows[name]])
    }
    expect(round.rows.deaths.length).toBeGreaterThan(3)
  })
})

test('the full profile records everything but what people say to each other (L-14)', async () => {
  const { round } = onlyRound(await track(shortRound()))
  const off = Object.entries(round.sensors).filter(([, state]) => state !== 'on')
  expect(off).toEqual([['comm_events', 'off']])
})

test('switched off it does nothing at all', async () => {
  const server = new SmallServer({ proximity_enabled: '0' }).join(0).join(1).restart(0).run(2_000).hit(0, 1, 150)
  server.tape.command(0, 'proximity_link', 'abcd-1234')
  const tracked = await track(server.run(500).end().shutdown(1), {
    before: 'function et.gentity_get() et.G_Print("a read") error("read") end',
  })
  expect([...tracked.files.keys()]).toEqual([])
  expect(tracked.report.errors).toEqual([])
  expect(tracked.report.prints).toEqual([expect.stringContaining('is switched off (proximity_enabled 0)')])
  expect(tracked.report.server_commands.map(({ text }) => text)).toEqual([expect.stringContaining('switched off')])
})
