import type { ClassRow, LifeRow } from './derived.ts'
import type { Life, LivesByPlayer } from './lives.ts'

function noLives() {
  return {
    axis_ms: 0,
    allies_ms: 0,
    lives: 0,
    alive_ms: 0,
    distance_sum: 0,
    distance_count: 0,
    speed_sum: 0,
    speed_count: 0,
    sprint_percentage_sum: 0,
    sprint_percentage_count: 0,
    first_move_sum_ms: 0,
    first_move_count: 0,
    life_duration_sum_ms: 0,
    life_duration_count: 0,
    standing_ms: 0,
    crouching_ms: 0,
    prone_ms: 0,
    sprint_ms: 0,
  }
}

/**
 * Sums over some lives. What a life has no value of is not counted (L-16).
 *
 * @param rows the rows of all lives of the round, by number of the track
 */
export function sumLives(lives: readonly Life[], rows: readonly LifeRow[]) {
  const sums = noLives()
  for (const { track_no, spawn_ms, until_ms } of lives) {
    const row = rows[track_no]
    if (!row) continue
    const alive_ms = until_ms - spawn_ms
    sums.lives += 1
    sums.alive_ms += alive_ms
    if (row.team === 'AXIS') sums.axis_ms += alive_ms
    if (row.team === 'ALLIES') sums.allies_ms += alive_ms
    sums.distance_sum += row.total_distance ?? 0
    sums.distance_count += row.total_distance === null ? 0 : 1
    sums.speed_sum += row.avg_speed ?? 0
    sums.speed_count += row.avg_speed === null ? 0 : 1
    sums.sprint_percentage_sum += row.sprint_percentage ?? 0
    sums.sprint_percentage_count += row.sprint_percentage === null ? 0 : 1
    sums.first_move_sum_ms += row.time_to_first_move_ms ?? 0
    sums.first_move_count += row.time_to_first_move_ms === null ? 0 : 1
    sums.life_duration_sum_ms += row.duration_ms ?? 0
    sums.life_duration_count += row.duration_ms === null ? 0 : 1
    sums.standing_ms += row.standing_ms
    sums.crouching_ms += row.crouching_ms
    sums.prone_ms += row.prone_ms
    sums.sprint_ms += row.sprint_ms
  }
  return sums
}

/** The lives of each person by class, in order of person and first life. */
export function classRows(byPlayer: LivesByPlayer, rows: readonly LifeRow[]): readonly ClassRow[] {
  return byPlayer.flatMap((own, player) => {
    const classes = [...new Set(own.map(({ track }) => track.player_class))]
    return classes.map((player_class): ClassRow => {
      const sums = sumLives(
        own.filter(({ track }) => track.player_class === player_class),
        rows,
      )
      return {
        player,
        player_class,
        lives: sums.lives,
        duration_sum_ms: sums.life_duration_sum_ms,
        duration_count: sums.life_duration_count,
        distance_sum: sums.distance_sum,
        distance_count: sums.distance_count,
        sprint_percentage_sum: sums.sprint_percentage_sum,
        sprint_percentage_count: sums.sprint_percentage_count,
        first_move_sum_ms: sums.first_move_sum_ms,
        first_move_count: sums.first_move_count,
      }
    })
  })
}
