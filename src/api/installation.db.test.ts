import { expect, test } from 'vitest'
import { eachEngine } from '../../tests/support/databases.ts'
import { EVENING } from '../../tests/support/round-files.ts'
import type { ReplyAt } from '../contract/client.ts'
import { fakeGameServer, statusMessage } from './game-servers/game-server.fixtures.ts'
import { importRounds, serve } from './served.fixtures.ts'

/** Only files of this project name their server. */
const OWN = { build: 'Proximity 1', trailer: true } as const

eachEngine('what stands behind the answers', (store) => {
  test('each server has its newest round, whenever that came, and the tracker that wrote it', async () => {
    const [, newest] = await importRounds(store(), [
      { ...OWN, server_name: 'scrim-1', seed: 1, start: EVENING },
      { ...OWN, server_name: 'scrim-1', seed: 2, start: EVENING + 1_200, map_name: 'sandmill' },
      { ...OWN, server_name: 'scrim-1', seed: 3, start: EVENING + 600 },
      { ...OWN, server_name: 'public', seed: 4, start: EVENING + 300 },
    ])
    const served = await serve(store())
    const { database, servers } = (await served.get(
      '/api/proximity/installation',
    )) as unknown as ReplyAt<'/api/proximity/installation'>
    expect(database).toEqual({ engine_version: expect.stringMatching(/^\d+\.\d+/), size_bytes: expect.any(Number) })
    expect(database.size_bytes).toBeGreaterThan(1_000_000)
    expect(servers.map(({ name, newest_round }) => [name, newest_round.started_unix])).toEqual([
      ['scrim-1', EVENING + 1_200],
      ['public', EVENING + 300],
    ])
    expect(servers[0]?.newest_round).toMatchObject({
      round_id: newest,
      map_name: 'sandmill',
      build: expect.any(String),
      imported_at: expect.stringMatching(/^\d{4}-.*Z$/),
    })
  })

  test('who plays is told without the database and without any address', async () => {
    const fake = await fakeGameServer((challenge) => [statusMessage(challenge, { players: ['1 1 "a"'] })])
    const place = { name: 'scrim-1', host: '127.0.0.1', port: fake.port }
    const { app, ask } = await serve(store(), { game_servers: [place] })
    const { status, text, headers, body } = await ask('/api/game-servers')
    expect(status).toBe(200)
    expect(headers['cache-control']).toBe('no-store')
    expect(body).toMatchObject({ servers: [{ name: 'scrim-1', state: 'answering', now: { map_name: 'supply' } }] })
    expect(text).not.toMatch(new RegExp(`127\\.0\\.0\\.1|${fake.port}`))
    fake.close()
    await app.close()
    expect((await (await serve(store())).get('/api/game-servers')).servers).toEqual([])
  })
})
