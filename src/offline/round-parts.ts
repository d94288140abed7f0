import type { ReplyAt } from '../contract/client.ts'
import { encodePath, encodePositions } from '../contract/packed-path.ts'
import { peopleOf } from '../metrics/people.ts'
import type { OpenedFile } from './open-file.ts'

type Reply = ReplyAt<'/api/proximity/rounds/:id'>

/** The engagements of a file, with how they were judged. An engagement's id is its row. */
export function engagementsOf({ round, derived }: OpenedFile): Reply['engagements'] {
  const people = peopleOf(derived.roster)
  return round.rows.engagements.map((row, row_no) => {
    const fight = derived.fights[row_no] as (typeof derived.fights)[number]
    return {
      id: row_no,
      engagement_id: row.engagement_id,
      start_time_ms: row.start_time_ms,
      end_time_ms: row.end_time_ms,
      target: fight.target,
      target_name: row.target_name,
      target_team: row.target_team,
      outcome: row.outcome,
      category: fight.category,
      cause: fight.cause,
      killer: fight.killer,
      total_damage: row.total_damage_taken,
      num_attackers: fight.attackers,
      defenders: fight.defenders,
      is_crossfire: fight.is_crossfire,
      crossfire_delay_ms: fight.crossfire_delay_ms,
      crossfire: fight.is_crossfire ? fight.crossfire_players : [],
      start: { x: row.start_x, y: row.start_y, z: row.start_z },
      end: { x: row.end_x, y: row.end_y, z: row.end_z },
      distance_traveled: row.distance_traveled,
      positions: encodePositions(row.positions),
      attackers: row.attackers.map(({ guid, name, ...rest }) => ({ ...rest, player: people.get(guid, name) })),
    }
  })
}

/** The lives of a file. */
export function tracksOf({ round, derived }: OpenedFile): Reply['tracks'] {
  return round.rows.player_tracks.map((row, track_no) => {
    const life = derived.lives[track_no] as (typeof derived.lives)[number]
    return {
      player: life.player,
      name: row.name,
      team: row.team,
      player_class: row.player_class,
      spawn_time_ms: row.spawn_time_ms,
      end_time_ms: life.end_time_ms,
      death_type: row.death_type,
      time_to_first_move_ms: life.time_to_first_move_ms,
      total_distance: life.total_distance,
      avg_speed: life.avg_speed,
      peak_speed: life.peak_speed,
      sprint_percentage: life.sprint_percentage,
      overlapping: life.overlapping,
      path: encodePath(row.path),
    }
  })
}

/** The deaths by enemies of a file and what mates made of them. */
export function tradesOf({ derived }: OpenedFile): Reply['trades'] {
  return derived.trades.map(({ row_no, ...trade }) => ({ id: row_no, ...trade }))
}
