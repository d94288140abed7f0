import type { Beyond } from './answer/use-pages.ts'

interface MoreProps extends Beyond {
  readonly noun: string
}

/** Asks for the next part of a list. */
export function More({ more, isAdding, reason, noun }: MoreProps) {
  if (more === null && !isAdding) return null
  return (
    <div class="more">
      {reason !== null && <p role="alert">{reason}</p>}
      <button type="button" disabled={isAdding} onClick={() => more?.()}>
        {isAdding ? 'Loading' : `Show more ${noun}`}
      </button>
    </div>
  )
}
