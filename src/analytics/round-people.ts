import type { Kysely } from 'kysely'
import { intervalOf } from '../metrics/share-interval.ts'
import type { Database } from '../store/database.ts'
import { PLAYER_SUMS, type PlayerSums } from '../store/player-sums.ts'

/** The people of a round: their place in its list by player id and by number of a name. */
export interface RoundPeople {
  readonly byPlayer: ReadonlyMap<number, number>
  readonly names: readonly { readonly player: number; readonly name: string }[]
}

/** Everybody whom a round names, in order of first appearance, with his sums. */
export async function roundPeople(db: Kysely<Database>, id: number) {
  const rows = await db
    .selectFrom('round_name')
    .innerJoin('player', 'player.id', 'round_name.player_id')
    .where('round_id', '=', id)
    .orderBy('name_no')
    .select(['player_id', 'player.guid', 'player.kind', 'round_name.name'])
    .execute()
  const sums = new Map(
    (await db.selectFrom('derived_player').selectAll().where('round_id', '=', id).execute()).map((of) => [
      of.player_id,
      of,
    ]),
  )
  const byPlayer = new Map<number, number>()
  for (const { player_id } of rows) if (!byPlayer.has(player_id)) byPlayer.set(player_id, byPlayer.size)
  const players = [...byPlayer.keys()].map((player_id) => {
    const { guid, kind, name } = rows.findLast((row) => row.player_id === player_id) as (typeof rows)[number]
    const own = sums.get(player_id)
    const ownSums = own && (Object.fromEntries(PLAYER_SUMS.map((sum) => [sum, own[sum]])) as PlayerSums)
    const trade_interval =
      own === undefined ? null : intervalOf(own.trade_opportunity_successes, own.trade_opportunities)
    return { guid, kind, name, sums: ownSums ?? null, trade_interval }
  })
  const names = rows.map(({ player_id, name }) => ({ player: byPlayer.get(player_id) as number, name }))
  return { players, byPlayer, names }
}
