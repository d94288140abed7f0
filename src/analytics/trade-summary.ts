import type { Kysely } from 'kysely'
import { percentOf } from '../metrics/rounding.ts'
import { intervalOf } from '../metrics/share-interval.ts'
import type { Database } from '../store/database.ts'
import { peopleIn } from './people.ts'
import type { Scope } from './scope.ts'

/** What mates made of deaths by enemies, and how often a mate in combat was near. */
export async function tradeSummary(db: Kysely<Database>, scope: Scope) {
  const sums = await peopleIn(db, scope)
    .select(({ fn }) => [
      fn.sum<number | null>('tradable_deaths').as('events'),
      fn.sum<number | null>('trade_opportunities').as('opportunities'),
      fn.sum<number | null>('trade_attempts').as('attempts'),
      fn.sum<number | null>('trade_successes').as('successes'),
      fn.sum<number | null>('trade_missed').as('missed'),
      fn.sum<number | null>('support_samples').as('support_samples'),
      fn.sum<number | null>('total_samples').as('total_samples'),
      fn.sum<number | null>('isolation_deaths').as('isolation_deaths'),
      fn.sum<number | null>('traded_deaths').as('traded_deaths'),
    ])
    .executeTakeFirstOrThrow()
  const part = (cases: number | null) => intervalOf(cases ?? 0, sums.events ?? 0)
  return {
    events: sums.events ?? 0,
    trade_opportunities: sums.opportunities ?? 0,
    trade_attempts: sums.attempts ?? 0,
    trade_success: sums.successes ?? 0,
    missed_trade_candidates: sums.missed ?? 0,
    support_uptime_pct: percentOf(sums.support_samples, sums.total_samples, 2),
    isolation_deaths: sums.isolation_deaths ?? 0,
    traded_deaths: sums.traded_deaths ?? 0,
    intervals: { traded_deaths: part(sums.traded_deaths), isolation_deaths: part(sums.isolation_deaths) },
    support_samples: sums.support_samples ?? 0,
    total_samples: sums.total_samples ?? 0,
  }
}
