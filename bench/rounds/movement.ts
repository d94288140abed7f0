import { GROUND_Z } from './arena.ts'
import type { Fighter, World } from './world.ts'
import { distance } from './world.ts'

/** Server frame, ms. */
export const FRAME_MS = 50

const SECONDS = FRAME_MS / 1000
/** Share of the difference to the wished velocity that friction and acceleration take in one frame. */
const GRIP = 0.42
/** Share of the frames in which the direction and the speed slip a little. */
const UNSTEADY = 0.2
const GRAVITY = 800
const JUMP_SPEED = 270

// units/s, as measured on a server: running, sprinting, crouching
const RUN = 254
const SPRINT = 349.2
const CROUCH = 80

/** Decides where a player wants to go and moves him by one frame. */
export function move(world: World, fighter: Fighter): void {
  if (world.elapsed_ms >= fighter.decides_at) decide(world, fighter)
  fighter.heading += fighter.turn
  if (world.chance.chance(UNSTEADY)) slip(world, fighter)
  fighter.velocity_x += (Math.cos(fighter.heading) * fighter.pace - fighter.velocity_x) * GRIP
  fighter.velocity_y += (Math.sin(fighter.heading) * fighter.pace - fighter.velocity_y) * GRIP
  if (Math.hypot(fighter.velocity_x, fighter.velocity_y) < 4) {
    fighter.velocity_x = 0
    fighter.velocity_y = 0
  }
  fighter.x += fighter.velocity_x * SECONDS
  fighter.y += fighter.velocity_y * SECONDS
  fall(fighter)
}

/** Nobody's hand is quite still, and no floor quite even. */
function slip({ chance }: World, fighter: Fighter): void {
  fighter.heading += chance.between(-0.06, 0.06)
  fighter.velocity_x *= chance.between(0.96, 1)
}

/** Heights: the way to a higher or lower place rises evenly; a jump is a jump. */
function fall(fighter: Fighter): void {
  if (fighter.velocity_z !== 0) {
    fighter.z += fighter.velocity_z * SECONDS
    fighter.velocity_z -= GRAVITY * SECONDS
    if (fighter.velocity_z < -JUMP_SPEED) fighter.velocity_z = 0
  } else if (fighter.z !== fighter.goal.z) {
    const left = distance(fighter, fighter.goal)
    const step = Math.hypot(fighter.velocity_x, fighter.velocity_y) * SECONDS * 0.4
    if (left < 500 || fighter.z > GROUND_Z) {
      const rise = fighter.goal.z - fighter.z
      fighter.z = Math.abs(rise) <= step ? fighter.goal.z : fighter.z + Math.sign(rise) * step
    }
  }
}

function decide(world: World, fighter: Fighter): void {
  const { chance } = world
  if (distance(fighter, fighter.goal) < 200 || chance.chance(0.02)) fighter.goal = nextGoal(world)
  const toGoal = Math.atan2(fighter.goal.y - fighter.y, fighter.goal.x - fighter.x)
  const { enemy } = fighter
  if (enemy === undefined) {
    fighter.heading = toGoal + chance.between(-0.9, 0.9) * (chance.chance(0.3) ? 1.6 : 0.5)
    fighter.decides_at = world.elapsed_ms + (chance.chance(0.6) ? chance.between(120, 450) : chance.between(500, 2_600))
    fighter.turn = chance.chance(0.5) ? chance.between(-0.03, 0.03) : 0
    setPace(fighter, chance.next(), 0.3, 0.08, 0.1)
  } else {
    const toEnemy = Math.atan2(enemy.y - fighter.y, enemy.x - fighter.x)
    const side = chance.chance(0.5) ? 1 : -1
    fighter.heading = toEnemy + side * chance.between(0.2, 2.1)
    fighter.decides_at = world.elapsed_ms + chance.between(150, 550)
    fighter.turn = 0
    setPace(fighter, chance.next(), 0.12, 0.14, 0.1)
  }
  if (fighter.velocity_z === 0 && chance.chance(0.035)) fighter.velocity_z = JUMP_SPEED
}

function nextGoal({ arena, chance }: World): World['arena']['places'][number] {
  return chance.chance(0.35) ? chance.pick(arena.objectives) : chance.pick(arena.places)
}

function setPace(fighter: Fighter, dice: number, sprints: number, crouches: number, stands: number): void {
  const sprint = dice < sprints
  const crouch = !sprint && dice < sprints + crouches
  const stand = !sprint && !crouch && dice < sprints + crouches + stands
  fighter.sprint = sprint ? 1 : 0
  fighter.stance = crouch ? 1 : stand && dice * 1_000 - Math.floor(dice * 1_000) < 0.15 ? 2 : 0
  fighter.pace = sprint ? SPRINT : crouch ? CROUCH : stand ? 0 : RUN
}
