import type { ClientValues, Text, Vector } from '../../src/simulator/fields.ts'
import { Tape } from '../../src/simulator/tape.ts'

/** The engine's numbers. */
export const AXIS = 1
const ALLIES = 2
export const SPECTATOR = 3
export const WORLD = 1022
export const CLASS = { soldier: 0, medic: 1, engineer: 2 } as const
export const MOD = { mp40: 8, thompson: 9, grenade: 4, falling: 32, suicide: 33, switchteam: 59 } as const
/** The camera of the intermission. */
export const CAMERA: Vector = [-300, -1_500, 500]

/** A place of the kind that the engine gives before something is in the world. */
export const NOWHERE: Vector = [1e10, 0, 0]

const CS = { level_start: 11, intermission: 12, info: 13, winner: 14, toggles: 32 } as const
const LIMBO = 16_384
const BOT = 8
const FULL_HEALTH = 100
/** Frames of 100 ms with nobody connected, which the engine runs at every start (engine-observations). */
const SETTLING = 6

/** What a client is when he comes. */
export interface Guest {
  readonly name?: Text
  readonly guid?: Text
  readonly team?: number
  readonly player_class?: number
  readonly at?: Vector
  readonly bot?: boolean
}

/**
 * A server as small as a rule needs: players who stand where they are put, and the engine's calls in the engine's order.
 * Written independently of the scenarios, so that a tracker is not held against its own project's idea of the game.
 */
export class SmallServer {
  readonly tape = new Tape()
  /** Level time of the last frame, ms. */
  now = 10_000
  /** Level time of the clock's zero. */
  start = 10_000
  readonly #frame_ms: number
  readonly #guests = new Map<number, Guest>()
  readonly #health = new Map<number, number>()
  readonly #regions = new Map<number, number[]>()
  #running = false

  constructor(cvars: Readonly<Record<string, Text>> = {}, frame_ms = 50) {
    this.#frame_ms = frame_ms
    this.tape.time(1_771_445_400, this.now, 300)
    this.tape.cvars({
      ...{ mapname: 'supply', sv_maxclients: '20', gamestate: '2', g_currentRound: '0', g_nextTimeLimit: '0' },
      ...{ timelimit: '10', g_redlimbotime: '30000', g_bluelimbotime: '20000', mod_version: 'v2.85.0' },
      ...{ sv_hostname: '^1a ^7server', net_port: '27960', g_gametype: '3', ...cvars },
    })
    this.tape.configstrings({ [CS.info]: '\\o\\2\\d\\0', [CS.winner]: '\\w\\0', [CS.toggles]: '646' })
  }

  /** A new state of the module, with everybody connected again; 0 is play, 2 a warm-up. */
  restart(gamestate: 0 | 2): this {
    this.tape.cvars({ gamestate: String(gamestate) })
    if (this.#running) this.shutdown(1)
    this.start = this.now
    this.tape.configstrings({ [CS.level_start]: String(this.start), [CS.intermission]: '' })
    this.tape.vm()
    this.#running = true
    this.tape.call('et_InitGame', this.start, 7, 1)
    for (let i = 0; i < SETTLING; i++) this.frameAt(this.start + 100 * i)
    for (const slot of this.#guests.keys()) this.#connect(slot)
    this.frameAt(this.start + 600)
    this.frameAt(this.start + 750)
    return this
  }

  /** Somebody comes, and is in the world at once if he plays. */
  join(slot: number, guest: Guest = {}): this {
    this.#guests.set(slot, {
      name: `player ${slot}`,
      guid: guidOf(slot),
      team: slot % 2 === 0 ? AXIS : ALLIES,
      ...guest,
    })
    if (this.#running) this.#connect(slot)
    return this
  }

  #connect(slot: number): void {
    const { name = '', guid = '', team = AXIS, player_class = CLASS.medic, at, bot } = this.#guests.get(slot) as Guest
    this.tape.free(slot)
    this.tape.userinfo(slot, joined(guid === '' ? '' : joined('\\cl_guid\\', guid), '\\name\\', name))
    this.set(slot, { inuse: 1, 'pers.connected': 1, 'r.svFlags': bot ? BOT : 0 })
    this.#regions.set(slot, [0, 0, 0, 0])
    this.tape.call('et_ClientConnect', slot, 0, bot ? 1 : 0)
    this.set(slot, { 'pers.netname': name, 'sess.sessionTeam': team, 'sess.playerType': player_class })
    this.tape.call('et_ClientUserinfoChanged', slot)
    this.spawn(slot, at ?? [100 * slot, 50, 24])
    this.set(slot, { 'pers.connected': 2 })
    this.tape.call('et_ClientBegin', slot)
  }

  set(slot: number, values: ClientValues): this {
    this.tape.client(slot, values)
    return this
  }

  spawn(slot: number, at: Vector = [100 * slot, 50, 24]): this {
    this.#health.set(slot, FULL_HEALTH)
    this.set(slot, {
      health: FULL_HEALTH,
      'ps.pm_flags': 0,
      'ps.pm_type': 0,
      'ps.viewheight': 40,
      'ps.stats[8]': 20_000,
    })
    this.set(slot, { 'ps.origin': at, 'ps.weapon': 3, 'ps.viewangles': [0, 90, 0] })
    this.tape.call('et_ClientSpawn', slot, 0, 0, 1)
    return this
  }

  frameAt(level_time_ms: number): void {
    this.tape.frame(level_time_ms)
    this.now = level_time_ms
  }

  run(ms: number): this {
    const frames = ms / this.#frame_ms
    this.tape.frames(frames, this.#frame_ms)
    this.now += ms
    return this
  }

  /** A bullet; kills whom it takes the last health. */
  hit(attacker: number, target: number, damage: number, { mod = MOD.mp40 as number, region = 2 } = {}): this {
    if (attacker < WORLD) {
      const regions = this.#regions.get(attacker) as number[]
      regions[region] = (regions[region] ?? 0) + 1
      this.set(attacker, { [`pers.playerStats.hitRegions[${region}]`]: regions[region] })
    }
    this.tape.call('et_Damage', target, attacker, damage, 0, mod)
    const health = (this.#health.get(target) ?? 0) - damage
    this.#health.set(target, health)
    if (health <= 0 && health + damage > 0) return this.die(target, attacker, mod, health)
    return this.set(target, { health })
  }

  /** An obituary: what the engine shows at that moment is what it shows in a recording. */
  die(target: number, killer: number, mod: number, health = -10): this {
    this.#health.set(target, health)
    this.set(target, { health, 'ps.pm_type': 3 })
    this.print(`Kill: ${killer} ${target} ${mod}: somebody killed somebody by MOD_SOMETHING`)
    this.tape.call('et_Obituary', target, killer, mod)
    return this
  }

  revive(slot: number, medic: number): this {
    this.#health.set(slot, FULL_HEALTH)
    this.set(slot, { health: FULL_HEALTH, 'ps.pm_type': 0 })
    this.tape.call('et_ClientSpawn', slot, 1, 0, 1)
    this.set(slot, { health: FULL_HEALTH / 2 })
    this.#health.set(slot, FULL_HEALTH / 2)
    this.tape.call('et_Revive', slot, medic, this.now + 3_000)
    return this.print(`Medic_Revive: ${medic} ${slot}`)
  }

  /** Gives up his body, and watches a mate until the next wave. */
  tapOut(slot: number, watched: Vector = [0, 0, 0]): this {
    return this.set(slot, { 'ps.pm_flags': LIMBO, 'ps.origin': watched, 'ps.pm_type': 0 })
  }

  leave(slot: number): this {
    this.tape.call('et_ClientDisconnect', slot)
    this.#guests.delete(slot)
    this.tape.free(slot)
    this.tape.userinfo(slot, '')
    return this
  }

  print(line: string): this {
    this.tape.call('et_Print', `${line}\n`)
    return this
  }

  /** The server stands still for so long: level time goes on, and the zero moves along in steps until it ends. */
  pause(ms: number): this {
    this.tape.configstrings({ [CS.toggles]: String(646 + 16) })
    for (let passed = 0; passed < ms; passed += 500) {
      const step = Math.min(500, ms - passed)
      this.run(step)
      this.start += step
      this.tape.configstrings({ [CS.level_start]: String(this.start) })
    }
    this.tape.configstrings({ [CS.toggles]: '646' })
    return this
  }

  /** The round ends as by the clock: the state follows a frame after the line, and everybody is at the camera then. */
  end(text = 'Timelimit hit.', intermission_ms = 3_000): this {
    this.tape.configstrings({ [CS.intermission]: '1' })
    this.print(`Exit: ${text}`)
    this.tape.cvars({ g_currentRound: '1', g_nextTimeLimit: '10' })
    this.run(this.#frame_ms)
    this.tape.cvars({ gamestate: '3' })
    for (const slot of this.#guests.keys()) this.set(slot, { 'ps.pm_type': 5, 'ps.origin': CAMERA })
    return this.run(intermission_ms)
  }

  /** The state of the module ends: 1 for a restart, 0 for another map or the end of the server. */
  shutdown(restart: 0 | 1): this {
    this.tape.call('et_ShutdownGame', restart)
    this.tape.call('et_Quit')
    this.#running = false
    return this
  }
}

/** The identifier that a guest of this slot has. */
export function guidOf(slot: number): string {
  return String(slot).padStart(32, '0')
}

function joined(...texts: readonly Text[]): Text {
  return Buffer.concat(texts.map((text) => (typeof text === 'string' ? Buffer.from(text) : text)))
}
