import { excludedIn } from '../../analytics/excluded.ts'
import { leaderboard } from '../../analytics/leaderboard.ts'
import { leaderboards } from '../../contract/leaderboards.ts'
import { envelopeOf } from '../answer.ts'
import { route } from '../route.ts'
import { scopeOf } from '../scope-of.ts'

export const leaderboardsRoute = route(leaderboards, async ({ db, query, now_ms }) => {
  const scope = scopeOf(query, now_ms)
  const { board, player_class = null, own_guid = null, limit } = query
  const { hasAny, ...found } = await leaderboard(db, scope, { board, player_class, own_guid, limit })
  return {
    ...envelopeOf(query, now_ms, hasAny),
    ...{ board, player_class, limit },
    ...found,
    excluded: await excludedIn(db, scope),
  }
})
