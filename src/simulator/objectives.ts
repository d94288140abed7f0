import { explode } from './explosions.ts'
import type { Vector } from './fields.ts'
import { deliver, giveBack, homeOf, RETURNS_MS, take } from './items.ts'
import { CLASS } from './people.ts'
import { mapTeam } from './sides.ts'
import { DYNAMITE, PLIERS } from './weapons.ts'
import { apart, clockOf, living, type Player, shotsOf, type Task, tell, type World } from './world.ts'

const BUILD_MS = 10_000
const ARM_MS = 3_000
const DEFUSE_MS = 4_000
/** From the end of the arming to the blast, ms (et-lua-api 9.2). */
const FUSE_MS = 30_000
const TOUCH = 45
const REACH = 80
const ESCORT = 350
const BLOCK = 200
/** Units per second. */
const VEHICLE_SPEED = 40
const FIRST_ENTITY = 100
const CS_OID_TRIGGERS = 769
const CS_OID_DATA = 787
const ET = { item: 2, missile: 3, mover: 4, zone: 12, explosive: 14, constructible: 33 } as const
const TRIGGER = 1_073_741_824

/** The map's tasks, none of them done, with their entities and configstrings. */
export function setTasks(world: World): void {
  const { map, server, tasks } = world
  tasks.length = 0
  server.to.entity(72, { classname: 'script_multiplayer', inuse: 1, scriptName: 'game_manager', 's.eType': 49 })
  server.to.entity(73, {
    classname: 'info_player_intermission',
    inuse: 1,
    'r.currentOrigin': map.camera,
    's.origin': map.camera,
  })
  for (let i = 64; i < 72; i++) server.to.entity(i, { classname: 'bodyque', inuse: 1 })
  map.stages.forEach((stage, i) => {
    const at = map.places(stage.at)[0] as Vector
    const zone = FIRST_ENTITY + 2 * i
    const task: Task = {
      stage,
      zone,
      thing: zone + 1,
      done: false,
      at,
      item: 'home',
      dropped_ms: 0,
      work_ms: 0,
      charge: 0,
      charge_by: undefined,
      blows_at: 0,
      leg: 0,
    }
    tasks.push(task)
    const around = (by: number, up: number): Vector => [at[0] + by, at[1] + by, at[2] - 24 + up]
    server.to.entity(zone, {
      classname: 'trigger_objective_info',
      inuse: 1,
      track: stage.name,
      message: stage.name,
      target: `thing${i}`,
      's.eType': ET.zone,
      's.teamNum': i,
      spawnflags: map.defender === 1 ? 1 : 2,
      'r.contents': TRIGGER,
      'r.absmin': around(-96, -2),
      'r.absmax': around(96, 128),
    })
    server.to.entity(task.thing, { inuse: 1, targetname: `thing${i}`, track: stage.name, ...thingOf(world, task) })
    server.to.configstrings({
      [CS_OID_TRIGGERS + i]: stage.name,
      [CS_OID_DATA + i]:
        `\\e\\${zone}\\o\\0\\s\\1\\n\\${stage.name}\\x\\${at[0]}\\y\\${at[1]}\\z\\${Math.floor(at[2]) + 40}`,
    })
  })
}

function thingOf({ map }: World, { stage, at }: Task) {
  const box = { 'r.absmin': [at[0] - 40, at[1] - 40, 0], 'r.absmax': [at[0] + 40, at[1] + 40, 100] } as const
  if (stage.kind === 'documents') {
    const classname = map.defender === 1 ? 'team_CTF_redflag' : 'team_CTF_blueflag'
    return {
      classname,
      message: stage.name,
      's.eType': ET.item,
      'r.currentOrigin': at,
      's.origin': at,
      'r.contents': 256,
    }
  }
  if (stage.kind === 'vehicle') {
    return {
      classname: 'script_mover',
      scriptName: 'train',
      's.eType': ET.mover,
      'r.currentOrigin': at,
      health: 1_200,
      count: 1_200,
      spawnflags: 144,
    }
  }
  if (stage.kind === 'dynamite')
    return { classname: 'func_explosive', 's.eType': ET.explosive, health: 500, takedamage: 1, ...box }
  return {
    classname: 'func_constructible',
    's.eType': ET.constructible,
    's.teamNum': 3 - map.defender,
    entstate: 1,
    ...box,
  }
}

/** What the attackers have to do now. */
export function currentTask({ tasks }: World): Task | undefined {
  return tasks.find(({ done }) => !done)
}

/** Whether a player has something to do with his hands here; then a frame's work is done. */
export function work(world: World, player: Player): boolean {
  const task = currentTask(world)
  if (task === undefined) return false
  const attacks = player.team !== world.map.defender
  if (task.stage.kind === 'documents') {
    touch(world, player, task, attacks)
    return false
  }
  if (player.player_class !== CLASS.engineer || apart(player.at, task.at) > REACH || player.enemy !== undefined)
    return false
  if (task.stage.kind === 'construct' && attacks) build(world, player, task)
  else if (task.stage.kind === 'dynamite' && attacks && task.charge < 2) plant(world, player, task)
  else if (task.stage.kind === 'dynamite' && !attacks && task.charge === 2) defuse(world, player, task)
  else return false
  return true
}

function touch(world: World, player: Player, task: Task, attacks: boolean): void {
  const target = world.map.places(task.stage.to ?? '')[0]
  if (player.carries) {
    if (target !== undefined && apart(player.at, target) < REACH) deliver(world, player, task)
  } else if (task.item !== 'carried' && attacks && apart(player.at, task.at) < TOUCH) take(world, player, task)
  else if (task.item === 'dropped' && !attacks && apart(player.at, task.at) < TOUCH) giveBack(world, task)
}

function pliers(world: World, player: Player): void {
  world.server.set(player.slot, { 'ps.weapon': PLIERS })
  world.server.call('et_WeaponFire', player.slot, PLIERS)
}

function build(world: World, player: Player, task: Task): void {
  const { server } = world
  pliers(world, player)
  task.work_ms += server.frame_ms
  if (task.work_ms % 1_000 === 0) {
    server.to.entity(task.thing, {
      entstate: 2,
      's.angles2': [0, 0, 0].map((_, i) =>
        i === 0 ? Math.floor((255 * task.work_ms) / BUILD_MS) : 0,
      ) as unknown as Vector,
    })
  }
  if (task.work_ms < BUILD_MS) return
  task.done = true
  server.to.entity(task.thing, { entstate: 0, takedamage: 1, 's.angles2': [0, 1, 0] })
  server.call('et_Print', `legacy announce: "^7${mapTeam(player.team).title} have built ${task.stage.name}!"\n`)
  server.call('et_Print', `Repair: ${player.slot}\n`)
  tell(world, { kind: 'constructed', slot: player.slot, text: task.stage.name })
}

function plant(world: World, player: Player, task: Task): void {
  const { server } = world
  const stick = charge(task)
  if (task.charge === 0) {
    task.charge = 1
    task.charge_by = player
    task.work_ms = 0
    shotsOf(player, DYNAMITE.row).atts += 1
    server.set(player.slot, { 'ps.weapon': DYNAMITE.wp })
    server.call('et_WeaponFire', player.slot, DYNAMITE.wp)
    server.to.entity(stick, {
      classname: 'dynamite',
      inuse: 1,
      's.eType': ET.missile,
      's.weapon': DYNAMITE.wp,
      's.clientNum': player.slot,
      's.teamNum': player.team,
      's.effect1Time': 0,
      'r.currentOrigin': task.at,
    })
    return
  }
  pliers(world, player)
  task.work_ms += server.frame_ms
  if (task.work_ms < ARM_MS) return
  const { name } = task.stage
  task.charge = 2
  task.charge_by = player
  task.work_ms = 0
  task.blows_at = clockOf(world) + FUSE_MS
  server.to.entity(stick, { 's.effect1Time': world.stamp, 's.clientNum': player.slot })
  server.call('et_Print', `legacy popup: ^7${mapTeam(player.team).word}^7 planted "${name}"\n`)
  server.call('et_Print', `Dynamite_Plant: ${player.slot} ${name}\n`)
  tell(world, { kind: 'planted', slot: player.slot, text: name })
}

function defuse(world: World, player: Player, task: Task): void {
  const { server } = world
  pliers(world, player)
  task.work_ms += server.frame_ms
  if (task.work_ms < DEFUSE_MS) return
  const { name } = task.stage
  task.charge = 0
  task.work_ms = 0
  server.to.free(charge(task))
  server.call('et_Print', `Dynamite_Diffuse: ${player.slot} ${name}\n`)
  server.call('et_Print', `legacy popup: ^7${mapTeam(player.team).word}^7 defused "${name}"\n`)
  tell(world, { kind: 'defused', slot: player.slot, text: name })
}

function charge({ thing }: Task): number {
  return thing + 200
}

/** What the map does by itself inside a frame; true when the attackers have done everything. */
export function mapFrame(world: World): boolean {
  const task = currentTask(world)
  if (task === undefined) return true
  const clock = world.stamp - world.start
  if (task.charge === 2 && clock >= task.blows_at) blow(world, task)
  if (task.item === 'dropped' && clock - task.dropped_ms >= RETURNS_MS) giveBack(world, task)
  const carrier = task.item === 'carried' ? world.players.find(({ carries }) => carries) : undefined
  if (carrier !== undefined) task.at = carrier.at
  else if (task.item === 'home' && task.stage.kind === 'documents') task.at = homeOf(world, task)
  if (task.stage.kind === 'vehicle') roll(world, task)
  return currentTask(world) === undefined
}

/** Victims first, then the log's line, then the map's word (et-lua-api 3.7). */
function blow(world: World, task: Task): void {
  const { server } = world
  const planter = task.charge_by as Player
  task.done = true
  explode(world, planter, DYNAMITE, task.at)
  server.to.free(charge(task))
  server.to.free(task.thing)
  server.to.free(task.zone)
  server.call('et_Print', `Objective_Destroyed: ${planter.slot} ${task.stage.name}\n`)
  server.call('et_Print', `legacy announce: "^7${mapTeam(planter.team).title} have destroyed ${task.stage.name}!"\n`)
  tell(world, { kind: 'destroyed', slot: planter.slot, text: task.stage.name })
}

/** The vehicle rolls while attackers are near and no defender is in its way. */
function roll(world: World, task: Task): void {
  const { map, server } = world
  const near = (team: number, reach: number) =>
    living(world).some((one) => one.team === team && apart(one.at, task.at) < reach)
  if (!near(3 - map.defender, ESCORT) || near(map.defender, BLOCK)) return
  const next = map.places(task.stage.to?.[task.leg] ?? '')[0]
  if (next === undefined) return
  const to = map.step(task.at, next) ?? next
  const far = apart(task.at, to)
  const stride = (VEHICLE_SPEED * server.frame_ms) / 1_000
  const part = Math.min(1, stride / Math.max(far, 0.001))
  task.at = [0, 1, 2].map(
    (axis) => (task.at[axis] as number) + ((to[axis] as number) - (task.at[axis] as number)) * part,
  ) as unknown as Vector
  if ((world.stamp - world.start) % 1_000 === 0) server.to.entity(task.thing, { 'r.currentOrigin': task.at })
  if (apart(task.at, next) > 1) return
  task.leg += 1
  task.done = task.leg >= (task.stage.to?.length ?? 0)
  const where = task.done ? 'reached its end' : `passed point ${task.leg}`
  server.call('et_Print', `legacy announce: "^7${task.stage.name} has ${where}!"\n`)
}
