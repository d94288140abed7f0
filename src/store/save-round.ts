import { createHash } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import type { Derived, PlayerKind, RosterPlayer } from '../metrics/derived.ts'
import { playerKind } from '../metrics/people.ts'
import type { Database, RoundsTable } from './database.ts'
import { sessionBefore } from './gaming-sessions.ts'
import { arrayText } from './insert-texts.ts'
import { derivedInserts, type PreparedRound } from './prepared-round.ts'
import { DERIVED_TABLES, ROUND_TABLES } from './round-tables.ts'
import { runInserts } from './run-inserts.ts'

/** What a round is told apart by (L-31, L-32). */
export interface RoundIdentity {
  readonly server_id: number
  readonly map_name: string
  /** 0 where the file has no start: then date, time and number of the file's name stand in (D35). */
  readonly round_start_unix: number
  readonly round_date: string
  readonly round_time: string
  readonly round_number: number
}

/** What is stored of a round beside its rows. */
export type RoundFacts = RoundIdentity &
  Pick<
    RoundsTable,
    'round_number_raw' | 'round_number_reason' | 'started_unix' | 'start_source' | 'exclusion' | 'file_id'
  >

/** The stored round of this identity. */
export async function findRound(db: Kysely<Database>, identity: RoundIdentity) {
  let query = db
    .selectFrom('rounds')
    .select(['id', 'file_id'])
    .where('server_id', '=', identity.server_id)
    .where('map_name', '=', identity.map_name)
    .where('round_start_unix', '=', identity.round_start_unix)
  if (identity.round_start_unix === 0) {
    query = query
      .where('round_date', '=', identity.round_date)
      .where('round_time', '=', identity.round_time)
      .where('round_number', '=', identity.round_number)
  }
  return await query.executeTakeFirst()
}

/**
 * Stores a round with all its rows and gives its id; in place of the stored round `known`, if there is one of its
 * identity. To be called inside a transaction.
 */
export async function saveRound(
  trx: Kysely<Database>,
  round: PreparedRound,
  facts: RoundFacts,
  known: number | undefined,
): Promise<number> {
  const row = { ...facts, ...round.row }
  let id = known
  if (id === undefined) {
    const gaming_session_id = sessionBefore(trx, facts)
    id = (
      await trx
        .insertInto('rounds')
        .values({ ...row, gaming_session_id })
        .returning('id')
        .executeTakeFirstOrThrow()
    ).id
  } else {
    // another source may have told who won; what the replaced file told goes with it
    const unknownNow = row.winner_team === undefined && (await hasOutcome(trx, id)) ? UNKNOWN_OUTCOME : {}
    await deleteRows(trx, id, ROUND_TABLES)
    await trx
      .updateTable('rounds')
      .set({ ...row, ...unknownNow })
      .where('id', '=', id)
      .execute()
  }
  const people = await savePeople(trx, round.people, identityHash(facts))
  await runInserts(trx, { round_id: id, people }, round.inserts)
  return id
}

const UNKNOWN_OUTCOME = { winner_team: 0, defender_team: 0 }

async function hasOutcome(trx: Kysely<Database>, roundId: number): Promise<boolean> {
  const { rows } = await sql`select from fact_round_outcome where round_id = ${roundId} limit 1`.execute(trx)
  return rows.length > 0
}

/** Takes the rows of a round out of the given tables. */
export async function deleteRows(trx: Kysely<Database>, roundId: number, tables: readonly string[]): Promise<void> {
  for (const table of tables) await sql`delete from ${sql.table(table)} where round_id = ${roundId}`.execute(trx)
}

// a person without an identifier of his own is one person per round and name, wherever and whenever it is imported
function identityHash(facts: RoundFacts): string {
  const { server_id, map_name, round_start_unix, round_date, round_time, round_number } = facts
  const key =
    round_start_unix > 0
      ? [server_id, map_name, round_start_unix]
      : [server_id, map_name, round_date, round_time, round_number]
  return createHash('sha256').update(JSON.stringify(key)).digest('hex').slice(0, 16)
}

/** Gives the player ids of a round's people; new people are stored. */
async function savePeople(trx: Kysely<Database>, people: readonly RosterPlayer[], hash: string): Promise<number[]> {
  const guids = people.map(({ guid }, i) =>
    playerKind(guid) === 'unknown' ? `${OF_ONE_ROUND}${hash}:${i}` : guid.toUpperCase(),
  )
  return await playerIds(
    trx,
    guids,
    people.map(({ kind }) => kind),
  )
}

// what the guid of a person begins with who cannot be followed into another round
const OF_ONE_ROUND = 'unknown:'

async function playerIds(
  trx: Kysely<Database>,
  guids: readonly string[],
  kinds: readonly PlayerKind[],
): Promise<number[]> {
  if (guids.length === 0) return []
  const list = sql`${arrayText('text', guids)}::text::text[]`
  await sql`insert into player (guid, kind)
    select distinct on (u.guid) u.guid, u.kind from unnest(${list}, ${arrayText('text', kinds)}::text::text[]) as u (guid, kind)
    where not exists (select from player p where p.guid = u.guid)`.execute(trx)
  const rows = await trx
    .selectFrom('player')
    .select(['id', 'guid', 'kind'])
    .where(sql<boolean>`guid = any(${list})`)
    .execute()
  const byGuid = new Map(rows.map(({ id, guid }) => [guid, id]))
  const kindOf = new Map(rows.map(({ guid, kind }) => [guid, kind]))
  for (const [i, guid] of guids.entries()) {
    const kind = kinds[i] as PlayerKind
    // a file that says bot is right about a player of many rounds, and the stored one about those of its round alone
    if (kind === kindOf.get(guid) || (kind !== 'bot' && !guid.startsWith(OF_ONE_ROUND))) continue
    await trx.updateTable('player').set({ kind }).where('guid', '=', guid).execute()
  }
  return guids.map((guid) => byGuid.get(guid) as number)
}

/** Makes the derived rows of a stored round again: they replace the old ones. To be called inside a transaction. */
export async function replaceDerived(trx: Kysely<Database>, roundId: number, derived: Derived): Promise<void> {
  const names = await trx
    .selectFrom('round_name')
    .select(['name_no', 'player_id'])
    .where('round_id', '=', roundId)
    .execute()
  const byName = new Map(names.map(({ name_no, player_id }) => [name_no, player_id]))
  const people: number[] = []
  derived.roster.names.forEach(({ player }, no) => {
    people[player] ??= byName.get(no) as number
  })
  await deleteRows(trx, roundId, DERIVED_TABLES)
  await runInserts(trx, { round_id: roundId, people }, derivedInserts(derived))
}
