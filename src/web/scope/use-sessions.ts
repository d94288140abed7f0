import type { ReplyAt } from '../../contract/client.ts'
import { server } from '../answer/server.ts'
import type { Answer } from '../answer/use-answer.ts'
import { type Pages, usePages } from '../answer/use-pages.ts'
import { ALL_DAYS, type Evening } from './scope.ts'

/** As many in one answer as the API gives. */
const EVENINGS = 200

/** The evenings, the newest first: at first the latest ones. */
export type Sessions = Answer<Pages<ReplyAt<'/api/proximity/sessions'>>>

/** The evenings that can be chosen. */
export function useSessions(): Sessions {
  return usePages('evenings', (cursor, signal) =>
    server.get('/api/proximity/sessions', { query: { range_days: ALL_DAYS, limit: EVENINGS, cursor }, signal }),
  )
}

/** Those that are known so far. */
export function eveningsIn(sessions: Sessions): readonly Evening[] {
  return sessions.state === 'here' ? sessions.data.pages.flatMap((page) => page.sessions) : []
}
