import type { Incident } from './incidents.ts'
import { mapOf } from './map.ts'
import type { Pair, Person } from './people.ts'
import { random } from './random.ts'
import { load, restart, type Swap, warmUp } from './restarts.ts'
import { playRound, type RoundPlayed } from './round.ts'
import { Server } from './server.ts'
import { drawWaves } from './waves.ts'
import { newPlayer, type TeamNumber, type World } from './world.ts'

/** One map of stopwatch: who plays where, and what goes wrong. */
export interface Match {
  readonly seed: number
  readonly map: string
  readonly server_name: string
  /** Wall clock at the start of the tape, s since 1970. */
  readonly unix: number
  /** Level time at the start, ms. */
  readonly level_time_ms: number
  readonly frame_ms: 25 | 50
  readonly guests: readonly { readonly person: Person; readonly slot: number; readonly team: TeamNumber }[]
  readonly pairs: readonly Pair[]
  /** Unusual things in each round; as many rounds are played as there are lists. */
  readonly rounds: readonly (readonly Incident[])[]
  /** Full time of round 1, minutes; the map's own if absent. */
  readonly minutes?: number
  readonly warm_up_ms: number
  readonly intermission_ms: number
}

export interface MatchPlayed {
  readonly tape: Uint8Array<ArrayBuffer>
  /** Every round that was begun, a restarted one once for each start. */
  readonly rounds: readonly RoundPlayed[]
}

/** Plays a match onto a tape. The same match gives the same bytes. */
export function playMatch(match: Match): MatchPlayed {
  const world = worldOf(match)
  const { server } = world
  load(world, match)
  const rounds: RoundPlayed[] = []
  let limit_ms = Math.round((match.minutes ?? world.map.minutes) * 60_000)
  let swap: Swap = 'none'
  for (const [i, incidents] of match.rounds.entries()) {
    let left: readonly Incident[] = incidents
    for (;;) {
      if (swap !== 'restart') warmUp(world, match, swap)
      const played = playRound(world, { match, number: i + 1, limit_ms, incidents: left })
      rounds.push(played)
      left = played.incidents_left
      if (played.reason === 'restart' || played.reason === 'reset_match') {
        swap = played.reason === 'restart' ? 'restart' : 'none'
        continue
      }
      if (played.reason === 'map_change' || played.reason === 'server_stop' || played.reason === 'crash') {
        return { tape: server.to.bytes(), rounds }
      }
      limit_ms = played.next_limit_ms
      swap = 'swap'
      break
    }
  }
  restart(world, match, 2)
  server.call('et_ShutdownGame', 0)
  server.call('et_Quit')
  server.to.report()
  return { tape: server.to.bytes(), rounds }
}

function worldOf(match: Match): World {
  const map = mapOf(match.map)
  const chance = random(match.seed)
  return {
    map,
    server: new Server(match.level_time_ms, match.frame_ms),
    chance,
    players: match.guests
      .map(({ person, slot, team }) => newPlayer(person, slot, team))
      .sort((a, b) => a.slot - b.slot),
    pairs: match.pairs,
    happenings: [],
    missiles: [],
    tasks: [],
    waves: drawWaves(chance, map.limbo_ms),
    stale: new Set(),
    start: match.level_time_ms,
    stamp: match.level_time_ms,
    playing: false,
    over: false,
  }
}
