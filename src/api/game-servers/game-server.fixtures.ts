import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'

const MARK = '\xff\xff\xff\xff'

export interface Played {
  readonly facts?: Readonly<Record<string, string>>
  /** Lines as the engine writes them: score, ping, quoted name. */
  readonly players?: readonly string[]
}

/** A message of a game server, in Latin-1 as the engine sends it. */
export function statusMessage(challenge: string, { facts = {}, players = [] }: Played = {}): Buffer {
  const all = { mapname: 'supply', sv_maxclients: '20', version: 'ET Legacy v2.83', ...facts, challenge }
  const about = Object.entries(all)
    .map(([name, value]) => `\\${name}\\${value}`)
    .join('')
  return Buffer.from(`${MARK}statusResponse\n${about}\n${players.map((line) => `${line}\n`).join('')}`, 'latin1')
}

/** What a game server sends back to a challenge, in turn. */
export type Answering = (challenge: string) => readonly Uint8Array[]

export interface FakeGameServer {
  readonly port: number
  /** How often it was asked. */
  readonly asked: () => number
  /** From now on it answers so. */
  answer(answering: Answering): void
  close(): void
}

/** A socket that speaks the game's protocol: it understands `getstatus` with a challenge, and nothing else. */
export async function fakeGameServer(answering: Answering): Promise<FakeGameServer> {
  const socket = createSocket('udp4')
  let current = answering
  let asked = 0
  socket.on('message', (message, { port, address }) => {
    const [, challenge] = /^\xff{4}getstatus (\w{1,128})\n$/.exec(message.toString('latin1')) ?? []
    if (challenge === undefined) return
    asked++
    for (const answer of current(challenge)) socket.send(answer, port, address)
  })
  socket.bind(0, '127.0.0.1')
  await once(socket, 'listening')
  return {
    port: (socket.address() as AddressInfo).port,
    asked: () => asked,
    answer(next) {
      current = next
    },
    close: () => socket.close(),
  }
}
