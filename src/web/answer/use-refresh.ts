import { useEffect, useState } from 'preact/hooks'

/** When to ask anew. */
export interface Refresh {
  /** Grows by itself: what is shown stays until the new answer is there. */
  readonly ticks: number
  /** Grows when the reader asks. */
  readonly asked: number
  readonly again: () => void
}

/** Asks for new answers every so often while the page is seen, and when it is seen again; null: never by itself. */
export function useRefresh(every_ms: number | null): Refresh {
  const [ticks, setTicks] = useState(0)
  const [asked, setAsked] = useState(0)
  useEffect(() => {
    if (every_ms === null) return
    let last = Date.now()
    const refresh = () => {
      if (document.hidden || Date.now() - last < every_ms) return
      last = Date.now()
      setTicks((n) => n + 1)
    }
    // a timer may be early
    const timer = setInterval(refresh, every_ms + 100)
    document.addEventListener('visibilitychange', refresh)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', refresh)
    }
  }, [every_ms])
  return { ticks, asked, again: () => setAsked((n) => n + 1) }
}
