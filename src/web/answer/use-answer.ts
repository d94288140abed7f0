import { useEffect, useState } from 'preact/hooks'
import { reasonOf, TIMEOUT_MS } from './server.ts'

/** What has become of a question. `none`: nothing is asked. */
export type Answer<T> =
  | { readonly state: 'none' }
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly reason: string; readonly again: () => void }
  | { readonly state: 'here'; readonly data: T }

type Settled<T> = { readonly key: string } & ({ readonly reason: string } | { readonly data: T })

/**
 * Asks anew whenever `key` changes; null asks nothing. An answer to an older question is never given (L-64). When `ticks`
 * changes the same question is asked again, and its last answer stays until then.
 */
export function useAnswer<T>(key: string | null, ask: (signal: AbortSignal) => Promise<T>, ticks = 0): Answer<T> {
  const [attempt, setAttempt] = useState(0)
  const [settled, setSettled] = useState<Settled<T>>()
  const question = key === null ? null : `${attempt} ${key}`

  useEffect(() => {
    if (question === null) return
    const controller = new AbortController()
    let isCurrent = true
    void answered(ask, controller).then((outcome) => {
      if (isCurrent) setSettled({ key: question, ...outcome })
    })
    return () => {
      isCurrent = false
      controller.abort()
    }
    // `ask` is made anew by each drawing of the caller; the key stands for all that it depends on
  }, [question, ticks])

  if (question === null) return { state: 'none' }
  if (settled?.key !== question) return { state: 'loading' }
  if ('data' in settled) return { state: 'here', data: settled.data }
  return { state: 'failed', reason: settled.reason, again: () => setAttempt((n) => n + 1) }
}

/** The answer or the reason why there is none, at the latest after {@link TIMEOUT_MS}. */
export async function answered<T>(
  ask: (signal: AbortSignal) => Promise<T>,
  controller = new AbortController(),
): Promise<{ readonly data: T } | { readonly reason: string }> {
  const timer = setTimeout(() => controller.abort(), TIMEOUT_MS)
  try {
    const data = await ask(controller.signal)
    // something between page and server may answer 200 with a text of its own
    if (typeof data !== 'object' || data === null) return { reason: 'The answer is not one of this server.' }
    return { data }
  } catch (error) {
    return { reason: reasonOf(error) }
  } finally {
    clearTimeout(timer)
  }
}
