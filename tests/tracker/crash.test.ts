import { describe, expect, test } from 'vitest'
import { parseRound } from '../../src/parser/parse-round.ts'
import { LUAS } from '../support/lua-programs.ts'
import { guidOf, SmallServer } from '../support/small-server.ts'
import { onlyRound, scenario, type Tracked, track } from '../support/tracker.ts'

const INTERVAL_MS = 5_000
const JOURNALED = { proximity_journal_interval_ms: String(INTERVAL_MS) }

/** A round with a hit every second. */
function firing(seconds: number, cvars: Readonly<Record<string, string>> = {}): SmallServer {
  const server = new SmallServer({ ...JOURNALED, ...cvars }).join(0).join(1).restart(0)
  for (let i = 0; i < seconds; i++) server.run(1_000).hit(0, 1, 1)
  return server
}

/** The process dies, and is started again into a warm-up. */
function startAgain(server: SmallServer): SmallServer {
  server.tape.kill()
  server.tape.cvars({ gamestate: '2' })
  server.tape.vm()
  server.tape.call('et_InitGame', server.now, 1, 0)
  return server
}

/** What the journal's files hold when the module has come to its end. */
function leftovers({ files }: Tracked): string[] {
  return [...files].filter(([name, bytes]) => /journal|\.tmp$/.test(name) && bytes.length > 0).map(([name]) => name)
}

describe.each(LUAS)('a server that dies in mid-round, on %s', (lua) => {
  test('leaves a file marked incomplete, with everything up to the last look (L-2)', async () => {
    const server = firing(33)
    const died_ms = server.now - server.start
    const tracked = await track(startAgain(server).run(500), { lua })
    expect(tracked.report.errors).toEqual([])
    const { round, problems } = onlyRound(tracked)
    expect(round.completeness).toBe('incomplete')
    expect(problems.filter(({ lost }) => lost !== 'note')).toEqual([])
    expect(leftovers(tracked)).toEqual([])
    const { damage, player_tracks, players } = round.rows
    expect(died_ms - (damage.at(-1)?.time_ms ?? 0)).toBeLessThanOrEqual(INTERVAL_MS + 1_000)
    expect(damage.map(({ damage }) => damage)).toEqual(damage.map(() => 1))
    // the lives that went on are there too, once each
    expect(player_tracks.map(({ guid, death_type }) => [guid, death_type])).toEqual([
      [guidOf(0), 'shutdown'],
      [guidOf(1), 'shutdown'],
    ])
    for (const { path } of player_tracks) {
      expect(died_ms - (path.time_ms.at(-1) ?? 0)).toBeLessThanOrEqual(INTERVAL_MS + 1_000)
    }
    expect(players.map(({ guid }) => guid)).toEqual([guidOf(0), guidOf(1)])
    // and the fight, which had a hit a second from the beginning
    const { engagements } = round.rows
    expect(engagements).toMatchObject([{ engagement_id: 1, outcome: 'shutdown' }])
    expect(died_ms - (engagements[0]?.end_time_ms ?? 0)).toBeLessThanOrEqual(INTERVAL_MS + 1_000)
    expect(tracked.report.prints.filter((line) => line.includes('marked incomplete')).length).toBe(1)
  })
})

/** Kills the process after so many calls that write to a file. */
function dyingAfter(writes: number): string {
  return `
local left, write = ${writes}, et.trap_FS_Write
function et.trap_FS_Write(text, count, fd)
  left = left - 1
  if left < 0 then return count end
  if left == 0 then count = math.floor(count * 2 / 3) text = string.sub(text, 1, count) end
  return write(text, count, fd)
end`
}

test.each(Array.from({ length: 40 }, (_, i) => i + 1))(
  'after %i writes to the disk, no row is doubled or wrong (L-2)',
  async (writes) => {
    const died = await track({ tape: withKill(firing(33)) }, { before: dyingAfter(writes) })
    const left = Object.fromEntries(
      [...died.files].map(([name, bytes]) => [name, Buffer.from(bytes).toString('latin1')]),
    )
    const again = new SmallServer(JOURNALED).restart(2).run(500)
    const tracked = await track(again, { given: left })
    expect(tracked.report.errors).toEqual([])
    expect(leftovers(tracked)).toEqual([])
    for (const { round, problems } of tracked.rounds) {
      expect(round.completeness).toBe('incomplete')
      expect(problems.filter(({ lost }) => lost !== 'note')).toEqual([])
      const times = round.rows.damage.map(({ time_ms }) => time_ms)
      expect(times).toEqual(times.map((_, i) => 1_750 + 1_000 * i))
      const guids = round.rows.player_tracks.map(({ guid }) => guid)
      expect(new Set(guids).size).toBe(guids.length)
    }
  },
)

/** As {@link dyingAfter}, but so many files are still written whole. */
function dyingAfterFiles(files: number): string {
  return `
local left, write, close = ${files}, et.trap_FS_Write, et.trap_FS_FCloseFile
function et.trap_FS_Write(text, count, fd) return left > 0 and write(text, count, fd) or count end
function et.trap_FS_FCloseFile(fd) left = left - 1 return close(fd) end`
}

function withKill(server: SmallServer): SmallServer['tape'] {
  server.tape.kill()
  return server.tape
}

test('a server that dies between the two files of the journal loses one interval, and doubles nothing (L-2)', async () => {
  // written after 5 s: open rows, ended rows; after 10 s: open rows, and that was it
  const died = await track({ tape: withKill(firing(12)) }, { before: dyingAfterFiles(3) })
  const left = Object.fromEntries([...died.files].map(([name, bytes]) => [name, Buffer.from(bytes).toString('latin1')]))
  const { round } = onlyRound(await track(new SmallServer(JOURNALED).restart(2).run(500), { given: left }))
  expect(round.rows.damage.length).toBeGreaterThanOrEqual(3)
  expect(round.rows.player_tracks.length).toBeLessThanOrEqual(2)
})

test('a server that dies while the last file is written leaves an incomplete one, and not two (L-2)', async () => {
  const server = firing(33).end('Timelimit hit.', 100)
  const tracked = await track(startAgain(server).run(500), {
    before: `
local open = et.trap_FS_FOpenFile
function et.trap_FS_FOpenFile(name, mode)
  if string.find(name, "%.tmp$") and et.trap_Cvar_Get("gamestate") == "3" then error("the process is gone") end
  return open(name, mode)
end`,
  })
  expect(onlyRound(tracked).round.completeness).toBe('incomplete')
  expect(leftovers(tracked)).toEqual([])
})

test('a journal that says nothing of its round is thrown away, and the console says so (L-4)', async () => {
  const given = { 'proximity/journal-27960.txt': 'nonsense\n' }
  const tracked = await track(new SmallServer().join(0).restart(0).run(1_000).end(), { given })
  expect(tracked.report.prints.filter((line) => line.includes('cannot be used')).length).toBe(1)
  expect(onlyRound(tracked).round.completeness).toBe('complete')
})

test('after a clean end the journal is empty', async () => {
  const tracked = await track(firing(33).end().shutdown(1))
  expect(onlyRound(tracked).round.completeness).toBe('complete')
  expect([...tracked.files.keys()].filter((name) => name.includes('journal')).length).toBe(2)
  expect(leftovers(tracked)).toEqual([])
})

test('a server that dies after the round is in its file, before the map changes, leaves no second file of it (L-2)', async () => {
  const died = await track({ tape: withKill(firing(33).end()) })
  expect(onlyRound(died).round.completeness).toBe('complete')
  const left = Object.fromEntries([...died.files].map(([name, bytes]) => [name, Buffer.from(bytes).toString('latin1')]))
  expect(left['proximity/journal-27960.txt']).not.toBe('')
  const again = await track(new SmallServer(JOURNALED).restart(2).run(500), { given: left })
  expect(onlyRound(again).round.completeness).toBe('complete')
  expect(leftovers(again)).toEqual([])
})

test('a round without anybody leaves no file', async () => {
  const tracked = await track(new SmallServer(JOURNALED).restart(0).run(12_000).end().shutdown(1))
  expect(tracked.rounds).toEqual([])
  expect(leftovers(tracked)).toEqual([])
})

describe.each([
  ['map_change', 'map_change', 0],
  ['restart', 'restart', 1],
  ['reset_match', 'restart', 1],
  ['server_stop', 'server_stop', 0],
] as const)('%s in mid-round', (name, reason, more) => {
  test('writes the file at once, and says why it ended', async () => {
    const tracked = await track(scenario(name))
    expect(tracked.report.errors).toEqual([])
    expect(tracked.rounds.length).toBe(1 + more)
    const [file] = tracked.rounds
    expect([file?.problems, file?.round.completeness]).toEqual([[], 'complete'])
    expect(file?.round.rows.round_outcome[0]).toMatchObject({ end_reason: reason, end_text: '' })
    const lives = file?.round.rows.player_tracks.filter(({ death_type }) => death_type === 'shutdown')
    expect(lives?.length).toBeGreaterThan(0)
  })
})

test('the scenario of a crash ends without a file, and with a journal that can be read (L-2)', async () => {
  const tracked = await track(scenario('crash'), {
    given: { 'proximity_config.lua': 'return { journal_interval_ms = 5000 }' },
  })
  expect(tracked.rounds).toEqual([])
  const journal = tracked.files.get('proximity/journal-0.txt')
  expect(parseRound(journal ?? new Uint8Array()).round.completeness).toBe('incomplete')
})

test('after the modules were restarted in mid-round, the rest is recorded on the same clock', async () => {
  const server = firing(12)
  const restarted_ms = server.now - server.start
  // the engine tells a module that is loaded now neither of the map nor of the players
  server.tape.vm()
  for (let i = 0; i < 3; i++) server.run(1_000).hit(0, 1, 1)
  const { rounds, report } = await track(server.end())
  expect(report.errors).toEqual([])
  expect(rounds.map(({ round }) => round.completeness).sort()).toEqual(['complete', 'incomplete'])
  const rest = rounds.find(({ round }) => round.completeness === 'complete')?.round
  expect(rest?.rows.damage.length).toBe(3)
  for (const { time_ms } of rest?.rows.damage ?? []) expect(time_ms).toBeGreaterThan(restarted_ms)
  expect(rest?.rows.player_tracks.map(({ guid }) => guid).sort()).toEqual([guidOf(0), guidOf(1)].sort())
})
