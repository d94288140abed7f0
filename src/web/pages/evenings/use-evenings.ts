import { useEffect } from 'preact/hooks'
import type { EveningsAddress } from '../../address.ts'
import { server } from '../../answer/server.ts'
import { useAnswer } from '../../answer/use-answer.ts'
import { usePages } from '../../answer/use-pages.ts'
import { useNavigation } from '../../navigation.tsx'
import { EVERYTHING, eveningOf, isEmpty, scopeOfEvening, scopeOfRound } from '../../scope/scope.ts'
import { eveningsIn, useSessions } from '../../scope/use-sessions.ts'

/** All that the page asks, and the step from an address without a scope to one with. */
export function useEvenings(address: EveningsAddress) {
  const { scope, round_id } = address
  const { replace } = useNavigation()
  const question = isEmpty(scope) ? null : JSON.stringify(scope)
  const sessions = useSessions()
  const summary = useAnswer(question, (signal) => server.get('/api/proximity/summary', { query: scope, signal }))
  const trades = useAnswer(question, (signal) => server.get('/api/proximity/trades/summary', { query: scope, signal }))
  const whole = round_id === null ? eveningOf(scope) : null
  const evening = useAnswer(whole === null ? null : `evening ${whole}`, (signal) =>
    server.get('/api/proximity/sessions/:id', { params: { id: whole ?? 0 }, signal }),
  )
  // an evening and an open round say of themselves what the list would say
  const rounds = usePages(round_id === null && whole === null ? question : null, (cursor, signal) =>
    server.get('/api/proximity/rounds', { query: { ...scope, cursor }, signal }),
  )
  const opened = useAnswer(round_id === null ? null : String(round_id), (signal) =>
    server.get('/api/proximity/rounds/:id', { params: { id: round_id ?? 0 }, signal }),
  )

  useEffect(() => {
    if (!isEmpty(scope)) return
    if (opened.state === 'here') replace({ ...address, scope: scopeOfRound(opened.data) })
    if (round_id !== null || sessions.state !== 'here') return
    const evenings = eveningsIn(sessions)
    // an evening of which nothing counts is no good start
    const start = evenings.find(({ fights }) => fights > 0) ?? evenings[0]
    replace({ ...address, scope: start === undefined ? EVERYTHING : scopeOfEvening(start) })
  }, [question, opened.state, sessions.state])

  return { sessions, evening, summary, trades, rounds, opened }
}
