import { mapTeam } from './sides.ts'
import { stop } from './walking.ts'
import { type Player, type Task, tell, type World } from './world.ts'

const CARRIED = 2_147_483_647
const DROPPED_FLAG = 4_096
const NO_DRAW = 64
/** An item that lies about goes home after this, ms. */
export const RETURNS_MS = 30_000

/** The entity of a dropped copy, beside the one at home. */
function copyOf({ thing }: Task): number {
  return thing + 100
}

/** The power-up that its carrier has is named after the item's owner. */
function powerup(world: World): 'ps.powerups[5]' | 'ps.powerups[6]' {
  return world.map.defender === 1 ? 'ps.powerups[5]' : 'ps.powerups[6]'
}

function classname(world: World): string {
  return world.map.defender === 1 ? 'team_CTF_redflag' : 'team_CTF_blueflag'
}

/** An attacker touches the documents: "Item:", then the map's announcement, then the popup (et-lua-api 3.7). */
export function take(world: World, player: Player, task: Task): void {
  const { server } = world
  const { name } = task.stage
  const side = mapTeam(player.team)
  server.call('et_Print', `Item: ${player.slot} ${classname(world)}\n`)
  server.call('et_Print', `legacy announce: "^7${side.title} have stolen ${name}!"\n`)
  server.call('et_Print', `legacy popup: ^7${side.word}^7 stole "${name}"\n`)
  server.set(player.slot, { [powerup(world)]: CARRIED })
  if (task.item === 'dropped') server.to.free(copyOf(task))
  server.to.entity(task.thing, { 's.eFlags': NO_DRAW, 'r.contents': 0 })
  task.item = 'carried'
  player.carries = true
  tell(world, { kind: 'taken', slot: player.slot, text: name })
}

/** What a carrier holds falls where he stands. */
export function drop(world: World, player: Player): void {
  const task = world.tasks.find(({ item, done }) => item === 'carried' && !done)
  if (!player.carries || task === undefined) return
  stop(world, player)
  const { server } = world
  player.carries = false
  server.set(player.slot, { [powerup(world)]: 0 })
  task.item = 'dropped'
  task.at = world.map.ground(player.at)
  task.dropped_ms = server.now - world.start
  server.to.entity(copyOf(task), {
    classname: classname(world),
    inuse: 1,
    flags: DROPPED_FLAG,
    message: task.stage.name,
    's.eType': 2,
    'r.currentOrigin': task.at,
    's.origin': task.at,
  })
  tell(world, { kind: 'dropped', slot: player.slot, text: task.stage.name })
}

/** A defender touches dropped documents, or their time is over: home they go, and nobody is named. */
export function giveBack(world: World, task: Task): void {
  const { server, map } = world
  const side = mapTeam(map.defender)
  server.to.free(copyOf(task))
  server.to.entity(task.thing, { 's.eFlags': 0, 'r.contents': 256 })
  server.call('et_Print', `legacy popup: ^7${side.word}^7 returned "${task.stage.name}"\n`)
  server.call('et_Print', `legacy announce: "^7${side.title} have returned ${task.stage.name}!"\n`)
  task.item = 'home'
  task.at = homeOf(world, task)
  tell(world, { kind: 'returned', text: task.stage.name })
}

export function homeOf({ map }: World, { stage }: Task) {
  return map.places(stage.at)[0] as Task['at']
}

/** The carrier stands where the documents belong: the power-up is gone while he lives, and the map says so. */
export function deliver(world: World, player: Player, task: Task): void {
  const { server } = world
  player.carries = false
  task.done = true
  server.set(player.slot, { [powerup(world)]: 0 })
  server.call('et_Print', `legacy announce: "^7${mapTeam(player.team).title} have secured ${task.stage.name}!"\n`)
  tell(world, { kind: 'delivered', slot: player.slot, text: task.stage.name })
}
