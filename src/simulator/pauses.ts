import { CS, PAUSED, TOGGLES } from './server-strings.ts'
import { FROZEN, show } from './show.ts'
import { stop } from './walking.ts'
import { tell, type World } from './world.ts'

/** The engine moves the zero of the clock on in steps of at least this, ms. */
const STEP_MS = 500

/**
 * Everybody freezes: frames and level time go on, configstring 11 is pushed forward and configstring 32 says so; gives
 * the ms that it lasted (et-lua-api 7.5).
 */
export function pause(world: World, for_ms: number): number {
  const { server, players } = world
  const began = server.now
  tell(world, { kind: 'pause' })
  server.to.configstrings({ [CS.toggles]: String(TOGGLES + PAUSED) })
  for (const player of players) {
    if (player.state !== 'alive') continue
    stop(world, player)
    server.set(player.slot, { 'ps.pm_type': FROZEN })
  }
  let shown = world.start
  while (server.now - began < for_ms) {
    server.frame()
    world.start += server.frame_ms
    if (world.start - shown < STEP_MS) continue
    shown = world.start
    server.to.configstrings({ [CS.level_start]: String(shown) })
  }
  const lasted = server.now - began
  server.to.configstrings({ [CS.level_start]: String(world.start), [CS.toggles]: String(TOGGLES) })
  for (const task of world.tasks) {
    if (task.charge === 2) server.to.entity(task.thing + 200, { 's.effect1Time': world.start + task.blows_at - 30_000 })
  }
  world.stamp = server.now
  for (const player of players) {
    if (player.state === 'alive') show(world, player)
  }
  tell(world, { kind: 'resume' })
  return lasted
}
