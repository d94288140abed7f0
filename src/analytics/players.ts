import { type Kysely, sql } from 'kysely'
import type { Database } from '../store/database.ts'
import { latestNames } from './latest-names.ts'
import { type Cursor, pageOf } from './page.ts'
import { peopleIn } from './people.ts'
import type { Scope } from './scope.ts'

/** The people of a scope by number of rounds; equal ones go by identifier. */
export async function players(
  db: Kysely<Database>,
  scope: Scope,
  search: string | null,
  limit: number,
  after: Cursor | null,
) {
  let query = peopleIn(db, scope)
    .innerJoin('player', 'player.id', 'derived_player.player_id')
    .innerJoin('rounds', 'rounds.id', 'derived_player.round_id')
    .groupBy('player.id')
    .select(({ fn }) => [
      'player.id',
      'player.guid',
      'player.kind',
      fn.countAll<number>().as('rounds'),
      fn.max<number | null>('rounds.started_unix').as('last_seen_unix'),
      fn.sum<number>('derived_player.lives').as('lives'),
      fn.sum<number>('derived_player.alive_ms').as('alive_ms'),
      fn.sum<number>('derived_player.kills').as('kills'),
      fn.sum<number>('derived_player.deaths').as('deaths'),
      fn.sum<number>('derived_player.damage_dealt').as('damage_dealt'),
      fn.sum<number>('derived_player.damage_taken').as('damage_taken'),
      fn.sum<number>('derived_player.crossfire_kills').as('crossfire_kills'),
      fn.sum<number>('derived_player.trade_successes').as('trade_successes'),
    ])
  const plain = search === null ? null : plainOf(search)
  const matched = plain === null ? null : await namesWith(db, plain)
  if (matched !== null) {
    if (matched.size === 0) return { players: [], next: null }
    query = query.where('derived_player.player_id', 'in', [...matched.keys()])
  }
  if (after !== null) {
    query = query.having(
      sql<boolean>`count(*) < ${after.value} or (count(*) = ${after.value} and player.guid > ${after.key})`,
    )
  }
  const rows = await query
    .orderBy('rounds', 'desc')
    .orderBy('player.guid')
    .limit(limit + 1)
    .execute()
  const { page, next } = pageOf(rows, limit, ({ rounds, guid }) => ({ value: rounds, key: guid }))
  const ids = page.map(({ id }) => id)
  const names = await latestNames(db, ids)
  const people = page.map(({ id, ...row }) => {
    const name = names.get(id) ?? ''
    const isFoundByIt = plain === null || plainOf(name).includes(plain)
    return { ...row, name, matched_name: isFoundByIt ? null : (matched?.get(id) ?? null) }
  })
  return { players: people, next }
}

/** Everybody who used a name in which some text stands, whatever case and colours, with the latest such name. */
async function namesWith(db: Kysely<Database>, plain: string): Promise<ReadonlyMap<number, string>> {
  const names = db
    .selectFrom('round_name')
    .groupBy(['round_name.player_id', 'round_name.name'])
    .select(({ fn }) => ['round_name.player_id', 'round_name.name', fn.max('round_name.round_id').as('round_id')])
  const rows = await db
    .selectFrom(names.as('used'))
    .where(sql<boolean>`strpos(lower(regexp_replace(used.name, '\\^.', '', 'g')), ${plain}) > 0`)
    .orderBy('used.round_id')
    .select(['used.player_id', 'used.name'])
    .execute()
  return new Map(rows.map(({ player_id, name }) => [player_id, name]))
}

function plainOf(name: string): string {
  return name.replaceAll(/\^./g, '').toLowerCase()
}
