import { server } from '../../answer/server.ts'
import { useAnswer } from '../../answer/use-answer.ts'
import type { LeaderboardsAddress } from '../../board-address.ts'

/** People whose line can be chosen: those with most rounds. */
const PEOPLE = 100

/** All that the page of the leaderboards asks. */
export function useBoard({ scope, board, player_class, player }: LeaderboardsAddress) {
  const query = { ...scope, board, player_class, own_guid: player }
  const found = useAnswer(JSON.stringify(query), (signal) =>
    server.get('/api/proximity/leaderboards', { query, signal }),
  )
  const people = useAnswer(JSON.stringify(scope), (signal) =>
    server.get('/api/proximity/players', { query: { ...scope, limit: PEOPLE }, signal }),
  )
  return { board: found, people }
}
