import { isRecorded, rowsOf } from './sections.ts'
import type { Round } from './use-round.ts'
import { wayOf } from './ways.ts'

/** One death; players are indexes into the round's `players`. */
export interface Death {
  readonly time_ms: number
  readonly victim: number | null
  readonly victim_team: string
  /** Null: nobody, or not known. */
  readonly killer: number | null
  /** kill, team_kill, suicide, team_switch, world or unknown. */
  readonly cause: string
  readonly x: number
  readonly y: number
}

/** How the end of a life is called that was a death. 4.0 files know no other word than `death`. */
const CAUSES: Readonly<Record<string, string>> = {
  killed: 'kill',
  teamkill: 'team_kill',
  selfkill: 'suicide',
  fallen: 'world',
  world: 'world',
  death: 'unknown',
}

/** The deaths of a round in the order of time: of its list, or of older files the ends of lives. */
export function deathsOf(round: Round): readonly Death[] {
  const deaths = isRecorded(round, 'deaths') ? listedDeaths(round) : endsOfLives(round)
  return [...deaths].sort((a, b) => a.time_ms - b.time_ms)
}

function listedDeaths(round: Round): readonly Death[] {
  return rowsOf(round, 'deaths').map(({ time_ms, victim, victim_team, killer, cause, victim_x, victim_y }) => ({
    ...{ time_ms, victim, victim_team, cause, x: victim_x, y: victim_y },
    killer: killer === victim ? null : killer,
  }))
}

function endsOfLives({ tracks, engagements }: Round): readonly Death[] {
  const killers = new Map(engagements.map(({ target, end_time_ms, killer }) => [`${target} ${end_time_ms}`, killer]))
  return tracks.flatMap((track) => {
    const { player, team, death_type, end_time_ms } = track
    const cause = CAUSES[death_type ?? '']
    if (cause === undefined || end_time_ms === null) return []
    const { length, x, y } = wayOf(track)
    if (length === 0) return []
    const killer = killers.get(`${player} ${end_time_ms}`) ?? null
    const place = { x: x[length - 1] as number, y: y[length - 1] as number }
    return [{ time_ms: end_time_ms, victim: player, victim_team: team, killer, cause, ...place }]
  })
}
