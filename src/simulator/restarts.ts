import { hurt } from './harm.ts'
import { connect } from './lives.ts'
import type { Match } from './match.ts'
import { setTasks } from './objectives.ts'
import { commands, frame, tick } from './play-frame.ts'
import { CS } from './server-strings.ts'
import { drawWaves } from './waves.ts'
import { armsOf, living, SPECTATOR, type TeamNumber, type World } from './world.ts'

/** What happens to the sides before a warm-up; `restart`: there is none, the round begins anew at once. */
export type Swap = 'none' | 'swap' | 'restart'

/** Frames of 100 ms that the engine runs at every start with nobody connected (et-lua-api 2.2). */
const SETTLING = 6
const COUNTDOWN_MS = 1_500
/** Slots of a usual server. */
const SLOTS = 20

/** The server's own settings, the map and its walls; then the first VM, in which all clients come for the first time. */
export function load(world: World, match: Match): void {
  const { map, server } = world
  const { to } = server
  setClock(world, match)
  to.cvars({
    mapname: map.name,
    gamestate: '-1',
    gamename: 'legacy',
    mod_version: 'v2.85.0',
    g_gametype: '3',
    g_currentRound: '0',
    g_nextTimeLimit: '0',
    timelimit: String(match.minutes ?? map.minutes),
    g_redlimbotime: String(map.limbo_ms[0]),
    g_bluelimbotime: String(map.limbo_ms[1]),
    sv_fps: String(1_000 / match.frame_ms),
    sv_maxclients: String(slotsFor(match)),
    sv_hostname: match.server_name,
    g_friendlyFire: '1',
    match_warmupDamage: '1',
    dedicated: '2',
  })
  to.configstrings({
    [CS.message]: map.name,
    [CS.multi_info]: `\\s\\2\\o\\${map.stages.length}\\d\\${map.defender - 1}`,
    [CS.toggles]: '646',
  })
  for (const { mins, maxs } of map.boxes) to.box(mins, maxs)
  begin(world, match, { restarted: 0, gamestate: 2, firstTime: true })
}

/** A server has room for everybody who plays from the start. */
function slotsFor({ guests }: Match): number {
  return Math.max(SLOTS, ...guests.map(({ slot }) => slot + 1))
}

/** The warm-up and its countdown; the sides are swapped while the clients come back. */
export function warmUp(world: World, match: Match, swap: Swap): void {
  const { server } = world
  if (swap === 'swap') {
    for (const player of world.players) if (player.team !== SPECTATOR) player.team = (3 - player.team) as TeamNumber
    restart(world, match, 2)
  }
  run(world, match.warm_up_ms)
  skirmish(world)
  server.to.cvars({ gamestate: '1' })
  server.to.configstrings({ [CS.warmup]: String(server.now + COUNTDOWN_MS) })
  run(world, COUNTDOWN_MS)
}

function run(world: World, for_ms: number): void {
  const end = world.server.now + for_ms
  while (world.server.now < end) {
    commands(world)
    frame(world)
    tick(world)
  }
}

/** Damage and a death that belong to no round: there is no "Kill:" line, but there is an obituary. */
function skirmish(world: World): void {
  const [attacker] = living(world, 1)
  const [target] = living(world, 2)
  if (attacker === undefined || target === undefined) return
  target.shielded_until = 0
  const weapon = armsOf(attacker).gun
  hurt(world, { target, attacker, damage: 150, mod: weapon.mod, flags: 64, weapon, region: 2 })
}

/**
 * Ends the VM and begins a new one. The cvar `gamestate` has its new value before et_ShutdownGame, and the level time
 * goes on (et-lua-api 7.1).
 */
export function restart(world: World, match: Match, gamestate: 0 | 2): void {
  const { server } = world
  server.to.cvars({ gamestate: String(gamestate) })
  server.call('et_ShutdownGame', 1)
  server.call('et_Quit')
  begin(world, match, { restarted: 1, gamestate, firstTime: false })
}

interface Beginning {
  readonly restarted: 0 | 1
  readonly gamestate: 0 | 2
  readonly firstTime: boolean
}

function begin(world: World, match: Match, { restarted, gamestate, firstTime }: Beginning): void {
  const { server, chance, map } = world
  const start = server.now
  world.start = start
  world.stamp = start
  world.playing = gamestate === 0
  world.over = false
  world.missiles.length = 0
  world.stale.clear()
  world.happenings = []
  world.waves = drawWaves(chance, map.limbo_ms)
  setTasks(world)
  if (!world.playing) world.tasks.length = 0
  server.to.configstrings({
    [CS.level_start]: String(start),
    [CS.reinforcements]: world.waves.configstring,
    [CS.winner]: `\\w\\${map.defender - 1}`,
  })
  server.to.cvars({ gamestate: String(gamestate) })
  for (const { slot } of world.players) server.free(slot)
  server.to.vm()
  server.call('et_SpawnEntitiesFromString')
  server.call('et_InitGame', start, chance.whole(1, 32_000), restarted)
  for (let i = 0; i < SETTLING; i++) server.frameAt(start + 100 * i)
  world.stamp = server.now
  for (const player of world.players) if (player.state !== 'gone' || firstTime) connect(world, player, firstTime)
  server.frameAt(start + 600)
  // the settling frames took no real time
  setClock(world, match)
  server.frameAt(start + 750)
  world.stamp = server.now
}

function setClock({ server }: World, match: Match): void {
  const passed = server.now - match.level_time_ms
  server.to.time(match.unix + Math.floor(passed / 1_000), server.now, 1_000 + passed)
}
