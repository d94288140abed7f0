import { once } from 'node:events'
import { createServer as createHttpServer } from 'node:http'
import { type AddressInfo, createServer, type Server } from 'node:net'
import { expect, test } from 'vitest'
import { whatRuns } from '../running-server.ts'
import { readSettings } from '../settings/read.ts'
import { checkPort } from './port.ts'

async function listening<T>(server: Server, work: (port: number) => Promise<T>): Promise<T> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  try {
    return await work((server.address() as AddressInfo).port)
  } finally {
    server.close()
  }
}

const settingsOf = (port: number) => readSettings({ PROXIMITY_PORT: String(port) }, '/').settings

test('another program at the port is a problem', async () => {
  const rude = createServer((socket) => socket.destroy())
  await listening(rude, async (port) => {
    const settings = settingsOf(port)
    const running = await whatRuns(settings)
    expect(running).toBe('something else')
    expect(await checkPort(settings, running)).toMatchObject([{ level: 'problem' }])
  })
})

test('nobody at the port is in order', async () => {
  const port = await listening(createServer(), async (free) => free)
  const settings = settingsOf(port)
  const running = await whatRuns(settings)
  expect(running).toBe('nothing')
  expect(await checkPort(settings, running)).toMatchObject([{ level: 'ok', says: expect.stringContaining('is free') }])
})

test('a server of ours is told with its version, and another version is a warning', async () => {
  const status = { service: 'proximity', instance_name: 'Fox', version: '0.0.1', importer: { failing: true } }
  const ours = createHttpServer((_, response) => response.end(JSON.stringify(status)))
  await listening(ours, async (port) => {
    const settings = settingsOf(port)
    const levels = (await checkPort(settings, await whatRuns(settings))).map(({ level }) => level)
    expect(levels).toEqual(['ok', 'warning', 'problem'])
    ours.closeAllConnections()
  })
})
