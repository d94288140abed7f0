import type { Kysely } from 'kysely'
import { PLAYER_CLASSES } from '../format/codec.ts'
import { meanOf } from '../metrics/rounding.ts'
import type { Database } from '../store/database.ts'
import { bots } from './people.ts'
import { playerOf, roundsIn, type Scope } from './scope.ts'
import { totals } from './totals.ts'

const SUMS = [
  'lives',
  'duration_sum_ms',
  'duration_count',
  'distance_sum',
  'distance_count',
  'sprint_percentage_sum',
  'sprint_percentage_count',
  'first_move_sum_ms',
  'first_move_count',
] as const

/** Lives by class, the most played first; equal ones by name. */
export async function classes(db: Kysely<Database>, scope: Scope) {
  let lives = db
    .selectFrom('derived_class')
    .where('round_id', 'in', roundsIn(db, scope))
    .where('player_id', 'not in', bots(db))
  if (scope.player_guid !== null) lives = lives.where('player_id', '=', playerOf(db, scope.player_guid))
  // by person too: counting different people in the database would sort every row
  const rows = await lives
    .groupBy(['player_class', 'player_id'])
    .select(({ fn }) => ['player_class', ...SUMS.map((name) => fn.sum<number>(name).as(name))])
    .execute()
  return [...Map.groupBy(rows, ({ player_class }) => player_class)]
    .map(([player_class, ofClass]) => {
      const sums = totals(ofClass, SUMS)
      return {
        player_class: className(player_class),
        tracks: sums.lives,
        players: ofClass.length,
        avg_duration_ms: meanOf(sums.duration_sum_ms, sums.duration_count, 0),
        avg_distance: meanOf(sums.distance_sum, sums.distance_count, 1),
        avg_sprint_pct: meanOf(sums.sprint_percentage_sum, sums.sprint_percentage_count, 1),
        avg_spawn_reaction_ms: meanOf(sums.first_move_sum_ms, sums.first_move_count, 0),
      }
    })
    .sort((a, b) => b.tracks - a.tracks || (a.player_class < b.player_class ? -1 : 1))
}

/** The word for a stored class. */
export function className(code: number): string {
  return PLAYER_CLASSES[code] ?? 'UNKNOWN'
}
