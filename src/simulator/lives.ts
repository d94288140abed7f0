import { asText } from './bytes.ts'
import { drop } from './items.ts'
import { bodyOf, fullHealth, placed, show, showShots } from './show.ts'
import { stop } from './walking.ts'
import { SYRINGE, SYRINGE_ROW } from './weapons.ts'
import {
  ALLIES,
  AXIS,
  armsOf,
  clockOf,
  living,
  type Player,
  SPECTATOR,
  shotsOf,
  type TeamNumber,
  tell,
  type World,
} from './world.ts'

const INVULNERABLE_MS = 3_000
const GETTING_UP_MS = 2_100
const CS_PLAYERS = 689

/** Puts a player into the world at his side's spawn with full health (et-lua-api 3.2). */
export function spawn(world: World, player: Player, { teamChange = false } = {}): void {
  const { map, chance, server } = world
  const where = player.team === SPECTATOR ? [map.camera] : map.places(player.team === AXIS ? 'A' : 'L')
  const [x, y, z] = chance.pick(where)
  const aside = () => Math.round(chance.between(-50, 50))
  player.at = player.team === SPECTATOR ? [x, y, z] : [x + aside(), y + aside(), z]
  server.unwatch(player.slot)
  live(world, player)
  const health = player.team === SPECTATOR ? 100 : fullHealth(world, player)
  player.health = health
  const shield = player.team === SPECTATOR ? 0 : world.stamp + INVULNERABLE_MS
  server.set(player.slot, { ...placed(world, player, health), 'ps.powerups[1]': shield })
  server.call('et_ClientSpawn', player.slot, 0, teamChange ? 1 : 0, 1)
  if (player.team !== SPECTATOR) tell(world, { kind: 'spawn', slot: player.slot })
}

function live(world: World, player: Player): void {
  const clock = clockOf(world)
  const { gun } = armsOf(player)
  player.state = player.team === SPECTATOR ? 'spectating' : 'alive'
  player.walk = undefined
  player.goal = player.at
  player.helmet = true
  player.stance = 0
  player.stamina = 20_000
  player.weapon = gun
  player.clip = gun.clip
  player.grenades = 2
  player.enemy = undefined
  player.works = false
  player.carries = false
  player.decides_at = clock + 200
  player.shielded_until = clock + INVULNERABLE_MS
  player.locked_until = 0
  player.counts.spawned += 1
}

/** The body is left behind, and the player watches a mate until the next wave (et-lua-api 3.5). */
export function enterLimbo(world: World, player: Player): void {
  player.state = 'waiting'
  player.walk = undefined
  show(world, player)
  watchMate(world, player)
}

/** Lets somebody who waits watch a living mate, and a spectator anybody. */
export function watchMate(world: World, player: Player): void {
  const { server } = world
  const spectates = player.team === SPECTATOR
  const watched = world.players.find(({ slot }) => slot === server.watchedBy(player.slot))
  if (watched?.state === 'alive' && (spectates || watched.team === player.team)) return
  const [mate] = living(world, spectates ? undefined : player.team)
  if (mate === undefined) {
    server.unwatch(player.slot)
    return
  }
  if (spectates) server.set(player.slot, { 'sess.spectatorState': 2, 'sess.spectatorClient': mate.slot })
  server.watch(player.slot, mate.slot, mate.at)
}

/** A medic's needle brings a wounded player back (et-lua-api 3.4). */
export function revive(world: World, medic: Player, patient: Player): void {
  const { server, stamp } = world
  const clock = clockOf(world)
  const body = patient.at
  shotsOf(medic, SYRINGE_ROW).atts += 1
  server.set(medic.slot, { 'ps.weapon': SYRINGE })
  server.call('et_WeaponFire', medic.slot, SYRINGE)

  const full = fullHealth(world, patient)
  live(world, patient)
  patient.at = [body[0], body[1], body[2] + 9]
  server.set(patient.slot, {
    ...placed(world, patient, full),
    'ps.powerups[1]': stamp + INVULNERABLE_MS,
    'ps.persistant[9]': ++patient.counts.revived,
  })
  server.call('et_ClientSpawn', patient.slot, 1, 0, 1)
  patient.at = body
  patient.health = Math.floor(full / 2)
  patient.locked_until = clock + GETTING_UP_MS
  patient.decides_at = patient.locked_until
  server.set(patient.slot, { health: patient.health, 'ps.origin': body })
  server.call('et_Revive', patient.slot, medic.slot, stamp + INVULNERABLE_MS)
  server.set(patient.slot, { 'pers.lastrevive_client': medic.slot, 'pers.lasthealth_client': medic.slot })
  show(world, patient)
  server.call('et_Print', `Medic_Revive: ${medic.slot} ${patient.slot}\n`)
  server.call('et_SetPlayerSkill', medic.slot, 2)
  server.set(medic.slot, { 'ps.weapon': medic.weapon.wp })
  world.stale.add(patient)
  tell(world, { kind: 'revive', slot: patient.slot, other: medic.slot, health: patient.health })
}

/** What other clients and modules are told about a player. */
export function userinfoChanged(world: World, player: Player): void {
  const { server } = world
  const { slot, name, team, player_class } = player
  const { gun, pistol } = armsOf(player)
  const info =
    `n\\${name}\\t\\${team}\\c\\${player_class}\\lc\\${player_class}\\r\\0\\m\\0000000\\s\\0000000\\dn\\-1` +
    `\\w\\${gun.wp}\\lw\\${gun.wp}\\sw\\${pistol.wp}\\lsw\\${pistol.wp}\\u\\255`
  server.set(slot, { 'pers.netname': asText(name), 'sess.sessionTeam': team, 'ps.stats[4]': player_class })
  server.to.configstrings({ [CS_PLAYERS + slot]: asText(info) })
  server.call('et_ClientUserinfoChanged', slot)
  server.call('et_Print', asText(`ClientUserinfoChanged: ${slot} ${info}\n`))
}

/** The round's clock begins anew, and with it all that was timed by it. */
const AT_THE_START = {
  seen_ms: 0,
  fires_at: 0,
  fired_ms: -10_000,
  hurt_ms: -10_000,
  strafes_at: 0,
  works_until: 0,
  died_ms: 0,
} as const

/** A client comes, for the first time or again after a restart: connect, userinfo, spawn, begin (et-lua-api 3.2). */
export function connect(world: World, player: Player, firstTime: boolean): void {
  const { server } = world
  const { slot, person } = player
  const userinfo = userinfoOf(player)
  server.free(slot)
  server.to.userinfo(slot, asText(userinfo))
  player.regions.fill(0)
  Object.assign(player, AT_THE_START)
  server.set(slot, {
    'pers.connected': 1,
    inuse: 1,
    'sess.sessionTeam': player.team,
    'sess.spectatorState': player.team === SPECTATOR ? 1 : 0,
    'sess.playerType': player.player_class,
    'pers.enterTime': world.stamp,
    'pers.connectTime': world.stamp,
    'r.svFlags': person.is_bot ? 8 : 0,
    'sess.kills': player.counts.kills,
    'sess.deaths': player.counts.deaths,
    'sess.self_kills': player.counts.self_kills,
    'sess.damage_given': player.counts.given,
    'sess.damage_received': player.counts.received,
  })
  server.call('et_ClientConnect', slot, firstTime ? 1 : 0, person.is_bot ? 1 : 0)
  server.call('et_Print', `ClientConnect: ${slot}\n`)
  server.call('et_Print', asText(`Userinfo: ${userinfo}\n`))
  userinfoChanged(world, player)
  server.set(slot, {
    'pers.connected': 2,
    'ps.ping': person.is_bot ? 0 : 48,
    'pers.lastrevive_client': -1,
    'pers.lastkiller_client': -1,
    'pers.lastkilled_client': -1,
    's.eType': 1,
  })
  for (const [row] of player.shots) player.fresh_shots.add(row)
  showShots(world, player)
  tell(world, { kind: 'join', slot, text: player.name })
  spawn(world, player, { teamChange: true })
  server.call('et_Print', `ClientBegin: ${slot}\n`)
  server.call('et_ClientBegin', slot)
}

function userinfoOf({ slot, name, person: { guid, is_bot } }: Player): string {
  const address = is_bot ? 'localhost' : `192.0.2.${10 + slot}:27960`
  return `\\name\\${name}\\rate\\25000\\snaps\\20${guid === '' ? '' : `\\cl_guid\\${guid}`}\\ip\\${address}`
}

/** A client goes; most of his fields stay as they were (et-lua-api 5.1). */
export function disconnect(world: World, player: Player): void {
  const { server } = world
  const { slot } = player
  showShots(world, player)
  stop(world, player)
  server.call('et_ClientDisconnect', slot)
  server.call('et_Print', weaponStatsLine(player))
  server.call('et_Print', `ClientDisconnect: ${slot}\n`)
  drop(world, player)
  tell(world, { kind: 'leave', slot })
  player.state = 'gone'
  server.unwatch(slot)
  server.set(slot, {
    'pers.connected': 0,
    inuse: 0,
    'sess.sessionTeam': 0,
    classname: 'disconnected',
  })
  server.to.configstrings({ [CS_PLAYERS + slot]: '' })
}

export function weaponStatsLine({ slot, shots, counts }: Player): string {
  const rows = [...shots].filter(([, { atts, hits }]) => atts + hits > 0).sort(([a], [b]) => a - b)
  const mask = rows.reduce((sum, [row]) => sum + 2 ** row, 0)
  const numbers = rows.flatMap(([, { hits, atts, kills, deaths, headshots }]) => [hits, atts, kills, deaths, headshots])
  return `WeaponStats: ${[slot, counts.spawned, mask, ...numbers, counts.given, counts.received].join(' ')} 0.00 0.00\n`
}

/**
 * A client chooses a side. In play the engine places him alive and sends him to limbo in the same instant, to wait for
 * the wave (et-lua-api 3.5).
 */
export function chooseTeam(world: World, player: Player, team: TeamNumber): void {
  const { server } = world
  player.team = team
  userinfoChanged(world, player)
  server.set(player.slot, {
    'sess.sessionTeam': team,
    'sess.spectatorState': team === SPECTATOR ? 1 : 0,
    'ps.persistant[3]': team,
  })
  spawn(world, player, { teamChange: true })
  if (team === SPECTATOR || !world.playing) return
  player.health = 0
  player.counts.spawned -= 1
  server.set(player.slot, { ...bodyOf(world, player), health: 0 })
  enterLimbo(world, player)
}

/** The side a player fights against. */
export function foes({ team }: Player): TeamNumber {
  return team === AXIS ? ALLIES : AXIS
}
