import type { Vector } from './fields.ts'
import { show } from './show.ts'
import { apart, clockOf, type Player, type World } from './world.ts'

// units/s, as measured on a server
const RUN = 254
const SPRINT = 349
const CROUCH = 80
const PRONE = 67

/** Stamina lost and won per ms (et-lua-api 6.4). */
const TIRES = 5
const RESTS = 0.5
const STAMINA = 20_000
const TOLD_MS = 200

const ON_GROUND = 1_022
const IN_THE_AIR = 1_023

const HOP_MS = 100
/** Heights of a jump of 270 units/s every 100 ms, by the engine's gravity of 800. */
const HOP = [23, 38, 45, 44, 35, 18, 0] as const

/** Where a player is at this time of the clock. */
export function follow(world: World, player: Player): void {
  const { walk } = player
  if (walk === undefined) return
  const passed = clockOf(world) - walk.start_ms
  const leg = Math.floor(passed / walk.ms)
  if (leg >= walk.places.length) {
    player.at = walk.places.at(-1) as Vector
    if (isHop(player)) world.server.set(player.slot, { 's.groundEntityNum': ON_GROUND })
    player.walk = undefined
    return
  }
  const from = leg === 0 ? walk.from : (walk.places[leg - 1] as Vector)
  const to = walk.places[leg] as Vector
  const part = (passed - leg * walk.ms) / walk.ms
  player.at = [
    from[0] + (to[0] - from[0]) * part,
    from[1] + (to[1] - from[1]) * part,
    from[2] + (to[2] - from[2]) * part,
  ]
}

/** Walks in a straight line to a place that can be reached so. */
export function walkTo(world: World, player: Player, to: Vector): void {
  const { server } = world
  const speed = player.stance === 2 ? PRONE : player.stance === 1 ? CROUCH : player.sprints ? SPRINT : RUN
  const ms = Math.max(server.frame_ms, Math.round((apart(player.at, to) / speed) * 1_000))
  const place = rounded(to)
  player.walk = { from: player.at, places: [place], ms, start_ms: clockOf(world) }
  server.move(player.slot, ms, place)
}

/** A jump in passing, ahead or aside. */
export function hop(world: World, player: Player, to: Vector): void {
  const far = apart(player.at, to)
  const reach = Math.min(1, (RUN * HOP_MS * HOP.length) / 1_000 / Math.max(far, 1))
  const places = HOP.map((height, i): Vector => {
    const part = (reach * (i + 1)) / HOP.length
    const at = (axis: 0 | 1) => player.at[axis] + (to[axis] - player.at[axis]) * part
    return rounded([at(0), at(1), player.at[2] + height])
  })
  player.walk = { from: player.at, places, ms: HOP_MS, start_ms: clockOf(world) }
  world.server.set(player.slot, { 's.groundEntityNum': IN_THE_AIR })
  world.server.move(player.slot, HOP_MS, ...places)
}

export function stop(world: World, player: Player): void {
  if (player.walk === undefined) return
  // a jump ends on the floor, wherever it was broken off
  const floor = world.map.ground(player.at)[2]
  player.at = rounded([player.at[0], player.at[1], isHop(player) ? floor : player.at[2]])
  player.walk = undefined
  world.server.set(player.slot, { 'ps.origin': player.at, 'ps.velocity': [0, 0, 0], 's.groundEntityNum': ON_GROUND })
}

export function isHop({ walk }: Player): boolean {
  return walk !== undefined && walk.places.length > 1
}

export function setStance(world: World, player: Player, stance: Player['stance']): void {
  if (player.stance === stance) return
  player.stance = stance
  show(world, player)
}

/** A frame's worth of running tired or resting; told now and then, since nobody reads it every frame. */
export function breathe(world: World, player: Player): void {
  const { frame_ms } = world.server
  const runs = player.sprints && player.walk !== undefined && player.stance === 0
  const before = player.stamina
  player.stamina = Math.min(STAMINA, Math.max(0, before + frame_ms * (runs ? -TIRES : RESTS)))
  if (player.stamina === 0) player.sprints = false
  const tell_ms = runs ? TOLD_MS : 20 * TOLD_MS
  if (before !== player.stamina && clockOf(world) % tell_ms === 0) {
    world.server.set(player.slot, { 'ps.stats[8]': Math.round(player.stamina) })
  }
}

function rounded([x, y, z]: Vector): Vector {
  return [Math.round(x * 10) / 10, Math.round(y * 10) / 10, Math.round(z * 1_000) / 1_000]
}
