import type { Frame } from './clock.ts'
import { type Call, type Client, isActive, isAlive, isInLimbo } from './trace.ts'

/** One stay of a client on the server during the round. */
export interface Connection {
  readonly slot: number
  readonly guid: string
  readonly isBot: boolean
  readonly joined: number
  /** Undefined for a client who stayed until the end. */
  readonly left: number | undefined
}

export function connectionsOf({ live, clock }: Frame): Connection[] {
  const here = new Map<number, Connection>()
  const all: Connection[] = []
  for (const call of live) {
    const slot = call.args[0] as number
    if (call.name === 'et_ClientConnect') {
      const guid = (call.clients[slot] as Client).guid
      here.set(slot, { slot, guid, isBot: call.args[2] === 1, joined: clock(call.level), left: undefined })
    }
    if (call.name === 'et_ClientDisconnect') {
      const connection = here.get(slot)
      if (connection) all.push({ ...connection, left: clock(call.level) })
      here.delete(slot)
    }
  }
  return [...all, ...here.values()]
}

/** What happened to one player. */
export interface LifeEvent {
  readonly line: number
  readonly time: number
  readonly event:
    | 'spawned'
    | 'downed'
    | 'revived'
    | 'gibbed'
    | 'tapped_out'
    | 'team_changed'
    | 'class_changed'
    | 'disconnected'
  readonly client: Client
}

export type State = 'spectating' | 'waiting' | 'alive' | 'downed'

/** The state that the engine shows of a player in a frame. */
export function stateOf(client: Client): State {
  if (!isActive(client)) return 'spectating'
  if (isAlive(client)) return 'alive'
  return isInLimbo(client) ? 'waiting' : 'downed'
}

/** Nobody revives a body below this health: it goes to limbo at once. */
const FORCED_LIMBO_HEALTH = -113

/** The events of all players: what callbacks say, and what only the state shows. */
export function lifeEventsOf({ live, clock }: Frame): LifeEvent[] {
  const events: LifeEvent[] = []
  let before: Call['clients'] = []
  let frameBefore: Call['clients'] = []
  const introduced = new Set<number>()
  const spawning = new Map<number, Call>()
  for (const call of live) {
    const add = (event: LifeEvent['event'], client: Client, at = call) => {
      events.push({ line: at.line, time: clock(at.level), event, client })
    }
    const slot = call.args[0] as number
    const client = call.clients[slot]
    for (const now of call.clients) {
      const then = now && before[now.slot]
      if (now === undefined || then === undefined || !introduced.has(now.slot)) continue
      if (then.team !== now.team) add('team_changed', now)
      else if (then.playerClass !== now.playerClass) add('class_changed', now)
    }
    before = call.clients
    // a client has no side before the engine tells of him for the first time
    if (call.name === 'et_ClientUserinfoChanged') introduced.add(slot)
    if (call.name === 'et_ClientSpawn' && call.args[1] === 0) spawning.set(slot, call)
    if (call.name === 'et_Obituary') add('downed', client as Client)
    if (call.name === 'et_Revive') add('revived', client as Client)
    if (call.name === 'et_ClientDisconnect') {
      add('disconnected', client as Client)
      introduced.delete(slot)
    }
    if (call.name !== 'et_RunFrame') continue
    // a spawn is a life only if the next frame still shows it: joining a side goes through a spawn into limbo
    for (const [spawnedSlot, spawn] of spawning) {
      const spawned = call.clients[spawnedSlot]
      if (isAlive(spawned)) add('spawned', spawned, spawn)
    }
    spawning.clear()
    for (const now of call.clients) {
      const then = now && frameBefore[now.slot]
      if (now === undefined || then === undefined || then.guid !== now.guid) continue
      if (isActive(now) && isInLimbo(now) && !isInLimbo(then)) {
        add(now.health < FORCED_LIMBO_HEALTH ? 'gibbed' : 'tapped_out', now)
      }
    }
    frameBefore = call.clients
  }
  return events
}

/** One life with the frames in which the player was seen alive. */
export interface Life {
  readonly client: Client
  readonly begin: LifeEvent
  readonly end: number
  readonly endedBy: 'downed' | 'disconnected' | 'round_end'
}

/** From each spawn or revive to the next death, the player's leaving, or the end. */
export function livesOf(frame: Frame, events: readonly LifeEvent[]): Life[] {
  const open = new Map<number, LifeEvent>()
  const lives: Life[] = []
  const close = (slot: number, end: number, endedBy: Life['endedBy']) => {
    const begin = open.get(slot)
    if (begin) lives.push({ client: begin.client, begin, end, endedBy })
    open.delete(slot)
  }
  for (const event of [...events].sort((a, b) => a.line - b.line)) {
    const { slot } = event.client
    if (event.event === 'spawned' || event.event === 'revived') open.set(slot, event)
    if (event.event === 'downed' || event.event === 'disconnected') close(slot, event.time, event.event)
  }
  for (const slot of [...open.keys()]) close(slot, frame.clock(frame.afterEnd.level), 'round_end')
  return lives
}

/** Where and how a player was seen. */
export interface Sighting {
  readonly time: number
  readonly line: number
  /** Whether the call was a frame: only those come in a fixed rhythm. */
  readonly frame: boolean
  readonly client: Client
  /** Stamina in the frame before. */
  readonly staminaBefore: number
}

/** Everything that was seen of each player while the round was live, in order. */
export function sightingsOf({ live, clock }: Frame): Map<string, Sighting[]> {
  const seen = new Map<string, Sighting[]>()
  let before: Call['clients'] = []
  for (const call of live) {
    const frame = call.name === 'et_RunFrame'
    for (const client of call.clients) {
      if (client === undefined) continue
      const sightings = seen.get(client.guid) ?? []
      seen.set(client.guid, sightings)
      const staminaBefore = before[client.slot]?.stamina ?? client.stamina
      sightings.push({ time: clock(call.level), line: call.line, frame, client, staminaBefore })
    }
    if (frame) before = call.clients
  }
  return seen
}
