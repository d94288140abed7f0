import { describe, expect, test } from 'vitest'
import { NATIVE_LUAS } from '../support/native-lua.ts'
import { MOD, SmallServer, WORLD } from '../support/small-server.ts'
import { onlyRound, type Tracked, track, trackerProgram } from '../support/tracker.ts'

/** Everybody fights, dies, is revived, fires and walks: every field that the tracker ever reads is read. */
function busyRound(): SmallServer {
  const server = new SmallServer().join(0).join(1).join(2).join(3, { guid: '' })
  server.tape.configstrings({ 28: '\\200\\tank' })
  server.tape.entity(200, { classname: 'script_mover', spawnflags: 16, 'r.currentOrigin': [0, 0, 0], health: 100 })
  server.tape.entity(201, { classname: 'trigger_flagonly_multiple', 'r.currentOrigin': [0, 0, 0] })
  server.restart(0)
  server.tape.move(0, 4_000, [900, 50, 24])
  server.run(1_000).hit(0, 1, 30).hit(1, 0, 20).run(500)
  server.tape.call('et_WeaponFire', 0, 3)
  server.print('Item: 0 team_CTF_redflag').set(0, { 'ps.powerups[5]': 1 }).run(500)
  server.tape.entity(200, { 'r.currentOrigin': [200, 0, 0] })
  server.hit(0, 1, 80).run(500).revive(1, 3).run(500).hit(2, 3, 200, { mod: MOD.grenade }).run(500).tapOut(3)
  server.run(500).spawn(3).run(1_000).die(0, WORLD, MOD.falling).run(1_000)
  return server.end().shutdown(1)
}

/** Counts what a field is asked for in a round, and answers with whatever `answer` says; the count is printed at the end. */
function badField(field: string, answer: string): string {
  return `
local field, bad, asked, real = "${field}", ${answer}, 0, et.gentity_get
function et.gentity_get(entity, name, index)
  if name ~= field or et.trap_Cvar_Get("gamestate") == "2" then return real(entity, name, index) end
  asked = asked + 1
  return bad(asked, real(entity, name, index))
end
local down = et.RegisterModname
function et.RegisterModname(name)
  local shutdown = et_ShutdownGame
  function et_ShutdownGame(restart) shutdown(restart) et.G_Print("asked " .. asked) end
  down(name)
end`
}

const RAISES = 'function() error("this build has no such field") end'

/** The numbers of L-1, one after the other, wherever a number or a vector was. */
const NONSENSE = `(function()
  local values = { "text", 1e300, 0 / 0, -0.5, 2 ^ 63, -2 ^ 63, 1 / 0, {}, false }
  return function(asked, value)
    local bad = values[asked % #values + 1]
    if type(value) == "table" then return { bad, value[2], bad } end
    return bad
  end
end)()`

/** Every field of an entity that the tracker reads in such a round. */
async function fieldsRead(): Promise<string[]> {
  const tracked = await track(busyRound(), {
    before: `
local seen, real = {}, et.gentity_get
function et.gentity_get(entity, name, index)
  if not seen[name] then et.G_Print("field " .. name) end
  seen[name] = true
  return real(entity, name, index)
end`,
  })
  return tracked.report.prints.flatMap((line) => /^field (.*)$/.exec(line)?.slice(1) ?? [])
}

const FIELDS = await fieldsRead()

function refusals({ round }: Tracked['rounds'][number]): number {
  return round.rows.capture.reduce((sum, { refused_reads }) => sum + refused_reads, 0)
}

test('the round that these rules are tried on reads the fields that matter', () => {
  expect(FIELDS).toEqual(expect.arrayContaining(['ps.origin', 'health', 'sess.sessionTeam', 'r.svFlags', 'ps.stats']))
  expect(FIELDS.length).toBeGreaterThan(20)
})

describe.each(NATIVE_LUAS)('on %s', (lua) => {
  test.each(FIELDS)('nonsense in %s breaks no file (L-1)', async (field) => {
    const tracked = await track(busyRound(), { lua, before: badField(field, NONSENSE) })
    expect(tracked.report.errors).toEqual([])
    const file = onlyRound(tracked)
    expect([file.problems, file.round.completeness]).toEqual([[], 'complete'])
  })
})

test.each(FIELDS)('a field %s that cannot be read is named, and each refused read is counted (L-15)', async (field) => {
  const tracked = await track(busyRound(), { before: badField(field, RAISES) })
  expect(tracked.report.errors).toEqual([])
  const file = onlyRound(tracked)
  const asked = Number(tracked.report.prints.map((line) => /^asked (\d+)$/.exec(line)?.[1]).find(Boolean))
  expect(asked).toBeGreaterThan(0)
  expect(refusals(file)).toBe(asked)
  expect(file.round.rows.capture.some(({ reason }) => reason.includes(field))).toBe(true)
})

test('no number reaches a text but through the one writer (L-1)', () => {
  const formats = [...trackerProgram().matchAll(/string\.format\(\s*(\S+)/g)].map(([, format]) => format)
  // the hash of the settings: two whole numbers below 2^16; points, which point-text.test.ts holds to the one writer
  expect(formats.sort()).toEqual(['"%04x%04x",', 'PATH.text,', 'POSITION.text,'])
})

test('what could not be read is empty, and is no zero (L-15, L-16)', async () => {
  const without = async (field: string) =>
    onlyRound(await track(busyRound(), { before: badField(field, RAISES) })).round
  const angles = await without('ps.viewangles')
  expect(angles.rows.damage).toEqual([])
  const powerless = await without('r.svFlags')
  expect(powerless.rows.players.length).toBe(4)
  const classless = await without('sess.playerType')
  expect(new Set(classless.rows.lives.map(({ player_class }) => player_class))).toEqual(new Set(['UNKNOWN']))
})

test('unknown is empty, and zero is zero (L-16)', async () => {
  const server = new SmallServer({ timelimit: '0', g_currentRound: '' })
    .join(0, { at: [0, 0, 0] })
    .join(1)
    .restart(0)
  server.run(1_000).die(0, WORLD, MOD.falling, 0).run(1_000).die(1, 1, MOD.suicide).run(500).end()
  const { round } = onlyRound(await track(server))
  const [fallen, suicide] = round.rows.deaths
  expect(fallen).toMatchObject({ killer_guid: null, killer_x: null, killer_health: null, victim_x: 0, victim_y: 0 })
  expect(suicide).toMatchObject({ killer_health: null, killer_x: 100 })
  expect(round.rows.round_outcome[0]).toMatchObject({ time_limit_ms: null, time_to_beat_ms: null, pause_count: 0 })
  expect(round.rows.players[0]).toMatchObject({ disconnect_time_ms: null, connect_time_ms: 500 })
  expect(round.rows.lives.find(({ event }) => event === 'downed')).toMatchObject({ health: 0, x: 0, other_guid: null })
  expect(round.rows.reinforcements[0]).toMatchObject({ offset_ms: null })
})

test('a place outside of any map is refused and counted, and adds no way (L-17)', async () => {
  const round = async (bad: boolean) => {
    const server = new SmallServer().join(0).join(1).restart(0).run(1_000)
    if (bad) server.set(1, { 'ps.origin': [6e24, 0, 1e10] })
    server.run(1_000)
    if (bad) server.set(1, { 'ps.origin': [100, 50, 24] })
    return onlyRound(await track(server.run(1_000).end()))
  }
  const [good, bad] = [await round(false), await round(true)]
  expect(refusals(good)).toBe(0)
  expect(refusals(bad)).toBeGreaterThan(4)
  // refused where it is read: no sensor ever hears of it
  expect(bad.round.rows.capture.filter(({ rejected_rows }) => rejected_rows > 0)).toEqual([])
  expect(bad.round.rows.capture.find(({ sensor }) => sensor === 'player_tracks')?.reason).toContain('ps.origin')
  const places = bad.round.rows.player_tracks.map(({ path }) => [Math.min(...path.x), Math.max(...path.x)])
  expect(places).toEqual(good.round.rows.player_tracks.map(({ path }) => [Math.min(...path.x), Math.max(...path.x)]))
  expect(bad.round.rows.movement_heatmap.length).toBe(good.round.rows.movement_heatmap.length)
})

test('damage to nobody, by nobody or beyond measure is rejected and counted, and changes no sum (L-17)', async () => {
  const server = new SmallServer().join(0).join(1).restart(0).run(1_000).hit(0, 1, 20)
  server.tape.call('et_Damage', 1, 0, 99_999, 0, MOD.mp40)
  server.tape.call('et_Damage', 1, 0, -5, 0, MOD.mp40)
  server.tape.call('et_Damage', 9, 0, 30, 0, MOD.mp40)
  // corpses and things of the map are hit all the time: that is no fault
  server.tape.call('et_Damage', 77, 0, 30, 0, MOD.mp40)
  server.tape.call('et_Damage', 1022, 0, 30, 0, MOD.mp40)
  server.tape.call('et_Obituary', 9, 0, MOD.mp40)
  server.tape.call('et_Obituary', 77, 0, MOD.mp40)
  const tracked = await track(server.run(500).end())
  expect(tracked.report.errors).toEqual([])
  const { round } = onlyRound(tracked)
  expect(round.rows.damage.map(({ damage }) => damage)).toEqual([20])
  expect(round.rows.engagements.map(({ total_damage_taken }) => total_damage_taken)).toEqual([20])
  expect(round.rows.deaths).toEqual([])
  expect(round.rows.capture.find(({ sensor }) => sensor === 'damage')).toMatchObject({ rows: 1, rejected_rows: 3 })
})
