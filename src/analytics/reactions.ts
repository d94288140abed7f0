import { type Kysely, sql } from 'kysely'
import { medianInterval, productLimit } from '../metrics/product-limit.ts'
import { REACTION_BIN_MS } from '../metrics/reactions.ts'
import { meanOf, rounded } from '../metrics/rounding.ts'
import { Z } from '../metrics/share-interval.ts'
import type { Database } from '../store/database.ts'
import { binsOf } from '../store/reaction-bytes.ts'
import { className } from './classes.ts'
import { latestNames } from './latest-names.ts'
import { bots, guidsOfPeople } from './people.ts'
import { ranked } from './ranking.ts'
import { playerOf, roundsIn, type Scope } from './scope.ts'
import { totals } from './totals.ts'

const KINDS = ['return_fire', 'dodge', 'support'] as const
type Kind = (typeof KINDS)[number]

interface Sums {
  readonly player_id: number
  readonly player_class: number
  readonly reaction: string
  readonly fights: number
  readonly samples: number
  readonly sum_ms: number
  readonly bins: Uint8Array
}

/** Reactions to being hit, by person and class: the fastest mean of those that happened first. */
export async function reactions(db: Kysely<Database>, scope: Scope, limit: number) {
  const sums = await reactionSums(db, scope)
  const guids = await guidsOfPeople(db)
  const fastest = (kind: Kind) =>
    ranked(
      sums.filter(({ reaction, samples }) => reaction === kind && samples > 0),
      guids,
      ({ sum_ms, samples, player_class }) => [sum_ms / samples, player_class],
      limit,
    )
  const lists = { return_fire: fastest('return_fire'), dodge: fastest('dodge'), support: fastest('support') }
  const listed = Object.values(lists).flat()
  const names = await latestNames(
    db,
    listed.map(({ player_id }) => player_id),
  )
  const entries = (kind: Kind) =>
    lists[kind].map((row) => ({
      guid: guids.get(row.player_id) ?? '',
      name: names.get(row.player_id) ?? '',
      player_class: className(row.player_class),
      reaction_ms: rounded(row.sum_ms / row.samples, 0),
      samples: row.samples,
      fights: row.fights,
      median_ms: medianOf(row),
    }))
  return {
    return_fire: entries('return_fire'),
    dodge: entries('dodge'),
    support: entries('support'),
    class_summary: byClass(sums),
  }
}

/** How one person, the scope's, reacts, whatever his class. */
export async function reactionsOf(db: Kysely<Database>, scope: Scope) {
  const sums = await reactionSums(db, scope)
  return KINDS.map((reaction) => {
    const rows = sums.filter((row) => row.reaction === reaction)
    const { fights, samples, sum_ms } = totals(rows, ['fights', 'samples', 'sum_ms'])
    const bins = Buffer.concat(rows.map((row) => row.bins))
    const { happened, censored } = binsOf(bins)
    const { low_ms, high_ms } = medianInterval(productLimit(happened, censored, REACTION_BIN_MS), Z)
    return {
      ...{ reaction, fights, samples, reaction_ms: meanOf(sum_ms, samples, 0), median_ms: medianOf({ bins }) },
      low_ms: low_ms === null ? null : rounded(low_ms, 0),
      high_ms: high_ms === null ? null : rounded(high_ms, 0),
    }
  })
}

function reactionSums(db: Kysely<Database>, scope: Scope): Promise<Sums[]> {
  let rows = db
    .selectFrom('derived_reaction')
    .where('round_id', 'in', roundsIn(db, scope))
    .where('player_id', 'not in', bots(db))
  if (scope.player_guid !== null) rows = rows.where('player_id', '=', playerOf(db, scope.player_guid))
  return rows
    .groupBy(['player_id', 'player_class', 'reaction'])
    .select(({ fn }) => [
      'player_id',
      'player_class',
      'reaction',
      fn.sum<number>('fights').as('fights'),
      fn.sum<number>('samples').as('samples'),
      fn.sum<number>('sum_ms').as('sum_ms'),
      sql<Uint8Array>`string_agg(bins, '')`.as('bins'),
    ])
    .execute()
}

/** The product-limit median, in which those who died first are no fast ones and no slow ones (L-83). */
function medianOf({ bins }: Pick<Sums, 'bins'>): number | null {
  const { happened, censored } = binsOf(bins)
  const { median_ms } = productLimit(happened, censored, REACTION_BIN_MS)
  return median_ms === null ? null : rounded(median_ms, 0)
}

/** Sums by class, the class with the most fights first; equal ones by name. */
function byClass(sums: readonly Sums[]) {
  const classes = [...Map.groupBy(sums, ({ player_class }) => player_class)].map(([player_class, ofClass]) => {
    const of = (kind: Kind) => {
      const rows = ofClass.filter(({ reaction }) => reaction === kind)
      const total = (what: 'fights' | 'samples' | 'sum_ms') => rows.reduce((sum, row) => sum + row[what], 0)
      return { fights: total('fights'), samples: total('samples'), mean: meanOf(total('sum_ms'), total('samples'), 0) }
    }
    const [fire, dodge, support] = [of('return_fire'), of('dodge'), of('support')]
    return {
      player_class: className(player_class),
      // each fight is measured for every reaction
      events: fire.fights,
      return_samples: fire.samples,
      avg_return_fire_ms: fire.mean,
      dodge_samples: dodge.samples,
      avg_dodge_reaction_ms: dodge.mean,
      support_samples: support.samples,
      avg_support_reaction_ms: support.mean,
    }
  })
  return classes.sort((a, b) => b.events - a.events || (a.player_class < b.player_class ? -1 : 1))
}
