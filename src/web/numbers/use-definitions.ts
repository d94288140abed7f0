import type { ReplyAt } from '../../contract/client.ts'
import { fileIn } from '../address.ts'
import { sourceOf } from '../answer/source.ts'
import { type Answer, useAnswer } from '../answer/use-answer.ts'
import { useNavigation } from '../navigation.tsx'

export type Definitions = ReplyAt<'/api/proximity/definitions'>

let known: Definitions | null = null

/** What the metrics are: asked for when the first card is opened, and then never again. */
export function useDefinitions(): Answer<Definitions> {
  const { address } = useNavigation()
  const answer = useAnswer(known === null ? 'definitions' : null, async (signal) => {
    known = await sourceOf(fileIn(address)).get('/api/proximity/definitions', { signal })
    return known
  })
  return known === null ? answer : { state: 'here', data: known }
}
