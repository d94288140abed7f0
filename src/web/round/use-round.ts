import type { ReplyAt } from '../../contract/client.ts'
import { server } from '../answer/server.ts'
import { type Answer, useAnswer } from '../answer/use-answer.ts'
import { SECTION_NAMES } from './sections.ts'

export type Round = ReplyAt<'/api/proximity/rounds/:id'>

/** Asks for one round. Its page and its replay ask the same question, so that going from one to the other is quick. */
export function useRound(id: number): Answer<Round> {
  const query = { sections: SECTION_NAMES.join(',') }
  return useAnswer(`round ${id}`, (signal) =>
    server.get('/api/proximity/rounds/:id', { params: { id }, query, signal }),
  )
}
