import { foes } from './lives.ts'
import { apart, clockOf, eyesOf, type Player, type World } from './world.ts'

const SIGHT = 2_200
/** Half the width of a view that notices everything, degrees. */
const FIELD = 60
const NOTICES = 0.85
/** Chance at a look to notice who is behind, and who fires near by. */
const FEELS = 0.05
const HEARS = 0.35
const HEARING = 900
const LOST_MS = 700
const FINISHING_MS = 1_500
/** From how far a partner answers, and in how many ms he has fired too. */
const PARTNER_REACH = 1_500
const ANSWER_MS = [80, 350] as const

/** Lets a player look around; who finds an enemy fires after his reaction time. */
export function look(world: World, player: Player): void {
  const { chance } = world
  const clock = clockOf(world)
  const { enemy } = player
  if (enemy !== undefined) {
    const lasts = enemy.state === 'alive' || finishes(player, enemy, clock)
    if (lasts && canSee(world, player, enemy)) player.seen_ms = clock
    else if (!lasts || clock - player.seen_ms > LOST_MS) player.enemy = undefined
    if (player.enemy !== undefined) return
  }
  const called = partnersEnemy(world, player)
  if (called !== undefined) {
    face(world, player, called, chance.between(...ANSWER_MS))
    return
  }
  let nearest: Player | undefined
  let least = SIGHT
  const team = foes(player)
  for (const other of world.players) {
    if (other.state !== 'alive' || other.team !== team) continue
    const far = apart(player.at, other.at)
    if (far >= least || !chance.chance(noticeChance(world, player, other, far)) || !canSee(world, player, other))
      continue
    nearest = other
    least = far
  }
  if (nearest !== undefined) face(world, player, nearest, player.person.reaction_ms * chance.between(0.75, 1.35))
}

/** Now and then somebody goes on firing at the body. */
function finishes({ slot }: Player, enemy: Player, clock: number): boolean {
  const { state, died_by, died_ms } = enemy
  return state === 'downed' && died_by === slot && clock - died_ms < FINISHING_MS && died_ms % 3 === 0
}

/** Turns against an enemy; the first shot comes after `delay_ms`. */
export function face(world: World, player: Player, enemy: Player, delay_ms: number): void {
  const clock = clockOf(world)
  player.enemy = enemy
  player.seen_ms = clock
  player.fires_at = Math.max(player.fires_at, clock + delay_ms)
  player.strafes_at = clock + delay_ms / 2
}

function canSee({ map }: World, player: Player, other: Player): boolean {
  return apart(player.at, other.at) < SIGHT && map.sees(eyesOf(player), [other.at[0], other.at[1], other.at[2] + 20])
}

function noticeChance(world: World, player: Player, other: Player, far: number): number {
  const yaw = (Math.atan2(other.at[1] - player.at[1], other.at[0] - player.at[0]) * 180) / Math.PI
  const off = Math.abs(((yaw - player.yaw + 540) % 360) - 180)
  if (off < FIELD) return NOTICES
  return far < HEARING && clockOf(world) - other.fired_ms < 500 ? HEARS : FEELS
}

/** How well two get on: 0 for two who only happen to be mates. */
export function chemistry({ pairs }: World, a: Player, b: Player): number {
  const pair = pairs.find(({ guids }) => guids.includes(a.person.guid) && guids.includes(b.person.guid))
  return pair === undefined || a === b || a.team !== b.team ? 0 : pair.chemistry
}

/** The partner on one's side, with whom one has chemistry. */
export function partnerOf(world: World, player: Player): Player | undefined {
  if (player.person.guid === '') return undefined
  return world.players.find((other) => other.state !== 'gone' && chemistry(world, player, other) > 0)
}

function partnersEnemy(world: World, player: Player): Player | undefined {
  const partner = partnerOf(world, player)
  const enemy = partner?.enemy
  if (partner?.state !== 'alive' || enemy?.state !== 'alive') return undefined
  if (apart(player.at, partner.at) > PARTNER_REACH || !canSee(world, player, enemy)) return undefined
  return world.chance.chance(chemistry(world, player, partner)) ? enemy : undefined
}
