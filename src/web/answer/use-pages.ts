import { useRef, useState } from 'preact/hooks'
import { type Answer, answered, useAnswer } from './use-answer.ts'

interface Page {
  readonly next: string | null
}

/** What lies beyond the pages of a list that are here. */
export interface Beyond {
  /** Asks for the next page; null at the end. */
  readonly more: (() => void) | null
  readonly isAdding: boolean
  /** Why the last one did not come. */
  readonly reason: string | null
}

/** The pages of a list as far as they were asked for. */
export interface Pages<P extends Page> extends Beyond {
  readonly pages: readonly P[]
}

interface Further<P> {
  readonly key: string | null
  readonly pages: readonly P[]
  readonly isAdding: boolean
  readonly reason: string | null
}

/** Like {@link useAnswer}, for a list that comes in pages. */
export function usePages<P extends Page>(
  key: string | null,
  ask: (cursor: string | null, signal: AbortSignal) => Promise<P>,
): Answer<Pages<P>> {
  const first = useAnswer(key, (signal) => ask(null, signal))
  const [further, setFurther] = useState<Further<P>>({ key, pages: [], isAdding: false, reason: null })
  const current = useRef(key)
  current.current = key

  if (first.state !== 'here') return first
  const { pages, isAdding, reason } = further.key === key ? further : { pages: [], isAdding: false, reason: null }
  const all = [first.data, ...pages]
  const cursor = all.at(-1)?.next ?? null
  const more = async () => {
    setFurther({ key, pages, isAdding: true, reason: null })
    const outcome = await answered((signal) => ask(cursor, signal))
    if (current.current !== key) return
    if ('data' in outcome) setFurther({ key, pages: [...pages, outcome.data], isAdding: false, reason: null })
    else setFurther({ key, pages, isAdding: false, reason: outcome.reason })
  }
  return { state: 'here', data: { pages: all, more: cursor === null ? null : () => void more(), isAdding, reason } }
}
