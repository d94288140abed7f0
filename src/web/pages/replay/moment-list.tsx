import { useEffect, useMemo, useRef } from 'preact/hooks'
import { clockText } from '../../round/clock.ts'
import { MomentWords } from '../../round/moment-words.tsx'
import type { Moment } from '../../round/moments.ts'
import type { Round } from '../../round/use-round.ts'

interface MomentListProps {
  readonly round: Round
  readonly moments: readonly Moment[]
  readonly t_ms: number
  readonly jump: (t_ms: number) => void
}

/** What happens, line by line; it follows the clock. */
export function MomentList({ round, moments, t_ms, jump }: MomentListProps) {
  const list = useRef<HTMLOListElement>(null)
  const jumping = useRef(jump)
  jumping.current = jump
  const current = moments.findLastIndex(({ time_ms }) => time_ms <= t_ms)
  useEffect(() => {
    const box = list.current
    if (box === null) return
    for (const marked of box.querySelectorAll('[aria-current]')) marked.removeAttribute('aria-current')
    const item = box.children[current]
    if (!(item instanceof HTMLElement)) return
    item.firstElementChild?.setAttribute('aria-current', 'time')
    // whoever reads there himself is left alone
    if (!box.matches(':hover, :focus-within')) box.scrollTop = item.offsetTop - box.clientHeight / 2
  }, [current])
  // made once: hundreds of lines are not compared five times a second
  const lines = useMemo(
    () => (
      <ol ref={list}>
        {moments.map((moment, at) => (
          <li key={at}>
            <button type="button" class={`moment-${moment.kind}`} onClick={() => jumping.current(moment.time_ms)}>
              <span class="moment-time">{clockText(moment.time_ms)}</span>
              <span>
                <MomentWords round={round} moment={moment} />
              </span>
            </button>
          </li>
        ))}
      </ol>
    ),
    [round, moments],
  )
  return (
    <section class="replay-moments panel" aria-label="What happens">
      <h2>What happens</h2>
      {moments.length === 0 ? <p class="empty">Nothing that this file tells of.</p> : lines}
    </section>
  )
}
