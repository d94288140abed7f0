/** From `from_ms` to `to_ms`. */
export interface Span {
  readonly from_ms: number
  readonly to_ms: number
}

/** Times the real speed; keys 1 to 9. */
export const SPEEDS = [0.25, 0.5, 0.75, 1, 1.5, 2, 3, 4, 8] as const

/** Shown before and after the fight that is repeated, ms. */
const LOOP_MARGIN_MS = 2000

/** A moment brought into the round. */
export function within({ from_ms, to_ms }: Span, t_ms: number): number {
  return Math.min(Math.max(t_ms, from_ms), to_ms)
}

/** The moment after some real time: at the end of the round it stays, at the end of a loop it begins again. */
export function momentAfter(t_ms: number, elapsed_ms: number, speed: number, round: Span, loop: Span | null): number {
  const next = t_ms + elapsed_ms * speed
  if (loop !== null && next >= loop.to_ms) return loop.from_ms
  return within(round, next)
}

/** What is shown of a fight that is repeated. */
export function loopOf(fight: { readonly start_time_ms: number; readonly end_time_ms: number }, round: Span): Span {
  const { start_time_ms, end_time_ms } = fight
  return {
    from_ms: within(round, start_time_ms - LOOP_MARGIN_MS),
    to_ms: within(round, end_time_ms + LOOP_MARGIN_MS),
  }
}

/** The next or the last sample of anybody: `step_ms` apart, on the grid that begins with the round. */
export function stepped(t_ms: number, direction: 1 | -1, step_ms: number, round: Span): number {
  const steps = (t_ms - round.from_ms) / step_ms
  const next = direction === 1 ? Math.floor(steps + 1e-6) + 1 : Math.ceil(steps - 1e-6) - 1
  return within(round, round.from_ms + next * step_ms)
}
