import type { Vector } from './fields.ts'
import { DAMAGE, hurt } from './harm.ts'
import type { Weapon } from './weapons.ts'
import { apart, clockOf, eyesOf, type Player, type World } from './world.ts'

const BODY_QUEUE = 64

/** A grenade or a rocket under way; it explodes inside a frame, whatever became of its owner (et-lua-api 2.1). */
export function explodeLater(world: World, owner: Player, weapon: Weapon, at: Vector, in_ms: number): void {
  world.missiles.push({ owner, weapon, at, explodes_at: clockOf(world) + in_ms })
}

/** Lets explode what is due in this frame. */
export function explosions(world: World): void {
  const { missiles } = world
  if (missiles.length === 0) return
  const clock = world.stamp - world.start
  for (const missile of missiles.filter(({ explodes_at }) => explodes_at <= clock)) {
    missiles.splice(missiles.indexOf(missile), 1)
    explode(world, missile.owner, missile.weapon, missile.at)
  }
}

/** Hurts everybody near by, the nearest first; each one's death comes before the next one's hit (et-lua-api 3.3). */
export function explode(world: World, owner: Player, weapon: Weapon, at: Vector): void {
  const [most, radius] = weapon.splash ?? [0, 0]
  const near = world.players
    .filter(({ state }) => state === 'alive' || state === 'downed')
    .map((target) => ({ target, far: apart(target.at, at) }))
    .filter(({ target, far }) => far < radius && world.map.sees([at[0], at[1], at[2] + 10], eyesOf(target)))
    .sort((a, b) => a.far - b.far || a.target.slot - b.target.slot)
  for (const { target, far } of near) {
    const damage = Math.floor(most * (1 - far / radius))
    if (damage < 1) continue
    hurt(world, {
      target,
      attacker: owner.state === 'gone' ? undefined : owner,
      damage,
      mod: weapon.mod,
      flags: DAMAGE.radius,
      weapon,
    })
  }
  // somebody's corpse lies there too: the engine tells of damage to things that are no players
  if (!world.over && near.length > 0 && world.chance.chance(0.3)) {
    world.server.call(
      'et_Damage',
      BODY_QUEUE + world.chance.whole(0, 7),
      owner.slot,
      most / 2,
      DAMAGE.radius,
      weapon.mod,
    )
  }
}
