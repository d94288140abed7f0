import { type Kysely, sql } from 'kysely'
import type { Database } from './database.ts'

/** A longer break between two rounds of a server begins a new gaming session (L-35; 60 minutes worked in production). */
export const SESSION_GAP_S = 60 * 60

/**
 * Puts a round, and what it touches, into gaming sessions: runs of rounds of one server without a longer break than
 * {@link SESSION_GAP_S}. A session is named after its first round. Only the sessions before and after the round are
 * looked at, so that the cost does not grow with the history.
 */
export async function regroupAround(trx: Kysely<Database>, roundId: number): Promise<void> {
  await sql`
    with one as (
      select id, server_id, started_unix, gaming_session_id from rounds where id = ${roundId}
    ), touched as (
      select gaming_session_id as session from one
      union select (select r.gaming_session_id from rounds r, one where r.server_id = one.server_id
        and r.started_unix < one.started_unix and r.gaming_session_id is not null
        order by r.started_unix desc, r.id desc limit 1)
      union select (select r.gaming_session_id from rounds r, one where r.server_id = one.server_id
        and r.started_unix >= one.started_unix and r.id <> one.id and r.gaming_session_id is not null
        order by r.started_unix, r.id limit 1)
    ), pool as (
      select id, server_id, started_unix, greatest(round_end_unix, started_unix) as ended_unix from rounds
      where started_unix is not null
        and (id = ${roundId} or gaming_session_id in (select session from touched where session is not null))
    ), breaks as (
      select *, started_unix - max(ended_unix) over (order by started_unix, id rows between unbounded preceding and 1 preceding)
        > ${SESSION_GAP_S} as after_break
      from pool
    ), runs as (
      select *, count(*) filter (where after_break) over (order by started_unix, id) as run from breaks
    ), named as (
      select id, first_value(id) over (partition by run order by started_unix, id) as session from runs
    )
    update rounds set gaming_session_id = named.session from named
    where named.id = rounds.id and rounds.gaming_session_id is distinct from named.session`.execute(trx)
}

/**
 * The session that a new round most likely goes on with, as a subquery: stored at once, it saves {@link regroupAround},
 * which knows, writing the row a second time.
 */
export function sessionBefore(
  db: Kysely<Database>,
  { server_id, started_unix }: { readonly server_id: number; readonly started_unix: number | null },
) {
  return db
    .selectFrom('rounds')
    .select('gaming_session_id')
    .where('server_id', '=', server_id)
    .where('started_unix', '<=', started_unix)
    .where(
      ({ fn }) => fn<number>('greatest', ['round_end_unix', 'started_unix']),
      '>=',
      (started_unix ?? 0) - SESSION_GAP_S,
    )
    .orderBy('started_unix', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
}

/** The same for a session that has lost a round. */
export async function regroupSession(trx: Kysely<Database>, sessionId: number): Promise<void> {
  const rest = await trx
    .selectFrom('rounds')
    .select('id')
    .where('gaming_session_id', '=', sessionId)
    .orderBy('started_unix')
    .limit(1)
    .executeTakeFirst()
  if (rest !== undefined) await regroupAround(trx, rest.id)
}
