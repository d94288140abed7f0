import { type Kysely, sql } from 'kysely'
import type { Database } from '../store/database.ts'

/** The database and the newest round of each game server, the newest first. */
export async function installationFacts(db: Kysely<Database>) {
  return { database: await databaseFacts(db), servers: await newestRounds(db) }
}

async function databaseFacts(db: Kysely<Database>) {
  return await db
    .selectNoFrom([
      sql<string>`current_setting('server_version')`.as('engine_version'),
      sql<number>`pg_database_size(current_database())::float8`.as('size_bytes'),
    ])
    .executeTakeFirstOrThrow()
}

async function newestRounds(db: Kysely<Database>) {
  const rows = await db
    .selectFrom('server')
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom('rounds')
          .whereRef('rounds.server_id', '=', 'server.id')
          .where('started_unix', 'is not', null)
          .select([
            'id as round_id',
            'map_name',
            'round_number',
            'started_unix',
            'completeness',
            'build',
            'build_exact',
            'file_id',
          ])
          .orderBy('started_unix', 'desc')
          .limit(1)
          .as('newest'),
      (join) => join.onTrue(),
    )
    .leftJoin('round_file', 'round_file.id', 'newest.file_id')
    .select([
      'server.name',
      'newest.round_id',
      'newest.map_name',
      'newest.round_number',
      sql<number>`newest.started_unix`.as('started_unix'),
      'newest.completeness',
      'newest.build',
      'newest.build_exact',
      'round_file.imported_at',
    ])
    .orderBy('newest.started_unix', 'desc')
    .orderBy('server.id')
    .execute()
  return rows.map(({ name, imported_at, ...newest_round }) => ({
    name,
    newest_round: { ...newest_round, imported_at: imported_at?.toISOString() ?? null },
  }))
}
