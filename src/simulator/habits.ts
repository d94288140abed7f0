import type { Vector } from './fields.ts'
import { patientOf } from './medics.ts'
import { currentTask } from './objectives.ts'
import { CLASS } from './people.ts'
import { turn } from './show.ts'
import { chemistry, partnerOf } from './sight.ts'
import { setStance, stop, walkTo } from './walking.ts'
import { apart, clockOf, living, type Player, type Task, type World } from './world.ts'

/** A partner lets nobody get farther away than this. */
const WITH_PARTNER = 250
const NEAR = 90
const HOLD_RADIUS = 320
const TROUBLED = 40
/** While a defender is this near, attackers mostly fight for the place before they go to work. */
const GUARDED = 900
const CLEARS_FIRST = 0.8

/** Decides where a player without an enemy wants to be, and walks on. */
export function wander(world: World, player: Player): void {
  const clock = clockOf(world)
  if (clock >= player.decides_at) {
    player.goal = goalOf(world, player)
    player.decides_at = clock + stay(world, player)
  }
  if (player.walk !== undefined) return
  advance(world, player)
}

function stay(world: World, player: Player): number {
  const { chance, map } = world
  const { team, person, player_class } = player
  const partner = partnerOf(world, player)
  if (partner?.state === 'alive' && followsIn(world, player, partner)) return 700
  if (player_class === CLASS.medic && person.supports > 0.5) return 800
  if (team === map.defender) return chance.between(5_000, 10_000) * (0.5 + person.holds)
  return chance.between(1_500, 3_500)
}

function goalOf(world: World, player: Player): Vector {
  const { chance, map } = world
  const task = currentTask(world)
  const patient = patientOf(world, player)
  if (patient !== undefined) return patient.at
  const partner = partnerOf(world, player)
  const follows =
    partner !== undefined && partner.state === 'alive' && !player.carries && followsIn(world, player, partner)
  if (follows && chance.chance(chemistry(world, player, partner))) {
    return apart(player.at, partner.at) < WITH_PARTNER ? player.goal : beside(world, partner.at, WITH_PARTNER / 2)
  }
  if (player.health < TROUBLED || (player.player_class === CLASS.medic && chance.chance(player.person.supports))) {
    const mates = living(world, player.team).filter((one) => one !== player)
    const wanted = mates.filter((one) => player.player_class === CLASS.medic || one.player_class === CLASS.medic)
    const nearest = wanted.sort((a, b) => apart(a.at, player.at) - apart(b.at, player.at))[0]
    if (nearest !== undefined) return beside(world, nearest.at, 140)
  }
  if (task === undefined) return player.at
  return player.team === map.defender ? guard(world, player, task) : attack(world, player, task)
}

/** Who of two goes where the other goes: the later one of the pair; while he is dead, nobody. */
function followsIn({ pairs }: World, player: Player, partner: Player): boolean {
  return pairs.some(({ guids: [first, second] }) => second === player.person.guid && first === partner.person.guid)
}

function attack(world: World, player: Player, task: Task): Vector {
  const { chance, map } = world
  const { kind, to } = task.stage
  if (player.carries) return map.places(to ?? '')[0] ?? player.at
  const guarded = living(world, map.defender).some((one) => apart(one.at, task.at) < GUARDED)
  if (guarded && kind !== 'vehicle' && chance.chance(CLEARS_FIRST)) return beside(world, task.at, GUARDED)
  if (kind === 'documents' && task.item !== 'carried' && chance.chance(0.7)) return task.at
  if (player.player_class === CLASS.engineer && (kind === 'construct' || (kind === 'dynamite' && task.charge < 2)))
    return task.at
  if (kind === 'vehicle') return beside(world, task.at, 200)
  return beside(world, task.at, chance.chance(0.6) ? 260 : 800)
}

function guard(world: World, player: Player, task: Task): Vector {
  const { chance, map } = world
  const { holds } = player.person
  if (task.charge === 2 && player.player_class === CLASS.engineer) return task.at
  if (task.item === 'dropped' && chance.chance(0.6)) return task.at
  if (chance.chance(holds)) return beside(world, task.at, HOLD_RADIUS)
  const posts = map.places('H').filter((post) => apart(post, task.at) < 1_600)
  if (posts.length > 0 && chance.chance(0.4)) return chance.pick(posts)
  return beside(world, task.at, 700)
}

/** A place where one can stand, not farther from another than so many units. */
function beside({ chance, map }: World, at: Vector, radius: number): Vector {
  for (let i = 0; i < 6; i++) {
    const angle = chance.between(-Math.PI, Math.PI)
    const far = radius * Math.sqrt(chance.next())
    const place: Vector = [at[0] + Math.cos(angle) * far, at[1] + Math.sin(angle) * far, at[2]]
    const ground: Vector = [place[0], place[1], map.ground(place)[2]]
    if (map.walkable(ground, ground)) return ground
  }
  return map.ground(at)
}

function advance(world: World, player: Player): void {
  const { map, chance } = world
  const { goal } = player
  if (apart(player.at, goal) < (player.carries || player.player_class === CLASS.engineer ? 20 : NEAR)) {
    rest(world, player)
    return
  }
  const next = map.walkable(player.at, goal) ? goal : map.step(player.at, goal)
  if (next === undefined || apart(next, player.at) < 1) {
    rest(world, player)
    return
  }
  setStance(world, player, 0)
  player.sprints = player.stamina > 6_000 && chance.chance(player.carries ? 0.9 : 0.3)
  turn(world, player, [next[0], next[1], player.at[2]])
  walkTo(world, player, next)
}

/** Who has arrived looks around; a holder ducks behind his cover. */
function rest(world: World, player: Player): void {
  const clock = clockOf(world)
  stop(world, player)
  player.sprints = false
  if (player.team === world.map.defender && player.person.holds > 0.5) setStance(world, player, 1)
  if (clock % 1_000 !== 0) return
  const angle = world.chance.between(-Math.PI, Math.PI)
  const enemySide = world.map.places(player.team === 1 ? 'L' : 'A')[0] as Vector
  const far = 200
  const toward = Math.atan2(enemySide[1] - player.at[1], enemySide[0] - player.at[0]) + angle / 3
  turn(world, player, [player.at[0] + Math.cos(toward) * far, player.at[1] + Math.sin(toward) * far, player.at[2]])
}
