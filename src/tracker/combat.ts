/** Hits and deaths, from the engine's hooks: who, whom, by what, and what it means for the two sides. */
import { clock } from './clock.ts'
import { MAX_CLIENTS, originOf, readNumber, type Vector, yawOf } from './engine.ts'
import { type Cause, tellCorpseHit, tellDeath, tellHit } from './events.ts'
import { noteDeath } from './lives.ts'
import { placeOf } from './living.ts'
import { areEnemies, type Person, personIn, plays } from './people.ts'
import { recordLater } from './schedule.ts'
import { charged, reject } from './sensors.ts'
import { hasRegion, MOD_SWITCHTEAM, modName, weaponOf } from './weapons.ts'

/** The engine kills with 100,000 (team change, map); no weapon comes near this (L-17). */
const DAMAGE_LIMIT = 10_000
const REGIONS = 4

/** A client or the world is about to hurt somebody. Called before the health is reduced. */
export function takeDamage(target: number, attacker: number, damage: number, mod: number): void {
  // corpses and things of the map are hit too, and are nobody
  if (target < MAX_CLIENTS) charged('damage', hurt, target, attacker, damage, mod)
}

function hurt(target: number, attacker: number, damage: number, mod: number): void {
  const victim = personIn(target)
  if (victim === undefined) {
    reject('damage', `damage to slot ${target}, where nobody is`)
    return
  }
  if (damage < 0 || damage > DAMAGE_LIMIT) {
    reject('damage', `damage of ${damage}`)
    return
  }
  if (!plays(victim)) return
  const by = attacker < MAX_CLIENTS ? personIn(attacker) : undefined
  const region = by !== undefined && hasRegion(mod) ? regionOf(by) : undefined
  const health = readNumber(target, 'health')
  if (health === undefined) return
  if (health <= 0 || victim.state === 'downed') {
    if (by !== undefined) victim.body_hit_by = by
    tellCorpseHit(victim, by, damage)
    return
  }
  const origin = originOf(target)
  const yaw = yawOf(target)
  if (origin === undefined) return
  const known = by !== undefined && by.state !== 'gone'
  const from = known && by !== victim ? originOf(attacker) : undefined
  const hit = {
    time_ms: clock.now_ms,
    target: victim,
    attacker: by,
    relation: relationOf(victim, by),
    damage,
    health_before: health,
    region,
    weapon: weaponOf(mod),
    mod,
    target_origin: origin,
    target_yaw: yaw,
    attacker_origin: by === victim ? origin : from,
    attacker_yaw: by === victim ? yaw : known ? yawOf(attacker) : undefined,
  }
  victim.origin = origin
  const at: Vector | undefined = hit.attacker_origin
  recordLater('damage', {
    time_ms: hit.time_ms,
    relation: hit.relation,
    attacker_guid: by?.guid,
    attacker_team: by?.team,
    target_guid: victim.guid,
    target_team: victim.team,
    damage,
    health_before: health,
    region,
    weapon_id: hit.weapon,
    mod,
    attacker_x: at?.[0],
    attacker_y: at?.[1],
    attacker_z: at?.[2],
    attacker_yaw: hit.attacker_yaw,
    target_x: origin[0],
    target_y: origin[1],
    target_z: origin[2],
    target_yaw: yaw as number,
  })
  tellHit(hit)
}

function relationOf(target: Person, attacker: Person | undefined): 'enemy' | 'team' | 'self' | 'world' {
  if (attacker === undefined) return 'world'
  if (attacker === target) return 'self'
  return areEnemies(target, attacker) ? 'enemy' : 'team'
}

/** The region whose counter the engine has just raised. Every hit is looked at, so that none is taken for another. */
function regionOf(attacker: Person): number | undefined {
  const before = attacker.regions
  const now: number[] = []
  let region: number | undefined
  for (let i = 0; i < REGIONS; i++) {
    const count = readNumber(attacker.slot, 'pers.playerStats.hitRegions', i)
    if (count === undefined) return undefined
    now.push(count)
    // the counters begin at zero with every round
    if (region === undefined && count > (before?.[i] ?? 0)) region = i
  }
  attacker.regions = now
  return region
}

/** A player has died. */
export function takeObituary(slot: number, killer: number, mod: number): void {
  charged('deaths', die, slot, killer, mod)
}

function die(slot: number, killer: number, mod: number): void {
  const victim = personIn(slot)
  if (victim === undefined || !plays(victim)) return
  const by = killer < MAX_CLIENTS ? personIn(killer) : undefined
  const origin = victim.state === 'alive' ? (originOf(slot) ?? victim.origin) : victim.origin
  const cause = causeOf(victim, by, mod)
  const known = by !== undefined && by !== victim
  const death = {
    time_ms: clock.now_ms,
    victim,
    killer: by,
    cause,
    weapon: weaponOf(mod),
    mod,
    victim_origin: origin,
    killer_origin: by === victim ? origin : known ? placeOf(by) : undefined,
    killer_health: known ? readNumber(killer, 'health') : undefined,
  }
  victim.origin = origin
  tellDeath(death)
  recordLater('deaths', {
    time_ms: death.time_ms,
    connection: victim.connection,
    victim_guid: victim.guid,
    victim_name: victim.name,
    victim_team: victim.team,
    victim_class: victim.player_class,
    killer_guid: by?.guid,
    killer_name: by?.name,
    killer_team: by?.team,
    killer_class: by?.player_class,
    cause,
    mod,
    mod_name: modName(mod),
    victim_x: origin?.[0] as number,
    victim_y: origin?.[1] as number,
    victim_z: origin?.[2] as number,
    killer_x: death.killer_origin?.[0],
    killer_y: death.killer_origin?.[1],
    killer_z: death.killer_origin?.[2],
    killer_health: death.killer_health,
  })
  noteDeath(victim, TRACK_ENDS[cause](mod), by)
}

function causeOf(victim: Person, killer: Person | undefined, mod: number): Cause {
  if (mod === MOD_SWITCHTEAM) return 'team_switch'
  if (killer === undefined) return 'world'
  if (killer === victim) return 'suicide'
  return areEnemies(victim, killer) ? 'kill' : 'team_kill'
}

const MOD_FALLING = 32

/** The older word for each cause, at the end of a track. */
const TRACK_ENDS: Readonly<Record<Cause, (mod: number) => string>> = {
  kill: () => 'killed',
  team_kill: () => 'teamkill',
  suicide: () => 'selfkill',
  team_switch: () => 'selfkill',
  world: (mod) => (mod === MOD_FALLING ? 'fallen' : 'world'),
}
