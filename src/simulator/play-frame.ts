import { explosions } from './explosions.ts'
import { fight } from './fight.ts'
import { wander } from './habits.ts'
import { fall, killSelf, leaveBody } from './harm.ts'
import { spawn, watchMate } from './lives.ts'
import { handOut, help } from './medics.ts'
import { mapFrame, work } from './objectives.ts'
import { CLASS } from './people.ts'
import { settle } from './show.ts'
import { look } from './sight.ts'
import { breathe, follow, isHop, stop } from './walking.ts'
import { untilWave, waveLands } from './waves.ts'
import { MEANS } from './weapons.ts'
import { ALLIES, AXIS, apart, clockOf, type Player, SPECTATOR, type World } from './world.ts'

const LOOK_MS = 150
const SECOND_MS = 1_000
/** Per second of life: ends it with `/kill` shortly before a wave, falls from somewhere. */
const SELF_KILLS = 0.0012
const FALLS = 0.0015
const REGENERATES = 3

/** What the players' own commands do between two frames; the level time is still the last frame's (et-lua-api 2.1). */
export function commands(world: World): void {
  const clock = clockOf(world)
  for (const player of world.players) {
    if (player.state === 'downed') lie(world, player)
    if (player.state !== 'alive') continue
    if (clock < player.locked_until) continue
    breathe(world, player)
    if ((clock + 50 * player.slot) % LOOK_MS === 0) look(world, player)
    act(world, player)
    if (player.state === 'alive' && clock % SECOND_MS === 0) mishaps(world, player)
  }
}

function act(world: World, player: Player): void {
  if (help(world, player)) return
  const { enemy } = player
  if (enemy !== undefined && !(player.person.supports > 0.5 && player.works)) fight(world, player, enemy)
  else if (work(world, player)) {
    if (!isHop(player)) stop(world, player)
  } else wander(world, player)
  if (clockOf(world) % SECOND_MS === 0 && player.state === 'alive') handOut(world, player)
}

/** A wounded player waits for a medic, or gives up in time for the wave. */
function lie(world: World, player: Player): void {
  const clock = clockOf(world)
  if (player.taps_at === Number.POSITIVE_INFINITY) {
    const medic = world.players.some(
      (one) =>
        one.state === 'alive' &&
        one.team === player.team &&
        one.player_class === CLASS.medic &&
        apart(one.at, player.at) < 900,
    )
    const patience = medic ? world.chance.between(5_000, 11_000) : world.chance.between(1_500, 4_500)
    player.taps_at = clock + (player.died_by === player.slot ? 300 : patience)
  }
  const wave = untilWave(world.waves, player.team, clock)
  if (clock >= player.taps_at || (wave < 400 && clock - player.died_ms > 1_500)) leaveBody(world, player)
}

function mishaps(world: World, player: Player): void {
  const { chance, waves } = world
  if (player.player_class === CLASS.medic && player.health < 110) {
    player.health += REGENERATES
    world.server.set(player.slot, { health: player.health })
    world.stale.add(player)
  }
  if (untilWave(waves, player.team, clockOf(world)) < 4_000 && player.health < 60 && chance.chance(SELF_KILLS * 15)) {
    world.server.to.command(player.slot, 'kill')
    killSelf(world, player, MEANS.suicide)
  } else if (chance.chance(FALLS)) fall(world, player, chance.whole(8, 60))
}

/**
 * The frame itself: explosions, the map, the waves and what spectators see, then et_RunFrame. True when the attackers
 * have reached their goal in it.
 */
export function frame(world: World, { frozen = false } = {}): boolean {
  const { server } = world
  world.stamp = server.now + server.frame_ms
  let reached = false
  if (!frozen) {
    explosions(world)
    reached = mapFrame(world)
    for (const team of [AXIS, ALLIES] as const) {
      if (waveLands(world.waves, team, world.stamp - world.start, server.frame_ms)) land(world, team)
    }
    for (const player of world.players) {
      if (player.state === 'waiting' || (player.state === 'spectating' && player.team === SPECTATOR && follows(player)))
        watchMate(world, player)
    }
  }
  settle(world, (world.stamp - world.start) % SECOND_MS === 0)
  return reached
}

/** Every third spectator flies around on his own. */
function follows({ slot }: Player): boolean {
  return slot % 3 !== 0
}

function land(world: World, team: typeof AXIS | typeof ALLIES): void {
  for (const player of world.players) if (player.state === 'waiting' && player.team === team) spawn(world, player)
}

/** The clocks go on, and everybody is where his way has brought him. */
export function tick(world: World): void {
  world.server.frame()
  world.stamp = world.server.now
  for (const player of world.players) if (player.walk !== undefined) follow(world, player)
}
