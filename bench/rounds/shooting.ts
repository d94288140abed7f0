import { meansOf, sidearms } from './weapons.ts'
import { distance, type Fighter, type Hit, type World } from './world.ts'

const SIGHT = 1_300
const LOOK_MS = 200
/** How likely a fight goes on from one look to the next. */
const STAYS = 0.93
/** From how far a mate comes to help, and how often at a look. */
const CALL = 700
const ANSWERS = 0.2
/** Of a submachine gun. */
const SHOT_MS = 150
const MATE_HITS = 0.018
/** Share of the bursts that are not from the gun. */
const SIDEARM = 0.12

/** Lets a player look around and fire; gives the hits of this frame to the recorders, and who they killed to `kill`. */
export function fight(world: World, fighter: Fighter, kill: (hit: Hit) => void): void {
  const { chance, elapsed_ms } = world
  if (elapsed_ms >= fighter.looks_at) look(world, fighter)
  const { enemy } = fighter
  if (enemy === undefined || !enemy.alive || elapsed_ms < fighter.fires_at) return
  if (fighter.burst === 0) {
    fighter.burst = chance.whole(4, 16)
    if (chance.chance(SIDEARM)) fighter.weapon = chance.pick(sidearms(fighter.player_class, fighter.team).slice(0, 2))
    else fighter.weapon = fighter.gun
    fighter.fires_at = elapsed_ms + chance.between(200, 800)
    return
  }
  fighter.burst -= 1
  fighter.fires_at = elapsed_ms + SHOT_MS
  shoot(world, fighter, enemy, kill)
}

function look(world: World, fighter: Fighter): void {
  fighter.looks_at = world.elapsed_ms + LOOK_MS
  const { enemy } = fighter
  // who has found an enemy follows him around a corner
  if (enemy?.alive && distance(fighter, enemy) < SIGHT && world.chance.chance(STAYS)) return
  let nearest = SIGHT
  let found: Fighter | undefined
  for (const other of world.fighters) {
    if (!other.alive) continue
    if (other.team === fighter.team) {
      found ??= called(world, fighter, other)
      continue
    }
    const away = distance(fighter, other)
    if (away < nearest && world.arena.sees(fighter, other)) {
      nearest = away
      found = other
    }
  }
  if (found !== undefined && enemy === undefined) fighter.decides_at = world.elapsed_ms
  fighter.enemy = found
}

/** The enemy of a mate near by, now and then. */
function called(world: World, fighter: Fighter, mate: Fighter): Fighter | undefined {
  const { enemy } = mate
  if (enemy === undefined || distance(fighter, mate) > CALL || distance(fighter, enemy) > SIGHT) return undefined
  return world.chance.chance(ANSWERS) ? enemy : undefined
}

function shoot(world: World, fighter: Fighter, enemy: Fighter, kill: (hit: Hit) => void): void {
  const { chance } = world
  const away = distance(fighter, enemy)
  const yaw = (Math.atan2(enemy.y - fighter.y, enemy.x - fighter.x) * 180) / Math.PI + chance.between(-3, 3)
  const pitch = (-Math.atan2(enemy.z - fighter.z, away) * 180) / Math.PI + chance.between(-2, 2)
  for (const recorder of world.recorders) recorder.shot?.({ fighter, yaw, pitch })
  if (!chance.chance(0.26 - (0.11 * away) / SIGHT)) return
  const target = chance.chance(MATE_HITS) ? mateBeside(world, fighter, enemy) : enemy
  const dice = chance.next()
  const region = dice < 0.07 ? 0 : dice < 0.25 ? 1 : dice < 0.75 ? 2 : 3
  const full = region === 0 ? 50 : 18
  const damage = away < 700 ? full : Math.max(8, Math.round(full * (1.45 - away / 1_550)))
  const hit = { attacker: fighter, target, damage, weapon: fighter.weapon, region }
  target.health -= damage
  for (const recorder of world.recorders) recorder.hit?.(hit)
  if (target.health <= 0) kill(hit)
}

/** A living mate near the line of fire, or else the enemy. */
function mateBeside(world: World, fighter: Fighter, enemy: Fighter): Fighter {
  const mate = world.fighters.find(
    (other) => other.alive && other !== fighter && other.team === fighter.team && distance(other, fighter) < 500,
  )
  return mate ?? enemy
}

/** How the one who was hit last died. */
export function deathBy({ attacker, target, weapon }: Hit) {
  const type = attacker.team === target.team ? ('teamkill' as const) : ('killed' as const)
  return { victim: target, killer: attacker, weapon, means: meansOf(weapon), type }
}
