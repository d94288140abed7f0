import type { ReplyAt } from '../../contract/client.ts'
import { server } from '../answer/server.ts'
import { type Answer, useAnswer } from '../answer/use-answer.ts'

export type Definitions = ReplyAt<'/api/proximity/definitions'>

let known: Definitions | null = null

/** What the metrics are: asked for when the first card is opened, and then never again. */
export function useDefinitions(): Answer<Definitions> {
  const answer = useAnswer(known === null ? 'definitions' : null, async (signal) => {
    known = await server.get('/api/proximity/definitions', { signal })
    return known
  })
  return known === null ? answer : { state: 'here', data: known }
}
