import { asText } from './bytes.ts'
import { drop } from './items.ts'
import { enterLimbo } from './lives.ts'
import { show, showShots } from './show.ts'
import { stop } from './walking.ts'
import { MEANS, MEANS_NAMES, type Weapon } from './weapons.ts'
import { clockOf, type Player, shotsOf, tell, WORLD_ENTITY, type World } from './world.ts'

/** Bits of the flags of et_Damage (et-lua-api 3.6). */
export const DAMAGE = { none: 0, radius: 1, no_protection: 32, falloff: 64 } as const

/** A hit as the engine takes it: after falloff, head and helmet, and not cut at the health that is left. */
export interface Blow {
  readonly target: Player
  /** Undefined: the world. */
  readonly attacker: Player | undefined
  readonly damage: number
  readonly mod: number
  readonly flags: number
  readonly weapon?: Weapon
  /** 0 head, 1 arms, 2 body, 3 legs. */
  readonly region?: 0 | 1 | 2 | 3
}

const SPILL = -113
const BROKEN = -175
const GIBBED = -176
const LEAST_BY_BULLET = -174
/** A single hit of more than this leaves nothing to revive. */
const GIBS_AT_ONCE = 190

/** Lets a hit happen in the engine's order: region, et_Damage, health, and if he dies the obituary. */
export function hurt(world: World, blow: Blow): void {
  const { target, attacker, damage, mod, flags, region, weapon } = blow
  const { server } = world
  if (world.over || target.state === 'gone' || target.state === 'waiting' || target.state === 'spectating') return
  if (clockOf(world) < target.shielded_until && target.state === 'alive') return
  if (region !== undefined && attacker !== undefined) {
    attacker.regions[region] += 1
    server.set(attacker.slot, { [`pers.playerStats.hitRegions[${region}]`]: attacker.regions[region] })
  }
  server.call('et_Damage', target.slot, attacker?.slot ?? WORLD_ENTITY, damage, flags, mod)
  const before = target.health
  const lived = target.state === 'alive'
  if (lived) {
    const told = { kind: 'hit' as const, slot: target.slot, other: attacker?.slot ?? WORLD_ENTITY, damage, mod }
    tell(world, { ...told, health: before, ...(region === undefined ? {} : { region }) })
  }
  target.health -= damage
  if (region === 0) target.helmet = false
  const bullet = (flags & DAMAGE.radius) === 0
  if (bullet && target.health < LEAST_BY_BULLET) target.health = LEAST_BY_BULLET
  if (damage > GIBS_AT_ONCE && target.health <= 0) target.health = GIBBED
  count(world, blow, lived)
  server.set(target.slot, {
    health: target.health,
    lasthurt_client: attacker?.slot ?? WORLD_ENTITY,
    lasthurt_time: world.stamp,
    lasthurt_mod: mod,
  })
  world.stale.add(target)
  if (target.health > 0) return
  if (lived) die(world, target, attacker, mod, weapon)
  if (target.health <= BROKEN) gib(world, target, attacker)
  else if (!lived && target.health < SPILL) leaveBody(world, target)
}

function count(world: World, { target, attacker, damage, weapon, region }: Blow, lived: boolean): void {
  if (attacker === undefined || !lived) return
  const mates = attacker.team === target.team
  if (attacker !== target) {
    attacker.counts[mates ? 'team_given' : 'given'] += damage
    target.counts[mates ? 'team_received' : 'received'] += damage
    world.server.set(
      attacker.slot,
      mates ? { 'sess.team_damage_given': attacker.counts.team_given } : { 'sess.damage_given': attacker.counts.given },
    )
    world.server.set(
      target.slot,
      mates
        ? { 'sess.team_damage_received': target.counts.team_received }
        : { 'sess.damage_received': target.counts.received },
    )
  }
  if (weapon === undefined || mates) return
  const shots = shotsOf(attacker, weapon.row)
  shots.hits += 1
  if (region === 0) shots.headshots += 1
}

/** Ends a life: "Kill:" and then the obituary, with the health already gone and the shown health still the old one. */
function die(world: World, victim: Player, killer: Player | undefined, mod: number, weapon?: Weapon): void {
  const { server } = world
  victim.state = 'downed'
  victim.died_ms = clockOf(world)
  victim.taps_at = Number.POSITIVE_INFINITY
  victim.died_by = killer?.slot ?? WORLD_ENTITY
  victim.counts.died += 1
  stop(world, victim)
  const own = killer === undefined || killer === victim
  const mates = killer !== undefined && killer.team === victim.team
  if (mod !== MEANS.switch_team) {
    if (own) victim.counts.self_kills += 1
    else if (mates) killer.counts.team_kills += 1
    else {
      killer.counts.kills += 1
      victim.counts.deaths += 1
      server.set(killer.slot, { 'sess.kills': killer.counts.kills, 'pers.lastkilled_client': victim.slot })
      if (weapon !== undefined) {
        shotsOf(killer, weapon.row).kills += 1
        shotsOf(victim, weapon.row).deaths += 1
        showShots(world, killer)
        showShots(world, victim)
      }
    }
  }
  server.set(victim.slot, {
    health: victim.health,
    'ps.pm_type': 3,
    deathTime: world.stamp,
    'pers.lastkiller_client': killer?.slot ?? WORLD_ENTITY,
    'sess.deaths': victim.counts.deaths,
    'sess.self_kills': victim.counts.self_kills,
    'ps.persistant[6]': victim.counts.died,
    isProp: own || mates ? 1 : 0,
  })
  if (killer !== undefined && !own && !mates) server.call('et_SetPlayerSkill', killer.slot, 4)
  const number = killer?.slot ?? WORLD_ENTITY
  if (world.playing) {
    const by = killer?.name ?? '<world>'
    const means = weapon?.mod === mod ? weapon.mod_name : MEANS_NAMES[mod]
    server.call(
      'et_Print',
      asText(`Kill: ${number} ${victim.slot} ${mod}: ^7${by}^7 killed ${victim.name}^7 by ${means ?? 'MOD_UNKNOWN'}\n`),
    )
  }
  server.call('et_Obituary', victim.slot, number, mod)
  drop(world, victim)
  tell(world, { kind: 'death', slot: victim.slot, other: number, mod, health: victim.health })
  world.stale.add(victim)
}

function gib(world: World, player: Player, by: Player | undefined): void {
  if (player.state !== 'downed') return
  player.health = GIBBED
  tell(world, { kind: 'gib', slot: player.slot, other: by?.slot ?? WORLD_ENTITY })
  enterLimbo(world, player)
}

/** The wounded gives up and goes to limbo; no callback tells of it. */
export function leaveBody(world: World, player: Player): void {
  if (player.state !== 'downed') return
  tell(world, { kind: 'tap_out', slot: player.slot })
  enterLimbo(world, player)
}

/** `/kill`, or the death that a change of team is: no hit precedes it. */
export function killSelf(world: World, player: Player, mod: number): void {
  player.health = 0
  show(world, { ...player, state: 'downed' })
  die(world, player, player, mod)
}

/** A fall: the world's hit; after a push the death is the pusher's (weapons.md). */
export function fall(world: World, player: Player, damage: number, pusher?: Player): void {
  const { server } = world
  if (pusher === undefined || damage < player.health) {
    hurt(world, { target: player, attacker: undefined, damage, mod: MEANS.falling, flags: DAMAGE.no_protection })
    return
  }
  server.call('et_Print', `Shove: ${pusher.slot} ${player.slot}\n`)
  server.call('et_Damage', player.slot, WORLD_ENTITY, damage, DAMAGE.no_protection, MEANS.falling)
  const told = { kind: 'hit' as const, slot: player.slot, other: WORLD_ENTITY, damage, mod: MEANS.falling }
  tell(world, { ...told, health: player.health })
  player.health -= damage
  server.set(player.slot, { health: player.health, lasthurt_client: WORLD_ENTITY, lasthurt_time: world.stamp })
  die(world, player, pusher, MEANS.shove)
}
