import { explodeLater } from './explosions.ts'
import type { Vector } from './fields.ts'
import { DAMAGE, hurt } from './harm.ts'
import { CLASS } from './people.ts'
import { turn } from './show.ts'
import { face } from './sight.ts'
import { hop, isHop, setStance, stop, walkTo } from './walking.ts'
import { AIRSTRIKE, type Weapon } from './weapons.ts'
import { apart, armsOf, clockOf, living, type Player, shotsOf, type World } from './world.ts'

const RELOAD_MS = 2_400
/** 100 % up to here, 50 % from there (et-lua-api 3.6). */
const FALLOFF = [1_500, 2_500] as const
const LEAST_HEADSHOT = 50
const HELMET = 0.8
/** Shares of hits on arms, body, legs of those that miss the head. */
const ARMS = 0.2
const BODY = 0.75
/** How likely a mate in the line of fire is hit instead. */
const MATE_IN_LINE = 0.5
const MATE_WIDTH = 40
const KNIFE_REACH = 60
const CALM_MS = 2_000
/** Until a field operative may call the next air strike, and until its bombs fall in a row through the marker. */
const CHARGE_MS = 40_000
const BOMBS_MS = 3_500
const BOMBS = [-250, 0, 250] as const

/** What a player does who has an enemy: shoots, throws, steps aside. */
export function fight(world: World, player: Player, enemy: Player): void {
  const clock = clockOf(world)
  if (clock >= player.strafes_at && !isHop(player)) strafe(world, player, enemy)
  if (clock < player.fires_at || player.seen_ms < clock - 150) return
  const { gun, grenade, rocket, knife } = armsOf(player)
  const far = apart(player.at, enemy.at)
  if (player.player_class === CLASS.soldier && far > 350 && far < 1_400 && world.chance.chance(0.02)) {
    shoot(world, player, rocket)
    explodeLater(world, player, rocket, enemy.at, Math.round(far / 2.5))
    player.fires_at = clock + 2_000
  } else if (player.player_class === CLASS.fieldops && far > 700 && clock >= player.works_until) {
    player.works_until = clock + CHARGE_MS
    player.fires_at = clock + 1_000
    shoot(world, player, AIRSTRIKE)
    const along = Math.atan2(enemy.at[1] - player.at[1], enemy.at[0] - player.at[0])
    for (const [i, reach] of BOMBS.entries()) {
      const at: Vector = [enemy.at[0] + Math.cos(along) * reach, enemy.at[1] + Math.sin(along) * reach, enemy.at[2]]
      explodeLater(world, player, AIRSTRIKE, at, BOMBS_MS + 250 * i)
    }
  } else if (player.grenades > 0 && far > 400 && far < 1_000 && world.chance.chance(0.012)) {
    player.grenades -= 1
    shoot(world, player, grenade)
    explodeLater(world, player, grenade, enemy.at, 3_900)
    player.fires_at = clock + 1_000
  } else if (far < KNIFE_REACH) {
    aim(world, player, enemy, knife)
    player.fires_at = clock + knife.shot_ms
  } else if (player.clip === 0) {
    player.clip = gun.clip
    player.fires_at = clock + RELOAD_MS
  } else {
    player.clip -= 1
    aim(world, player, enemy, gun)
    player.fires_at = clock + gun.shot_ms + (world.chance.chance(0.06) ? 450 : 0)
  }
}

function shoot(world: World, player: Player, weapon: Weapon): void {
  const { server } = world
  player.fired_ms = clockOf(world)
  player.weapon = weapon
  shotsOf(player, weapon.row).atts += 1
  server.set(player.slot, { 'ps.weapon': weapon.wp })
  world.stale.add(player)
  server.call('et_WeaponFire', player.slot, weapon.wp)
  if (world.playing) world.happenings.push({ time_ms: clockOf(world), kind: 'shot', slot: player.slot })
}

function aim(world: World, player: Player, enemy: Player, weapon: Weapon): void {
  const { chance } = world
  turn(world, player, enemy.at)
  shoot(world, player, weapon)
  const far = apart(player.at, enemy.at)
  if (!chance.chance(hitChance(player, enemy, far))) return
  const target = inTheWay(world, player, enemy)
  const head = weapon.regions && chance.chance(0.05 + 0.2 * player.person.skill)
  const dice = chance.next()
  const region = head ? 0 : dice < ARMS ? 1 : dice < BODY ? 2 : 3
  const share = 1 - 0.5 * Math.min(1, Math.max(0, (far - FALLOFF[0]) / (FALLOFF[1] - FALLOFF[0])))
  let damage = weapon.damage * share
  if (head) {
    damage = Math.max(LEAST_HEADSHOT, damage * 2)
    if (target.helmet) damage *= HELMET
  }
  const surprised = isSurprised(world, player, target)
  target.hurt_ms = clockOf(world)
  hurt(world, {
    target,
    attacker: player,
    damage: Math.floor(damage),
    mod: weapon.mod,
    flags: weapon.regions ? DAMAGE.falloff : DAMAGE.none,
    weapon,
    ...(weapon.regions ? { region } : {}),
  })
  if (surprised && target.state === 'alive') {
    face(world, target, player, target.person.reaction_ms * chance.between(0.8, 1.3))
    turn(world, target, player.at)
  }
}

/** Whoever has not fired lately and is hit for the first time: he turns to where it came from, and begins to aim anew. */
function isSurprised(world: World, player: Player, { state, team, fired_ms, hurt_ms }: Player): boolean {
  const clock = clockOf(world)
  return state === 'alive' && team !== player.team && clock - fired_ms > CALM_MS && clock - hurt_ms > CALM_MS
}

function hitChance({ person: { skill }, walk, stance }: Player, enemy: Player, far: number): number {
  const near = 0.16 + 0.26 * skill
  // a holder chooses his cover
  const cover = enemy.stance === 1 ? 1 - 0.8 * enemy.person.holds : 1
  const own = (walk === undefined ? 1.15 : 1) * (stance === 1 ? 1.15 : 1)
  const his = enemy.walk === undefined ? 1.2 : enemy.sprints ? 0.75 : 1
  return near * own * his * cover * Math.max(0.35, 1 - far / 3_200)
}

/** The enemy, or a mate who runs into the line of fire. */
function inTheWay(world: World, player: Player, enemy: Player): Player {
  const far = apart(player.at, enemy.at)
  for (const mate of living(world, player.team)) {
    const away = apart(player.at, mate.at)
    if (mate === player || away > far) continue
    const along =
      ((mate.at[0] - player.at[0]) * (enemy.at[0] - player.at[0]) +
        (mate.at[1] - player.at[1]) * (enemy.at[1] - player.at[1])) /
      far
    if (along < 60 || along > far) continue
    const aside = Math.sqrt(Math.max(0, away ** 2 - along ** 2))
    if (aside < MATE_WIDTH && world.chance.chance(MATE_IN_LINE)) return mate
  }
  return enemy
}

/** A step to the side; the better ones use it more, a holder ducks. */
function strafe(world: World, player: Player, enemy: Player): void {
  const { chance, map } = world
  player.strafes_at = clockOf(world) + chance.between(300, 700)
  player.sprints = false
  turn(world, player, enemy.at)
  const toward = Math.atan2(enemy.at[1] - player.at[1], enemy.at[0] - player.at[0])
  const ducks = player.team === map.defender ? player.person.holds : 0
  if (chance.chance(0.2 + 0.7 * ducks)) {
    stop(world, player)
    setStance(world, player, chance.chance(0.5 + ducks / 2) ? 1 : chance.chance(0.1) ? 2 : 0)
    return
  }
  setStance(world, player, 0)
  const angle = toward + (chance.chance(0.5) ? 1 : -1) * chance.between(1, 1.9)
  const reach = chance.between(60, 160)
  const to: Vector = [
    player.at[0] + Math.cos(angle) * reach,
    player.at[1] + Math.sin(angle) * reach,
    map.ground(player.at)[2],
  ]
  if (!map.walkable(player.at, to)) stop(world, player)
  else if (chance.chance(0.12)) hop(world, player, to)
  else walkTo(world, player, to)
}
