import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

/**
 * Reads a recording of the engine: every call it made into a module, each with the state of all players at that moment.
 * Written from the description of the recordings alone; it shares nothing with the emulator or the tracker.
 */

/** One player as the engine showed him. Numbers as they were, positions unrounded. */
export interface Client {
  readonly slot: number
  /** 0 free, 1 connecting, 2 in the game. */
  readonly connected: number
  /** 1 axis, 2 allies, 3 spectators. */
  readonly team: number
  readonly playerClass: number
  readonly health: number
  readonly weapon: number
  readonly pmType: number
  readonly pmFlags: number
  readonly eFlags: number
  readonly viewHeight: number
  readonly x: number
  readonly y: number
  readonly z: number
  readonly speed: number
  readonly pitch: number
  readonly yaw: number
  /** 0 to 20000; falls while he sprints. */
  readonly stamina: number
  readonly redFlag: boolean
  readonly blueFlag: boolean
  readonly regions: readonly number[]
  readonly skills: readonly number[]
  readonly lastReviver: number
  readonly name: string
  readonly guid: string
}

/** One call of the engine into the module. */
export interface Call {
  /** Line of the recording, counted from 1. */
  readonly line: number
  readonly name: string
  /** Level time of the last frame before the call; of the frame itself for `et_RunFrame`. */
  readonly level: number
  readonly args: readonly (number | string)[]
  /** By slot; undefined for a slot nobody uses. */
  readonly clients: readonly (Client | undefined)[]
  readonly gamestate: string
  readonly cvars: Readonly<Record<string, string>>
  readonly configstrings: Readonly<Record<number, string>>
}

type Fields = Record<string, unknown>

/** All calls of one recording, in order. */
export function readTrace(path: string): Call[] {
  const calls: Call[] = []
  let names: string[] = []
  const fields: Fields[] = []
  const guids: string[] = []
  let clients: (Client | undefined)[] = []
  let cvars: Record<string, string> = {}
  let configstrings: Record<number, string> = {}
  const lines = gunzipSync(readFileSync(path)).toString('utf8').split('\n')
  for (let i = 0; i < lines.length; i++) {
    const text = lines[i] as string
    if (text === '') continue
    const row = JSON.parse(text)
    const kind = row[0]
    if (kind === 'h') names = row[2].sc
    else if (kind === 'cv') cvars = { ...cvars, [row[1]]: row[2] }
    else if (kind === 'cs') configstrings = { ...configstrings, [row[1]]: row[2] }
    else if (kind === 'ui' || kind === 's') {
      const slot: number = row[1]
      if (kind === 'ui') guids[slot] = /\\cl_guid\\([^\\]*)/.exec(row[2])?.[1] ?? ''
      const known = fields[slot] ?? {}
      fields[slot] = known
      for (const [key, value] of kind === 's' ? Object.entries(row[2]) : []) {
        const position = Number(key)
        known[Number.isNaN(position) ? key : (names[position - 1] as string)] = value
      }
      clients = clients.slice()
      clients[slot] = known['pers.connected'] ? clientOf(slot, known, guids[slot] ?? '') : undefined
    } else if (kind === 'c') {
      const [, name, level, , ...args] = row
      calls.push({ line: i + 1, name, level, args, clients, gamestate: cvars.gamestate ?? '', cvars, configstrings })
      if (name === 'et_ClientDisconnect') {
        clients = clients.slice()
        clients[args[0]] = undefined
      }
    }
  }
  return calls
}

function clientOf(slot: number, f: Fields, guid: string): Client {
  const number = (name: string) => (f[name] as number | undefined) ?? 0
  const [x, y, z] = (f.o as number[] | undefined) ?? [0, 0, 0]
  const [vx, vy] = (f.v as number[] | undefined) ?? [0, 0, 0]
  const [pitch, yaw] = (f.a as number[] | undefined) ?? [0, 0, 0]
  return {
    slot,
    connected: number('pers.connected'),
    team: number('sess.sessionTeam'),
    playerClass: number('sess.playerType'),
    health: number('health'),
    weapon: number('ps.weapon'),
    pmType: number('ps.pm_type'),
    pmFlags: number('ps.pm_flags'),
    eFlags: number('ps.eFlags'),
    viewHeight: number('ps.viewheight'),
    x: x as number,
    y: y as number,
    z: z as number,
    speed: Math.hypot(vx as number, vy as number),
    pitch: pitch as number,
    yaw: yaw as number,
    stamina: number('st8'),
    redFlag: number('pw5') !== 0,
    blueFlag: number('pw6') !== 0,
    regions: [number('hr0'), number('hr1'), number('hr2'), number('hr3')],
    skills: [0, 1, 2, 3, 4, 5, 6].map((i) => number(`sk${i}`)),
    lastReviver: number('pers.lastrevive_client'),
    name: (f['pers.netname'] as string | undefined) ?? '',
    guid,
  }
}

const PMF_LIMBO = 16384

/** Whether a bit is set; written with divisions because flags reach beyond 31 bits. */
function hasBit(flags: number, bit: number): boolean {
  return Math.floor(flags / bit) % 2 === 1
}

/** On axis or allies, and in the game. */
export function isActive(client: Client | undefined): client is Client {
  return client !== undefined && client.connected === 2 && (client.team === 1 || client.team === 2)
}

/** In limbo a player carries a copy of the one he watches; only this bit and `health` tell. */
export function isInLimbo(client: Client): boolean {
  return hasBit(client.pmFlags, PMF_LIMBO)
}

export function isAlive(client: Client | undefined): client is Client {
  return isActive(client) && client.health > 0 && !isInLimbo(client)
}

/** 0 standing, 1 crouching, 2 prone (which sets the crouching bit as well). */
export function stanceOf(client: Client): number {
  if (hasBit(client.eFlags, 0x80000)) return 2
  return hasBit(client.pmFlags, 1) ? 1 : 0
}

/** The word of a side in the file. */
export function teamWord(team: number): string {
  return ['SPEC', 'AXIS', 'ALLIES'][team] ?? 'SPEC'
}

/** The word of a class in the file. */
export function classWord(playerClass: number): string {
  return ['SOLDIER', 'MEDIC', 'ENGINEER', 'FIELDOPS', 'COVERTOPS'][playerClass] ?? 'UNKNOWN'
}

/** A name as it may stand in a column. */
export function nameInFile(name: string): string {
  return [...name].map((c) => (';|,'.includes(c) || c < ' ' || c === '\x7f' ? '_' : c)).join('')
}

export function distance(a: { x: number; y: number; z: number }, b: { x: number; y: number; z: number }): number {
  return Math.hypot(a.x - b.x, a.y - b.y, a.z - b.z)
}
