import { describe, expect, test } from 'vitest'
import { guidOf, MOD, SmallServer } from '../support/small-server.ts'
import { onlyRound, type Tracked, track } from '../support/tracker.ts'

const CODE = 'k7-4QX_9zc'

function answers({ report }: Tracked, slot: number): string[] {
  return report.server_commands.filter((sent) => sent.slot === slot).map(({ text }) => text)
}

function codes({ rounds }: Tracked): unknown[] {
  return rounds.flatMap(({ round }) => round.rows.link_codes.map(({ guid, name, code }) => [guid, name, code]))
}

describe('proximity status at the console', () => {
  const ask = async (server: SmallServer, before = '') => {
    server.tape.console('proximity', 'status')
    const tracked = await track(server, { before })
    expect(tracked.report.errors).toEqual([])
    return tracked.report.prints.slice(1).join('')
  }

  test('says what is recorded now, and where to', async () => {
    const said = await ask(new SmallServer().join(0).join(1).restart(0).run(10_250))
    expect(said).toMatch(/Proximity \d.*profile full, writes to proximity\//)
    expect(said).toContain('recording supply round 1: 2 players, 11 s')
    expect(said).toContain('last file: none')
    expect(said).toContain('errors: 0')
    expect(said).toContain('comm_events: off')
  })

  test('names the last file, and says that it waits', async () => {
    const server = new SmallServer().join(0).restart(2).run(500)
    expect(await ask(server)).toContain('waiting for a round')
    const after = await ask(new SmallServer().join(0).restart(0).run(1_000).end())
    expect(after).toMatch(/last file: proximity\/\S+-supply-round-1_engagements\.txt/)
  })

  test('names the field that the engine refuses', async () => {
    const refusing = `
local real = et.gentity_get
function et.gentity_get(entity, name, index)
  if name == "ps.weapon" then error("unknown field") end
  return real(entity, name, index)
end`
    expect(await ask(new SmallServer().join(0).restart(0).run(2_000), refusing)).toMatch(/player_tracks.*ps\.weapon/)
  })

  test('of anything else says how it is used', async () => {
    const server = new SmallServer().restart(2)
    server.tape.console('proximity', 'start')
    expect((await track(server)).report.prints.at(-1)).toContain('usage: proximity status')
  })
})

describe('a code that a player gives', () => {
  test('in play is in the file of the round, and nowhere that another player sees', async () => {
    const server = new SmallServer().join(0).join(1).restart(0).run(2_000)
    server.tape.command(1, 'proximity_link', CODE)
    const tracked = await track(server.run(500).end())
    expect(codes(tracked)).toEqual([[guidOf(1), 'player 1', CODE]])
    expect(onlyRound(tracked).round.rows.link_codes[0]?.time_ms).toBe(2_750)
    expect(tracked.report.returned).toEqual([{ callback: 'et_ClientCommand', value: '1' }])
    const { prints, server_commands, console_commands } = tracked.report
    expect(JSON.stringify([prints, server_commands, console_commands])).not.toContain(CODE)
    expect(answers(tracked, 1)[0]).toContain('noted')
    expect(answers(tracked, 0).filter((text) => text.includes('code'))).toEqual([])
  })

  test.each([
    ['in the warm-up', () => new SmallServer().join(0).join(1).restart(2).run(500)],
    ['in the intermission', () => new SmallServer().join(0).join(1).restart(0).run(1_000).end()],
  ])('%s is handed on with the next round, once', async (_, before) => {
    const server = before()
    server.tape.command(1, 'proximity_link', CODE)
    server.run(500).restart(0).run(1_000).end().restart(0).run(1_000).end()
    const tracked = await track(server)
    expect(tracked.report.errors).toEqual([])
    expect(codes(tracked)).toEqual([[guidOf(1), 'player 1', CODE]])
    expect(tracked.report.prints.join('')).not.toContain(CODE)
  })

  test('outside of play is his own, whoever had the slot before (L-20)', async () => {
    const server = new SmallServer().join(3, { guid: 'AAAA' }).restart(2).run(500)
    server.tape.command(3, 'proximity_link', 'code-of-a')
    server.leave(3).join(3, { guid: 'BBBB', name: 'another' })
    server.tape.command(3, 'proximity_link', 'code-of-b')
    const tracked = await track(server.run(500).restart(0).run(1_000).end())
    expect(codes(tracked)).toEqual([
      ['AAAA', 'player 3', 'code-of-a'],
      ['BBBB', 'another', 'code-of-b'],
    ])
  })

  test.each(['', 'abc', 'x'.repeat(33), 'with blank', 'semi;colon', 'quo"te', 'line\nfeed', 'ünï'])(
    '%j is none: he is told what one looks like',
    async (wrong) => {
      const server = new SmallServer().join(0).restart(0).run(500)
      server.tape.command(0, 'proximity_link', wrong)
      const tracked = await track(server.end())
      expect(codes(tracked)).toEqual([])
      expect(answers(tracked, 0)[0]).toContain('Usage: /proximity_link CODE')
      expect(tracked.report.returned).toEqual([{ callback: 'et_ClientCommand', value: '1' }])
    },
  )

  test.each([4, 32])('may have %i letters', async (length) => {
    const server = new SmallServer().join(0).restart(0).run(500)
    server.tape.command(0, 'proximity_link', 'x'.repeat(length))
    expect(codes(await track(server.end()))).toEqual([[guidOf(0), 'player 0', 'x'.repeat(length)]])
  })

  test('in play is tied to the identifier with which he came, whatever his game says now (L-21)', async () => {
    const server = new SmallServer().join(0).restart(0).run(500)
    server.tape.userinfo(0, '\\cl_guid\\ANOTHER\\name\\another')
    server.tape.command(0, 'proximity_link', CODE)
    expect(codes(await track(server.run(500).end()))).toEqual([[guidOf(0), 'player 0', CODE]])
  })

  test('of before the round has the time of its start', async () => {
    const server = new SmallServer().join(0).restart(2).run(500)
    server.tape.command(0, 'proximity_link', CODE)
    const { rows } = onlyRound(await track(server.run(100).restart(0).run(5_000).end())).round
    expect(rows.link_codes).toMatchObject([{ time_ms: 0, code: CODE }])
  })

  test('without an identifier ties nothing, and he is told so (L-21)', async () => {
    const server = new SmallServer().join(0, { guid: '' }).restart(0).run(500)
    server.tape.command(0, 'proximity_link', CODE)
    const tracked = await track(server.end())
    expect(codes(tracked)).toEqual([])
    expect(answers(tracked, 0)[0]).toContain('no identifier')
  })

  test('a hundred times is a flood: five are taken, in play and outside', async () => {
    for (const state of [0, 2] as const) {
      const server = new SmallServer().join(0).join(1).restart(state).run(500)
      for (let i = 0; i < 100; i++) server.tape.command(0, 'proximity_link', `code-${i}`)
      server.tape.command(1, 'proximity_link', CODE)
      const tracked = await track(server.run(500).restart(0).run(1_000).end())
      expect(codes(tracked).length).toBe(6)
      expect(codes(tracked).at(-1)).toEqual([guidOf(1), 'player 1', CODE])
      expect(answers(tracked, 0)[99]).toContain('Too many')
    }
  })

  test('in play outlives the death of the server some seconds later, long before the journal is due', async () => {
    const server = new SmallServer().join(0).restart(0).run(500)
    server.tape.command(0, 'proximity_link', CODE)
    server.run(4_000)
    server.tape.kill()
    expect(codes(await track(server.restart(2).run(500)))).toEqual([[guidOf(0), 'player 0', CODE]])
  })

  test.each([50, 200, 1_000, 2_000, 4_000, 10_000])(
    'in the warm-up outlives a server that dies %i ms after the start, and is handed on once',
    async (ms) => {
      const server = new SmallServer().join(0).restart(2).run(500)
      server.tape.command(0, 'proximity_link', CODE)
      server.run(100).restart(0).run(ms)
      server.tape.kill()
      const tracked = await track(server.restart(2).run(500).restart(0).run(1_000).end().restart(0).run(1_000).end())
      expect(codes(tracked)).toEqual([[guidOf(0), 'player 0', CODE]])
    },
  )

  test('waits for a round with somebody in it', async () => {
    const server = new SmallServer().join(0).restart(2).run(500)
    server.tape.command(0, 'proximity_link', CODE)
    server.leave(0).run(100).restart(0).run(40_000).end().restart(2).join(0).run(100).restart(0).run(1_000).end()
    expect(codes(await track(server))).toEqual([[guidOf(0), 'player 0', CODE]])
  })

  test('is not forgotten for the one before, when the round between them is over at once', async () => {
    const server = new SmallServer().join(0).restart(2).run(500)
    server.tape.command(0, 'proximity_link', 'before')
    server.run(100).restart(0).run(50).end('Timelimit hit.', 50)
    server.tape.command(0, 'proximity_link', 'after')
    server.run(4_000).restart(0).run(1_000).end()
    expect(codes(await track(server)).flat()).toEqual([guidOf(0), 'player 0', 'before', guidOf(0), 'player 0', 'after'])
  })
})

describe('in the intermission', () => {
  function fought(cvars: Readonly<Record<string, string>> = {}): SmallServer {
    const server = new SmallServer(cvars).join(0, { name: 'mate "one" \\ ^1' }).join(1).join(2).join(3, { bot: true })
    // two of Axis hit the same one at once, and a mate avenges him
    server.restart(0).run(1_000).hit(0, 1, 30).run(200).hit(2, 1, 90).run(500).hit(3, 2, 150)
    return server.run(500).end('Timelimit hit.', 5_000)
  }

  test('each player reads two lines about himself, and everybody one about both sides', async () => {
    const tracked = await track(fought())
    expect(tracked.report.errors).toEqual([])
    for (const slot of [0, 1, 2]) {
      const lines = answers(tracked, slot)
      expect([slot, lines.length]).toEqual([slot, 2])
      expect(lines[0]).toMatch(/deaths were traded/)
      expect(lines[1]).toMatch(/your support: \d+ deaths of mates traded, \d+ mates revived/)
    }
    // a bot reads nothing
    expect(answers(tracked, 3)).toEqual([])
    expect(answers(tracked, -1)).toEqual([
      expect.stringContaining('Axis 1 crossfires, 0 trades, 0 revives; Allies 0 crossfires, 1 trades, 0 revives.'),
    ])
    expect(answers(tracked, 0)[0]).toContain('best crossfire partner player 2^7 (1); 0 of your 0 deaths were traded.')
    expect(answers(tracked, 1)[0]).toContain('no crossfires with a mate; 1 of your 1 deaths were traded.')
  })

  test('a name with quotes ends no line', async () => {
    for (const { text } of (await track(fought())).report.server_commands) {
      expect(text).toMatch(/^(chat|print) "[^"\n]*"$/)
    }
  })

  test('who has left reads nothing, and nor does who has come into his slot (L-20)', async () => {
    const server = new SmallServer().join(0).join(1).join(2).restart(0).run(1_000).hit(0, 1, 150).run(500)
    server.leave(1).join(1, { guid: 'BBBB', name: 'another' }).run(500)
    expect(answers(await track(server.end('Timelimit hit.', 5_000)), 1).join('')).not.toContain('of your 1 deaths')
  })

  test('nothing is said if the setting says so, nor after a round that was broken off', async () => {
    expect((await track(fought({ proximity_player_messages: '0' }))).report.server_commands).toEqual([])
    const broken = new SmallServer().join(0).join(1).restart(0).run(1_000).hit(0, 1, 150, { mod: MOD.mp40 }).restart(2)
    expect((await track(broken)).report.server_commands).toEqual([])
  })
})
