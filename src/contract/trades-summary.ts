import { z } from 'zod'
import { envelope, excluded, interval, mean } from './envelope.ts'
import { scopeFields } from './scope.ts'

/** Sums of trades. */
export const tradesSummary = {
  method: 'GET',
  path: '/api/proximity/trades/summary',
  about: 'What mates made of deaths by enemies.',
  query: z.strictObject(scopeFields),
  reply: z.object({
    ...envelope,
    events: z.int().meta({ description: 'Deaths by enemies.' }),
    trade_opportunities: z.int(),
    trade_attempts: z.int(),
    trade_success: z.int().meta({ description: 'Mates who traded: of one death there may be several.' }),
    missed_trade_candidates: z.int(),
    support_uptime_pct: mean,
    isolation_deaths: z.int(),
    traded_deaths: z.int().meta({ description: 'Deaths by enemies that at least one mate traded.' }),
    intervals: z
      .object({ traded_deaths: interval, isolation_deaths: interval })
      .meta({ description: 'Of these as shares of the deaths by enemies.' }),
    support_samples: z.int().meta({ description: 'Position samples of people near a mate in combat.' }),
    total_samples: z.int().meta({ description: 'Position samples of people: what support_uptime_pct is a share of.' }),
    excluded,
  }),
} as const
