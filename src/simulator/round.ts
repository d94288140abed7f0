import { asText } from './bytes.ts'
import { happen, type Incident } from './incidents.ts'
import { spawn, weaponStatsLine } from './lives.ts'
import type { Match } from './match.ts'
import { pause } from './pauses.ts'
import { commands, frame, tick } from './play-frame.ts'
import { restart } from './restarts.ts'
import { CS } from './server-strings.ts'
import { showShots } from './show.ts'
import { mapTeam } from './sides.ts'
import { stop } from './walking.ts'
import type { Waves } from './waves.ts'
import { clockOf, type Happening, type TeamNumber, tell, type World } from './world.ts'

/** A round as the engine played it. */
export interface RoundPlayed {
  readonly number: number
  readonly reason:
    | 'objective'
    | 'time_limit'
    | 'surrender'
    | 'restart'
    | 'reset_match'
    | 'map_change'
    | 'server_stop'
    | 'crash'
  /** Undefined if the round did not come to its end. */
  readonly winner: TeamNumber | undefined
  readonly defender: TeamNumber
  /** Level time of the clock's zero at the end, moved by pauses. */
  readonly start_level_ms: number
  /** On the clock. */
  readonly duration_ms: number
  readonly paused_ms: number
  readonly limit_ms: number
  readonly next_limit_ms: number
  readonly waves: Waves
  readonly happenings: readonly Happening[]
  readonly players: readonly {
    readonly slot: number
    readonly guid: string
    readonly name: string
    readonly team: TeamNumber
  }[]
  readonly incidents_left: readonly Incident[]
}

export interface RoundPlan {
  readonly match: Match
  readonly number: number
  readonly limit_ms: number
  readonly incidents: readonly Incident[]
}

/** Restarts into play, plays until something ends the round, and sits through the intermission. */
export function playRound(world: World, plan: RoundPlan): RoundPlayed {
  const { server } = world
  const { match, limit_ms, number } = plan
  server.to.cvars({ timelimit: minutes(limit_ms) })
  restart(world, match, 0)
  let paused_ms = 0
  let incidents = [...plan.incidents].sort((a, b) => a.at_ms - b.at_ms)
  const played = (reason: RoundPlayed['reason'], winner?: TeamNumber, next_limit_ms = limit_ms): RoundPlayed => ({
    number,
    reason,
    winner,
    defender: world.map.defender,
    start_level_ms: world.start,
    duration_ms: world.stamp - world.start,
    paused_ms,
    limit_ms,
    next_limit_ms,
    waves: world.waves,
    happenings: world.happenings,
    players: world.players.map(({ slot, person, name, team }) => ({ slot, guid: person.guid, name, team })),
    incidents_left: incidents,
  })

  for (;;) {
    while (incidents[0] !== undefined && incidents[0].at_ms <= clockOf(world)) {
      const [incident, ...rest] = incidents as [Incident, ...Incident[]]
      incidents = rest
      switch (incident.kind) {
        case 'pause':
          paused_ms += pause(world, incident.for_ms)
          break
        case 'surrender': {
          const winner = (3 - incident.team) as TeamNumber
          exit(world, `${mapTeam(incident.team).title} Surrender`, winner, number, limit_ms)
          return close(world, match, inTheNextFrame(world, played('surrender', winner)))
        }
        case 'restart':
        case 'reset_match':
        case 'map_change':
        case 'server_stop':
        case 'crash': {
          const broken = played(incident.kind)
          breakOff(world, match, incident.kind)
          return broken
        }
        default:
          incidents = [...incidents, ...happen(world, incident)].sort((a, b) => a.at_ms - b.at_ms)
      }
    }
    commands(world)
    const reached = frame(world)
    const clock = world.stamp - world.start
    if (reached) {
      const winner = (3 - world.map.defender) as TeamNumber
      exit(world, 'Wolf EndRound.', winner, number, clock)
      return close(world, match, played('objective', winner, clock))
    }
    if (clock >= limit_ms) {
      exit(world, 'Timelimit hit.', world.map.defender, number, limit_ms)
      return close(world, match, inTheNextFrame(world, played('time_limit', world.map.defender)))
    }
    tick(world)
  }
}

/** Only the script's own end shows state 3 in the frame of its "Exit:"; any other does a frame later (7.2). */
function inTheNextFrame(world: World, played: RoundPlayed): RoundPlayed {
  tick(world)
  frame(world)
  return played
}

function minutes(ms: number): string {
  return (ms / 60_000).toFixed(6)
}

/** The end is decided: the log says so, and the cvars of the next round are there before the state changes (7.2). */
function exit(world: World, reason: string, winner: TeamNumber, number: number, next_limit_ms: number): void {
  const { server } = world
  world.over = true
  tell(world, { kind: 'end', text: reason })
  for (const player of world.players) showShots(world, player)
  server.to.configstrings({ [CS.intermission]: '1', [CS.winner]: `\\w\\${winner - 1}` })
  server.call('et_Print', `Exit: ${reason}\n`)
  for (const { state, counts, slot, name, person } of world.players) {
    if (state === 'gone' || state === 'spectating') continue
    server.call(
      'et_Print',
      asText(`score: ${counts.kills}  ping: ${person.is_bot ? 0 : 48}  client: ${slot} ${name}\n`),
    )
  }
  server.call('et_Print', 'axis:0  allies:0\n')
  server.to.cvars({ g_nextTimeLimit: minutes(next_limit_ms), g_currentRound: number === 1 ? '1' : '0' })
}

/** Intermission: everybody at the camera before et_RunFrame sees it; the dead are spawned; statistics after 300 ms. */
function close(world: World, match: Match, played: RoundPlayed): RoundPlayed {
  const { server, map } = world
  const end = server.now + match.intermission_ms
  server.to.cvars({ gamestate: '3' })
  for (const player of world.players) {
    if (player.state === 'gone') continue
    stop(world, player)
    toCamera(world, player.slot)
  }
  server.frame()
  const statistics = server.now + 300
  for (let frames = 0; server.now < end; frames++) {
    world.stamp = server.now + server.frame_ms
    if (frames === 0) {
      for (const player of world.players.filter(({ state }) => state === 'waiting' || state === 'downed')) {
        spawn({ ...world, playing: false }, player)
        toCamera(world, player.slot)
      }
    }
    if (server.now + server.frame_ms === statistics) {
      for (const player of world.players) if (player.state !== 'gone') server.call('et_Print', weaponStatsLine(player))
    }
    server.frame()
  }
  for (const { slot, state } of world.players) {
    if (state !== 'gone') server.call('et_Print', `Writing session file session/client${slot}.json\n`)
  }
  server.call('et_Print', 'ExitLevel: executed\n')
  world.playing = false
  return played

  function toCamera(_: World, slot: number): void {
    server.unwatch(slot)
    server.set(slot, { 'ps.pm_type': 5, 'ps.origin': map.camera, 'ps.velocity': [0, 0, 0] })
  }
}

/** The VM ends in mid-round: no "Exit:", no intermission, no disconnects (et-lua-api 7.2). */
function breakOff(
  world: World,
  match: Match,
  kind: 'restart' | 'reset_match' | 'map_change' | 'server_stop' | 'crash',
): void {
  const { server } = world
  if (kind === 'crash') server.to.kill()
  if (kind === 'reset_match') {
    server.to.cvars({ g_currentRound: '0', g_nextTimeLimit: '0' })
    restart(world, match, 2)
  }
  if (kind === 'map_change') server.to.cvars({ gamestate: '-1', g_currentRound: '0', g_nextTimeLimit: '0' })
  if (kind === 'map_change' || kind === 'server_stop') {
    server.call('et_ShutdownGame', 0)
    server.call('et_Quit')
    server.to.report()
  }
}
