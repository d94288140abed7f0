import type { ComponentChildren } from 'preact'
import { Guarded } from './guarded.tsx'
import type { Answer } from './use-answer.ts'

interface AnsweredProps<T> {
  readonly answer: Answer<T>
  /** What is shown instead where there is nothing to show; null where there is. */
  readonly empty?: (data: T) => ComponentChildren
  /** Height of the place kept while loading, in lines. */
  readonly lines?: number
  readonly children: (data: T) => ComponentChildren
}

/** The four states of everything that is asked for: loading, failed, empty, here. */
export function Answered<T>({ answer, empty, lines = 4, children }: AnsweredProps<T>) {
  if (answer.state === 'none' || answer.state === 'loading') return <Loading lines={lines} />
  if (answer.state === 'failed') return <Failed reason={answer.reason} again={answer.again} />
  const instead = empty?.(answer.data) ?? null
  if (instead !== null) return <div class="empty">{instead}</div>
  return <Guarded>{() => children(answer.data)}</Guarded>
}

function Loading({ lines }: { readonly lines: number }) {
  return (
    <div class="loading" aria-busy="true">
      <p class="visually-hidden" role="status">
        Loading
      </p>
      {Array.from({ length: lines }, (_, line) => (
        <span class="loading-line" key={line} />
      ))}
    </div>
  )
}

function Failed({ reason, again }: { readonly reason: string; readonly again: () => void }) {
  return (
    <div class="failed" role="alert">
      <p>{reason}</p>
      <button
        type="button"
        onClick={({ currentTarget }) => {
          // the button goes: the focus waits where the answer will be
          currentTarget.closest('main')?.focus({ preventScroll: true })
          again()
        }}
      >
        Try again
      </button>
    </div>
  )
}
