import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { Beyond } from './answer/use-pages.ts'

interface MoreProps extends Beyond {
  readonly noun: string
}

/** Asks for the next part of a list. */
export function More({ more, isAdding, reason, noun }: MoreProps) {
  if (more === null && !isAdding) return null
  return (
    <ShowMore show={() => more?.()} isAdding={isAdding} reason={reason}>
      {isAdding ? 'Loading' : `Show more ${noun}`}
    </ShowMore>
  )
}

interface ShowMoreProps {
  readonly show: () => void
  readonly isAdding?: boolean
  /** Why the last part did not come. */
  readonly reason?: string | null
  readonly children: ComponentChildren
}

/** The button right below a list or table that brings more of it. When it goes, the focus goes to the first it brought. */
export function ShowMore({ show, isAdding = false, reason = null, children }: ShowMoreProps) {
  const box = useRef<HTMLDivElement>(null)
  const known = useRef(0)
  useLayoutEffect(() => {
    const here = box.current
    return () => {
      if (here?.contains(document.activeElement) !== true) return
      const rows = rowsAbove(here)
      // the rows come in the same drawing, after this
      queueMicrotask(() => rows?.[known.current]?.querySelector<HTMLElement>('a, button')?.focus())
    }
  }, [])
  const press = () => {
    if (isAdding) return
    known.current = rowsAbove(box.current)?.length ?? 0
    show()
  }
  return (
    <div ref={box} class="more">
      {reason !== null && <p role="alert">{reason}</p>}
      {/* a disabled one would lose the focus */}
      <button type="button" aria-disabled={isAdding} onClick={press}>
        {children}
      </button>
    </div>
  )
}

function rowsAbove(box: Element | null): HTMLCollection | undefined {
  const list = box?.previousElementSibling
  return list instanceof HTMLTableElement ? list.tBodies[0]?.rows : list?.children
}
