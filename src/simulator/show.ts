import type { ClientValues, Vector } from './fields.ts'
import { CLASS } from './people.ts'
import { apart, type Player, SPECTATOR, VIEW_HEIGHTS, type World } from './world.ts'

const DUCKED = 1
const RESPAWNED = 512
const LIMBO = 16_384
const LOCKED = 32_768
const EF = { dead: 1, crouching: 16, firing: 128, headshot: 4_096, prone: 524_288 } as const
const PM = { normal: 0, spectator: 2, dead: 3, frozen: 4 } as const

/** How long a shot is seen on a player, ms. */
const FIRING_MS = 100

/** Health at a spawn: more with medics in the team, at most 125. */
export function fullHealth(world: World, { team }: Player): number {
  const medics = world.players.filter((one) => one.team === team && one.player_class === CLASS.medic).length
  return Math.min(125, 100 + 10 * medics)
}

/** Puts what a player's body shows into his slot. `ps.stats[0]` is not in it: the engine copies it at the frame's end. */
export function show(world: World, player: Player): void {
  world.server.set(player.slot, bodyOf(world, player))
}

export function bodyOf(world: World, player: Player): ClientValues {
  const { state, stance, health, helmet } = player
  const clock = world.server.now - world.start
  const dead = state === 'downed'
  const flags = (state === 'waiting' ? LIMBO : 0) + (clock < player.locked_until ? LOCKED : 0)
  if (state === 'waiting') return { health, 'ps.pm_flags': flags }
  return {
    health,
    'ps.pm_type': state === 'spectating' ? PM.spectator : dead ? PM.dead : PM.normal,
    'ps.pm_flags': flags + (stance > 0 ? DUCKED : 0),
    'ps.viewheight': dead ? -16 : VIEW_HEIGHTS[stance],
    'ps.eFlags':
      (dead ? EF.dead : 0) +
      (stance === 1 ? EF.crouching : stance === 2 ? EF.prone : 0) +
      (clock - player.fired_ms <= FIRING_MS ? EF.firing : 0) +
      (helmet ? 0 : EF.headshot),
  }
}

/** All that a player has when he is placed in the world with full health. */
export function placed(world: World, player: Player, health: number): ClientValues {
  const { team, player_class, counts } = player
  const most = fullHealth(world, player)
  return {
    ...bodyOf(world, player),
    health,
    'ps.stats[0]': health,
    'ps.stats[3]': player_class === CLASS.medic ? Math.floor(most * 1.12) : most,
    'ps.stats[4]': player_class,
    'ps.stats[7]': 12_000,
    'ps.stats[8]': player.stamina,
    'ps.pm_flags': RESPAWNED,
    'ps.persistant[3]': team,
    'ps.persistant[4]': counts.spawned,
    'ps.persistant[7]': -1,
    'ps.origin': player.at,
    'ps.velocity': [0, 0, 0],
    'ps.viewangles': [0, player.yaw, 0],
    'ps.weapon': team === SPECTATOR ? 0 : player.weapon.wp,
    'ps.leanf': 0,
    'ps.powerups[5]': 0,
    'ps.powerups[6]': 0,
    'sess.playerType': player_class,
    'sess.latchPlayerType': player_class,
    'pers.lastSpawnTime': world.stamp,
    'pers.maxHealth': most,
    's.groundEntityNum': WORLD_GROUND,
    deathTime: 0,
    lasthurt_client: 0,
    lasthurt_time: 0,
    classname: 'player',
  }
}

const WORLD_GROUND = 1_022

/** How far an enemy may run across a view before the view follows, degrees. */
const STEADY = 4

/** Turns a player's view to a place, in whole degrees. */
export function turn(world: World, player: Player, to: Vector): void {
  const yaw = (Math.atan2(to[1] - player.at[1], to[0] - player.at[0]) * 180) / Math.PI
  const far = apart(player.at, to)
  const pitch = far === 0 ? 0 : (-Math.asin((to[2] - player.at[2]) / far) * 180) / Math.PI
  if (Math.abs(yaw - player.yaw) < STEADY && Math.abs(pitch - player.pitch) < STEADY) return
  player.yaw = Math.round(yaw)
  player.pitch = Math.round(pitch) + 0
  world.server.set(player.slot, { 'ps.viewangles': [player.pitch, player.yaw, 0] })
}

/** What each frame of the engine does last: the shown health is the real one again, and fresh statistics are readable. */
export function settle(world: World, statistics: boolean): void {
  const clock = world.server.now - world.start
  for (const player of world.stale) {
    const { state, slot, health, fired_ms, locked_until } = player
    if (state === 'alive' || state === 'downed') {
      show(world, player)
      world.server.set(slot, { 'ps.stats[0]': health })
    }
    if (clock - fired_ms > FIRING_MS && clock >= locked_until) world.stale.delete(player)
  }
  if (statistics) for (const player of world.players) showShots(world, player)
}

export function showShots({ server }: World, player: Player): void {
  for (const row of player.fresh_shots) {
    const shots = player.shots.get(row)
    if (shots !== undefined) server.to.weaponStats(player.slot, row, shots)
  }
  player.fresh_shots.clear()
}

export const FROZEN = PM.frozen
