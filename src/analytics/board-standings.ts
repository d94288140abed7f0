import { type Kysely, sql } from 'kysely'
import { PLAYER_CLASSES } from '../format/codec.ts'
import { medianInterval, productLimit } from '../metrics/product-limit.ts'
import { REACTION_BIN_MS } from '../metrics/reactions.ts'
import { rounded } from '../metrics/rounding.ts'
import { Z } from '../metrics/share-interval.ts'
import type { Database } from '../store/database.ts'
import { binsOf } from '../store/reaction-bytes.ts'
import { MEASURES } from './measures.ts'
import { bots, peopleIn } from './people.ts'
import { type Mean, meanOfSums, momentsOf } from './player-means.ts'
import { roundsIn, type Scope } from './scope.ts'

/** What a person has on a board. */
export interface Standing extends Mean {
  readonly player_id: number
}

const SHARES = {
  crossfires: MEASURES.crossfire_pct,
  trades: MEASURES.trade_success_pct,
  support: MEASURES.support_uptime_pct,
  escapes: MEASURES.escape_pct,
} as const

export type ShareBoard = keyof typeof SHARES

/** The shares of everybody who has a case, in percent. Of a share that is told by how rounds differ these are the cases. */
export async function shareStandings(db: Kysely<Database>, scope: Scope, board: ShareBoard): Promise<Standing[]> {
  const measure = SHARES[board]
  const names = [...measure.part, ...measure.whole]
  const rows = await peopleIn(db, scope)
    .groupBy('derived_player.player_id')
    .select(({ fn }) => [
      'derived_player.player_id',
      ...names.map((name) => fn.sum<number | null>(`derived_player.${name}`).as(name)),
      sql<number[]>`array[${sql.join(momentsOf(measure))}]`.as('moments'),
    ])
    .execute()
  return rows
    .map(({ player_id, moments, ...sums }) => {
      const mean = meanOfSums(measure, sums, moments)
      return { player_id, ...mean, n: measure.spread === 'rounds' ? (moments[0] ?? 0) : mean.n }
    })
    .filter(({ n }) => n > 0)
}

/** The median time to return fire of everybody who was hit in a measured fight, ms; as one class or as any. */
export async function reactionStandings(
  db: Kysely<Database>,
  scope: Scope,
  player_class: (typeof PLAYER_CLASSES)[number] | null,
): Promise<Standing[]> {
  let query = db
    .selectFrom('derived_reaction')
    .where('round_id', 'in', roundsIn(db, scope))
    .where('player_id', 'not in', bots(db))
    .where('reaction', '=', 'return_fire')
  if (player_class !== null) query = query.where('player_class', '=', PLAYER_CLASSES.indexOf(player_class))
  const rows = await query
    .groupBy('player_id')
    .select(['player_id', sql<Uint8Array>`string_agg(bins, '')`.as('bins')])
    .execute()
  return rows.map(({ player_id, bins }) => ({ player_id, ...medianOf(bins) }))
}

function medianOf(bytes: Uint8Array): Mean {
  const { happened, censored } = binsOf(bytes)
  const limit = productLimit(happened, censored, REACTION_BIN_MS)
  const { low_ms, high_ms } = medianInterval(limit, Z)
  const shown = (ms: number | null) => (ms === null ? null : rounded(ms, 0))
  return { value: shown(limit.median_ms), n: limit.samples, low: shown(low_ms), high: shown(high_ms) }
}
