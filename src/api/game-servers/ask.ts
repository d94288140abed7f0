import { randomBytes } from 'node:crypto'
import { createSocket } from 'node:dgram'
import { lookup } from 'node:dns/promises'
import { type GameStatus, statusOf, statusQuestion } from './reply.ts'

/** Where a game server can be asked. */
export interface GameServerPlace {
  readonly name: string
  readonly host: string
  readonly port: number
}

export type AskedState = 'answering' | 'silent' | 'unreachable' | 'unreadable' | 'unknown_host'

export interface Asked {
  readonly state: AskedState
  /** Null unless it is answering. */
  readonly now: GameStatus | null
}

/** Asks a game server once how it is. Never fails. */
export async function askGameServer({ host, port }: GameServerPlace, timeout_ms: number): Promise<Asked> {
  const end = AbortSignal.timeout(timeout_ms)
  const ended = new Promise<null>((resolve) => end.addEventListener('abort', () => resolve(null), { once: true }))
  // a name that is not found soon is as good as none; the search itself cannot be ended
  const found = await Promise.race([lookup(host).catch(() => null), ended])
  if (found === null) return { state: 'unknown_host', now: null }
  return await answerFrom(found, port, end)
}

function answerFrom({ address, family }: { address: string; family: number }, port: number, end: AbortSignal) {
  const challenge = randomBytes(12).toString('hex')
  const socket = createSocket(family === 6 ? 'udp6' : 'udp4')
  const { promise, resolve } = Promise.withResolvers<Asked>()
  let state: AskedState = 'silent'
  socket.on('message', (message) => {
    const now = statusOf(message, challenge)
    // the right answer may still follow a wrong one
    if (now === null) state = 'unreadable'
    else resolve({ state: 'answering', now })
  })
  socket.on('error', () => resolve({ state: 'unreachable', now: null }))
  end.addEventListener('abort', () => resolve({ state, now: null }), { once: true })
  // a connected socket hears nobody but the one it asks
  socket.once('connect', () => socket.send(statusQuestion(challenge)))
  socket.connect(port, address)
  return promise.finally(() => socket.close())
}
