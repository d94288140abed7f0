import type { Kysely } from 'kysely'
import { TEAMS } from '../format/codec.ts'
import type { Database } from '../store/database.ts'
import { pathOf } from '../store/path-bytes.ts'
import { className } from './classes.ts'
import type { RoundPeople } from './round-people.ts'

/** The lives of a round in the order of its file. */
export async function roundTracks(db: Kysely<Database>, round_id: number, { names }: RoundPeople) {
  const rows = await db
    .selectFrom('fact_player_tracks as fact')
    .innerJoin('derived_life as life', (join) =>
      join.onRef('life.round_id', '=', 'fact.round_id').onRef('life.row_no', '=', 'fact.row_no'),
    )
    .where('fact.round_id', '=', round_id)
    .orderBy('fact.row_no')
    .select([
      'fact.player_no',
      'fact.team',
      'fact.player_class',
      'fact.spawn_time_ms',
      'fact.death_type',
      'fact.path',
      'life.end_time_ms',
      'life.time_to_first_move_ms',
      'life.total_distance',
      'life.avg_speed',
      'life.peak_speed',
      'life.sprint_percentage',
      'life.overlapping',
    ])
    .execute()
  return rows.map(({ player_no, team, player_class, path, ...row }) => ({
    ...row,
    player: names[player_no]?.player as number,
    name: names[player_no]?.name as string,
    team: TEAMS[team] ?? 'SPEC',
    player_class: className(player_class),
    path: pathOf(path),
  }))
}
