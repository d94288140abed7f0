import { type Kysely, sql } from 'kysely'
import { TEAMS } from '../format/codec.ts'
import type { Database } from '../store/database.ts'

interface OutcomeRow {
  readonly round_id: number
  readonly end_reason: string
  readonly winner_team: number | null
  readonly defender_team: number | null
  readonly duration_ms: number
  readonly time_limit_ms: number | null
  readonly time_to_beat_ms: number | null
  readonly paused_ms: number
}

/** How rounds ended, as the tracker wrote it, by round; those of older files are missing. */
export async function sessionOutcomes(db: Kysely<Database>, rounds: readonly number[]) {
  if (rounds.length === 0) return new Map<number, never>()
  const { rows } = await sql<OutcomeRow>`
    select round_id, end_reason, winner_team, defender_team, duration_ms, time_limit_ms, time_to_beat_ms, paused_ms
    from fact_round_outcome where round_id in (${sql.join(rounds)})`.execute(db)
  return new Map(
    rows.map(({ round_id, winner_team, defender_team, ...rest }) => [
      round_id,
      { ...rest, winner_team: sideOf(winner_team), defender_team: sideOf(defender_team) },
    ]),
  )
}

export type SessionOutcomes = Awaited<ReturnType<typeof sessionOutcomes>>

function sideOf(team: number | null): (typeof TEAMS)[number] | null {
  return team === null ? null : (TEAMS[team] ?? null)
}
