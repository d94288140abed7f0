import type { Kysely } from 'kysely'
import { fightSizes } from '../metrics/fight-sizes.ts'
import type { Database } from '../store/database.ts'
import { allSensors } from '../store/load-round.ts'
import { roundEngagements } from './round-engagements.ts'
import { ROUND_COLUMNS, shownRound } from './round-facts.ts'
import { roundPeople } from './round-people.ts'
import { roundSections } from './round-sections.ts'
import { roundTracks } from './round-tracks.ts'
import { roundTrades } from './round-trades.ts'

/**
 * Everything about one round, counted or not; undefined if there is none, or none with telemetry.
 *
 * @param wanted the sections to read, of those that have no form of their own; undefined: all
 */
export async function roundDetails(db: Kysely<Database>, id: number, wanted: readonly string[] | undefined) {
  const row = await db
    .selectFrom('rounds')
    .innerJoin('server', 'server.id', 'rounds.server_id')
    .innerJoin('round_file as file', 'file.id', 'rounds.file_id')
    .where('rounds.id', '=', id)
    .select([
      ...ROUND_COLUMNS,
      'server.name as server',
      'rounds.build_exact',
      'rounds.header',
      'rounds.sensors',
      'rounds.sections as section_counts',
      'file.id as file_id',
      'file.name as file_name',
      'file.size_bytes',
      'file.sha256',
      'file.imported_at',
      'file.problem_count',
      'file.problems',
    ])
    .executeTakeFirst()
  if (row === undefined) return undefined
  const { file_id, file_name, size_bytes, imported_at, problem_count, problems, ...rest } = row
  const { players, ...people } = await roundPeople(db, id)
  const sums = await db.selectFrom('derived_round').selectAll().where('round_id', '=', id).executeTakeFirst()
  const { round_id: _, ...sumsOfRound } = sums ?? { round_id: id }
  const counts = row.section_counts ?? {}
  const engagements = await roundEngagements(db, id, people)
  return {
    ...shownRound(rest),
    file: {
      id: file_id,
      name: file_name,
      size_bytes,
      sha256: Buffer.from(row.sha256).toString('hex'),
      imported_at: imported_at.toISOString(),
      problem_count,
      problems,
    },
    header: row.header ?? {},
    sensors: allSensors(row.sensors),
    section_counts: counts,
    sums: sumsOfRound,
    players,
    names: people.names,
    engagements,
    fight_sizes: fightSizes(engagements),
    tracks: await roundTracks(db, id, people),
    trades: await roundTrades(db, id, people),
    sections: await roundSections(db, id, counts, wanted),
  }
}
