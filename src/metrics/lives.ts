import { PATH_EVENTS, type Path, type Team } from '../format/codec.ts'
import type { PlayerTrack } from '../format/core-sections.ts'
import type { Round } from '../format/round.ts'
import type { LifeRow } from './derived.ts'
import { pathDistance, postSpawnDistance, speeds, sprintPercentage, stanceTimes } from './movement.ts'
import { livedPath } from './paths.ts'
import type { People } from './people.ts'

/** Where a track begins with this, a medic ended a pause in a life: nobody left the spawn. */
const REVIVED = PATH_EVENTS.indexOf('revived')

/** One track of the file as a life that overlaps no other life of the same person. */
export interface Life {
  readonly player: number
  readonly track: PlayerTrack
  readonly track_no: number
  readonly team: Team
  readonly spawn_ms: number
  /** Null where the file has none. */
  readonly end_ms: number | null
  /** As long as he is taken to be alive: the end, or the last point where the file has no end. */
  readonly until_ms: number
  readonly overlapping: boolean
  readonly path: Path
}

/** The lives of each player, by spawn; the index is the player's. */
export type LivesByPlayer = readonly (readonly Life[])[]

function lastPointTime({ path, spawn_time_ms }: PlayerTrack): number {
  let last = spawn_time_ms
  for (let i = 0; i < path.length; i++) last = Math.max(last, path.time_ms[i] as number)
  return last
}

/**
 * The lives of a round in the order of its tracks. Lives of one person are half-open intervals that cannot overlap: where
 * the file lets them, the later start wins and the earlier life ends there; of two equal starts the later track wins
 * (L-57).
 */
export function livesOf(round: Round, people: People): readonly Life[] {
  const tracks = round.rows.player_tracks
  const latestFirst = [...tracks.entries()].sort(
    ([a, one], [b, other]) => other.spawn_time_ms - one.spawn_time_ms || b - a,
  )
  const lives: Life[] = []
  const next = new Map<number, number>()
  for (const [track_no, track] of latestFirst) {
    const player = people.get(track.guid, track.name)
    const { spawn_time_ms: spawn_ms, death_time_ms, team } = track
    const next_ms = next.get(player) ?? Number.POSITIVE_INFINITY
    const recorded_ms = Math.max(spawn_ms, death_time_ms ?? lastPointTime(track))
    const overlapping = recorded_ms > next_ms
    const until_ms = overlapping ? next_ms : recorded_ms
    const end_ms = death_time_ms === null && !overlapping ? null : until_ms
    const path = livedPath(track.path, overlapping ? next_ms : null)
    lives[track_no] = { player, track, track_no, team, spawn_ms, end_ms, until_ms, overlapping, path }
    next.set(player, spawn_ms)
  }
  return lives
}

/** The lives of each of `players` players, by spawn. */
export function livesByPlayer(lives: readonly Life[], players: number): LivesByPlayer {
  const byPlayer = Array.from({ length: players }, (): Life[] => [])
  for (const life of lives) byPlayer[life.player]?.push(life)
  // the sort is stable: of equal spawns the later track stays last and is the one that lives on
  for (const own of byPlayer) own.sort((a, b) => a.spawn_ms - b.spawn_ms)
  return byPlayer
}

/**
 * The last life of a person that began by a time, over or not.
 *
 * @param lives of one person, by spawn
 */
export function latestLife(lives: readonly Life[], time_ms: number): Life | undefined {
  let low = 0
  let high = lives.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((lives[middle] as Life).spawn_ms <= time_ms) low = middle + 1
    else high = middle
  }
  return lives[low - 1]
}

/** The life of a person at a time, both ends included; where one life ends as the next begins, the next. */
export function lifeAt(lives: readonly Life[], time_ms: number): Life | undefined {
  const life = latestLife(lives, time_ms)
  return life && time_ms <= life.until_ms ? life : undefined
}

/** One row per life, with what its path tells (tracker-semantics 13.1, without the camera of D4). */
export function lifeRow(life: Life): LifeRow {
  const { player, track, track_no, team, path, spawn_ms, end_ms, until_ms, overlapping } = life
  const { average, peak } = speeds(path)
  const revived = path.length > 0 && path.event[0] === REVIVED
  const first_move_ms = revived || track.first_move_time_ms === null ? null : track.first_move_time_ms - spawn_ms
  return {
    player,
    track_no,
    team,
    player_class: track.player_class,
    spawn_time_ms: spawn_ms,
    end_time_ms: end_ms,
    duration_ms: end_ms === null ? null : end_ms - spawn_ms,
    overlapping,
    // a move before the spawn comes from a clock that was set back
    time_to_first_move_ms: first_move_ms !== null && first_move_ms >= 0 ? first_move_ms : null,
    total_distance: pathDistance(path),
    avg_speed: average,
    peak_speed: peak,
    sprint_percentage: sprintPercentage(path),
    ...stanceTimes(path, spawn_ms, until_ms),
    post_spawn_distance: revived ? null : postSpawnDistance(path, spawn_ms),
  }
}
