import { createServer } from 'node:net'
import manifest from '../../../package.json' with { type: 'json' }
import { cannotListen } from '../failure.ts'
import { addressOf, type Status } from '../running-server.ts'
import type { Settings } from '../settings/table.ts'
import { about, type Finding } from './finding.ts'

const subject = about('port')

/** Whether the port is free, or served by this program. */
export async function checkPort(
  settings: Settings,
  running: Status | 'something else' | 'nothing',
): Promise<Finding[]> {
  const address = addressOf(settings)
  if (typeof running === 'string') {
    const error = await listen(settings)
    if (error === undefined) return [subject.ok(`${settings.port} is free; nothing is served at the moment`)]
    const other = error.code === 'EADDRINUSE' ? `another program answers at ${address}` : undefined
    const todo = 'choose another PROXIMITY_PORT or PROXIMITY_HOST'
    return [subject.problem(other ?? cannotListen(error, settings.host), todo)]
  }
  const found = [subject.ok(`${running.instance_name} ${running.version} answers at ${address}`)]
  if (running.version !== manifest.version) {
    found.push(
      subject.warning(`it runs version ${running.version}, and this is ${manifest.version}`, 'restart the server'),
    )
  }
  if (running.importer?.failing === true) {
    found.push(subject.problem('its last scan or import failed', "look into the server's log"))
  }
  return found
}

async function listen({ host, port }: Settings): Promise<NodeJS.ErrnoException | undefined> {
  const server = createServer()
  return await new Promise((resolve) => {
    server.once('error', resolve)
    server.listen(port, host, () => server.close(() => resolve(undefined)))
  })
}
