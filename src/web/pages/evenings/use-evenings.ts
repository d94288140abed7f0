import { useEffect } from 'preact/hooks'
import type { EveningsAddress } from '../../address.ts'
import { server } from '../../answer/server.ts'
import { useAnswer } from '../../answer/use-answer.ts'
import { usePages } from '../../answer/use-pages.ts'
import { useNavigation } from '../../navigation.tsx'
import { ALL_DAYS, EVERYTHING, eveningOf, isEmpty, scopeOfEvening, scopeOfRound } from '../../scope/scope.ts'

/** Evenings that can be chosen: the latest ones. */
const EVENINGS = 200

/** All that the page asks, and the step from an address without a scope to one with. */
export function useEvenings(address: EveningsAddress) {
  const { scope, round_id } = address
  const { replace } = useNavigation()
  const question = isEmpty(scope) ? null : JSON.stringify(scope)
  const evenings = useAnswer('evenings', (signal) =>
    server.get('/api/proximity/sessions', { query: { range_days: ALL_DAYS, limit: EVENINGS }, signal }),
  )
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
    if (round_id !== null || evenings.state !== 'here') return
    const { sessions } = evenings.data
    // an evening of which nothing counts is no good start
    const start = sessions.find(({ fights }) => fights > 0) ?? sessions[0]
    replace({ ...address, scope: start === undefined ? EVERYTHING : scopeOfEvening(start) })
  }, [question, opened.state, evenings.state])

  return { evenings, evening, summary, trades, rounds, opened }
}
