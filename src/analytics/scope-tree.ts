import type { Kysely } from 'kysely'
import type { Database } from '../store/database.ts'
import { countedRounds, type Scope } from './scope.ts'

interface Leaf {
  readonly session_date: string
  readonly map_name: string
  readonly round_number: number
  readonly round_start_unix: number | null
  readonly round_end_unix: number | null
  readonly engagements: number
  readonly round_id: number
  readonly session_id: number | null
  readonly server: string
}

/** Dates, the newest first; their maps in the order of play; their rounds by start. */
export async function scopeTree(db: Kysely<Database>, scope: Scope) {
  const rows = await countedRounds(db, scope)
    .innerJoin('derived_round', 'derived_round.round_id', 'rounds.id')
    .innerJoin('server', 'server.id', 'rounds.server_id')
    .select([
      'rounds.session_date',
      'rounds.map_name',
      'rounds.round_number',
      'rounds.round_start_unix',
      'rounds.round_end_unix',
      'derived_round.fights as engagements',
      'rounds.id as round_id',
      'rounds.gaming_session_id as session_id',
      'server.name as server',
    ])
    .orderBy('rounds.session_date', 'desc')
    .orderBy('rounds.started_unix')
    .orderBy('rounds.round_number')
    .orderBy('rounds.id')
    .execute()
  const known = (unix: number) => (unix === 0 ? null : unix)
  const leaves: Leaf[] = rows.map((row) => ({
    ...row,
    round_start_unix: known(row.round_start_unix),
    round_end_unix: known(row.round_end_unix),
  }))
  return [...Map.groupBy(leaves, ({ session_date }) => session_date)].map(([session_date, ofDate]) => {
    const maps = [...Map.groupBy(ofDate, ({ map_name }) => map_name)].map(([map_name, rounds]) => ({
      map_name,
      engagements: fights(rounds),
      round_count: rounds.length,
      rounds,
    }))
    return {
      session_date,
      engagements: fights(ofDate),
      map_count: maps.length,
      round_count: ofDate.length,
      maps,
    }
  })
}

function fights(rounds: readonly Leaf[]): number {
  return rounds.reduce((sum, { engagements }) => sum + engagements, 0)
}
