import type { ReplyAt } from '../../contract/client.ts'
import { fileIn } from '../address.ts'
import { sourceOf } from '../answer/source.ts'
import { type Answer, useAnswer } from '../answer/use-answer.ts'
import { useNavigation } from '../navigation.tsx'
import type { Basis } from './explained.tsx'

export type Definitions = ReplyAt<'/api/proximity/definitions'>

let known: { readonly key: string; readonly data: Definitions } | null = null

/** What the metrics are and where their sensors were on: asked for by the first card of a scope, and not by the next. */
export function useDefinitions({ asked: query = {}, ...basis }: Pick<Basis, 'asked' | 'file'>): Answer<Definitions> {
  const { address } = useNavigation()
  const file = basis.file ?? fileIn(address)
  const key = JSON.stringify([file, query])
  const answer = useAnswer(known?.key === key ? null : key, async (signal) => {
    const data = await sourceOf(file).get('/api/proximity/definitions', { query, signal })
    known = { key, data }
    return data
  })
  return known?.key === key ? { state: 'here', data: known.data } : answer
}
