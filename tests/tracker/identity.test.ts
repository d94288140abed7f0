import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeText } from '../../src/format/file-text.ts'
import { guidOf, MOD, SmallServer } from '../support/small-server.ts'
import { onlyRound, scenario, type Tracked, track } from '../support/tracker.ts'

function left(tracked: Tracked): Record<string, string> {
  return Object.fromEntries([...tracked.files].map(([name, bytes]) => [name, Buffer.from(bytes).toString('latin1')]))
}

describe('two servers in one home folder', () => {
  const crashed = async (net_port: string) => {
    const server = new SmallServer({ net_port, proximity_journal_interval_ms: '2000' }).join(0).restart(0).run(9_250)
    server.tape.kill()
    return left(await track(server))
  }

  test('leave each other’s journal alone (L-19)', async () => {
    const first = await crashed('27960')
    const other = new SmallServer({ net_port: '27961', proximity_journal_interval_ms: '2000' })
    const second = await track(other.join(0).restart(0).run(9_250).end().shutdown(1), { given: first })
    expect(second.rounds.map(({ round }) => round.completeness)).toEqual(['complete'])
    for (const [name, text] of Object.entries(first)) expect([name, left(second)[name]]).toEqual([name, text])
    const again = await track(new SmallServer({ net_port: '27960' }).restart(2), { given: left(second) })
    expect(again.rounds.map(({ round }) => round.completeness).sort()).toEqual(['complete', 'incomplete'])
  })

  test('do not hand on each other’s codes (L-19)', async () => {
    const first = new SmallServer({ net_port: '27960' }).join(0).restart(2).run(500)
    first.tape.command(0, 'proximity_link', 'abcd-1234')
    const given = left(await track(first.run(500)))
    const other = await track(new SmallServer({ net_port: '27961' }).join(0).restart(0).run(1_000).end(), { given })
    expect(onlyRound(other).round.rows.link_codes).toEqual([])
    const same = await track(new SmallServer({ net_port: '27960' }).join(0).restart(0).run(1_000).end(), { given })
    expect(onlyRound(same).round.rows.link_codes.map(({ code }) => code)).toEqual(['abcd-1234'])
  })
})

test('the file says which server wrote it, and the console where to and by which build (L-19)', async () => {
  const server = new SmallServer({ sv_hostname: '^1a ^7server', mod_version: 'v2.85.0' }).join(0).restart(0)
  const tracked = await track(server.run(1_000).end())
  const { header } = onlyRound(tracked).round
  expect(header).toMatchObject({ server_name: '^1a ^7server', engine_version: 'v2.85.0' })
  expect(tracked.report.prints[0]).toMatch(/Proximity \d+\.\d+\.\d+ \(\S+\) writes to \/.*\/legacy\/proximity\/\n$/)
  expect(tracked.report.prints[0]).toContain(`(${header.build_hash})`)
})

describe('another player in the slot', () => {
  test('in the same frame, in the middle of a fight: no row mixes the two (L-20)', async () => {
    const server = new SmallServer().join(0).join(1, { name: 'anna', guid: 'AAAA' }).join(2).restart(0).run(2_000)
    server
      .hit(0, 1, 30)
      .hit(1, 0, 20)
      .leave(1)
      .join(1, { name: 'berta', guid: 'BBBB', at: [900, 900, 24] })
    server.run(1_000).hit(2, 1, 150).run(500)
    const tracked = await track(server.end())
    expect(tracked.report.errors).toEqual([])
    const { rows } = onlyRound(tracked).round
    const mixed = Object.entries(rows).flatMap(([key, some]) =>
      (some as readonly object[])
        .filter((row) => {
          const cells = JSON.stringify(row)
          return (
            (cells.includes('AAAA') && cells.includes('berta')) || (cells.includes('BBBB') && cells.includes('anna'))
          )
        })
        .map(() => key),
    )
    expect(mixed).toEqual([])
    expect(rows.engagements.map(({ target_guid, outcome }) => [target_guid, outcome])).toEqual([
      ['AAAA', 'disconnect'],
      ['BBBB', 'killed'],
      [guidOf(0), 'round_end'],
    ])
    expect(rows.engagements[1]?.attackers.map(({ guid }) => guid)).toEqual([guidOf(2)])
    expect(rows.player_tracks.filter(({ name }) => name === 'anna').map(({ death_type }) => death_type)).toEqual([
      'disconnect',
    ])
    const second = rows.player_tracks.find(({ name }) => name === 'berta')
    expect(Math.min(...(second?.path.x ?? [])), 'no place of the first').toBe(900)
    expect(
      rows.players
        .filter(({ slot }) => slot === 1)
        .map(({ guid }) => guid)
        .sort(),
    ).toEqual(['AAAA', 'BBBB'])
  })

  test('without a word of the one before: his connection ends there all the same (L-20)', async () => {
    const server = new SmallServer().join(0).join(1, { name: 'anna', guid: 'AAAA' }).restart(0).run(2_000)
    server.join(1, { name: 'berta', guid: 'BBBB' }).run(1_000)
    const { rows } = onlyRound(await track(server.end())).round
    expect(rows.lives.filter(({ event }) => event === 'disconnected').map(({ guid }) => guid)).toEqual(['AAAA'])
    expect(new Set(rows.players.map(({ connection }) => connection)).size).toBe(3)
  })

  test('keeps the truth of a whole scenario apart (L-20)', async () => {
    const { rows } = onlyRound(await track(scenario('slot_reuse'))).round
    const guids = new Map(rows.players.map(({ connection, guid }) => [connection, guid]))
    expect(guids.size).toBe(rows.players.length)
    for (const { connection, guid } of rows.lives) expect(guid).toBe(guids.get(connection))
    for (const { connection, victim_guid } of rows.deaths) expect(victim_guid).toBe(guids.get(connection))
  })
})

describe('names and identifiers', () => {
  // the engine's limit of a name; no NUL, and nothing that ends an info string
  const byte = fc.integer({ min: 1, max: 255 }).filter((code) => code !== 0x5c && code !== 0x22)
  const name = fc.array(byte, { minLength: 1, maxLength: 35 })

  test('of any bytes come through, and two players never become one (L-21)', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(name, { minLength: 4, maxLength: 8 }), async (names) => {
        const server = new SmallServer()
        for (const [slot, bytes] of names.entries()) {
          server.join(slot, { name: Uint8Array.from(bytes), guid: slot % 2 === 0 ? '' : guidOf(slot) })
        }
        server.restart(0).run(1_000).hit(0, 1, 150).hit(2, 3, 150).run(500)
        const tracked = await track(server.end())
        expect(tracked.report.errors).toEqual([])
        const { round, problems } = onlyRound(tracked)
        expect([problems, round.completeness]).toEqual([[], 'complete'])
        expect(new Set(round.rows.players.map(({ guid }) => guid)).size).toBe(names.length)
        for (const { slot, name: written } of round.rows.players) expect(written).toBe(inFile(names[slot] ?? []))
        expect(round.rows.player_tracks.length).toBe(names.length)
        expect(round.rows.deaths.map(({ victim_name }) => victim_name)).toEqual(
          [1, 3].map((slot) => inFile(names[slot] ?? [])),
        )
      }),
      { numRuns: 15, seed: 21 },
    )
  })

  /** Separators and control bytes become `_`; everything else stays as the player typed it. */
  function inFile(bytes: readonly number[]): string {
    const kept = bytes.map((code) =>
      code < 32 || code === 127 || ';|,'.includes(String.fromCharCode(code)) ? 95 : code,
    )
    return decodeText(Uint8Array.from(kept), 0, kept.length)
  }

  test('of nobody: each connection without an identifier is somebody else (L-21)', async () => {
    const server = new SmallServer().join(0, { guid: '' }).join(1, { guid: '' }).restart(0).run(1_000)
    server.leave(0).join(0, { guid: '' }).run(1_000)
    const { players } = onlyRound(await track(server.end())).round.rows
    expect(players.map(({ guid }) => guid).sort()).toEqual(['SLOT0_1', 'SLOT0_3', 'SLOT1_2'])
  })

  test('a bot is one by the engine’s flag, not by its name (L-21)', async () => {
    const server = new SmallServer().join(0, { name: '[BOT]human' }).join(1, { name: 'plain', bot: true }).restart(0)
    const { players } = onlyRound(await track(server.run(1_000).hit(0, 1, 5, { mod: MOD.mp40 }).end())).round.rows
    expect(players.map(({ name, kind }) => [name, kind])).toEqual([
      ['[BOT]human', 'human'],
      ['plain', 'bot'],
    ])
  })
})
