import type { ReplyAt } from '../../contract/client.ts'
import { fileOf, type RoundId } from '../address.ts'
import { sourceOf } from '../answer/source.ts'
import { type Answer, useAnswer } from '../answer/use-answer.ts'
import { SECTION_NAMES } from './sections.ts'

export type Round = ReplyAt<'/api/proximity/rounds/:id'>

/** Asks for one round. Its page and its replay ask the same question, so that going from one to the other is quick. */
export function useRound(id: RoundId): Answer<Round> {
  const query = { sections: SECTION_NAMES.join(',') }
  const file = fileOf(id)
  const params = { id: file ?? Number(id) }
  return useAnswer(`round ${id}`, (signal) =>
    sourceOf(file).get('/api/proximity/rounds/:id', { params, query, signal }),
  )
}
