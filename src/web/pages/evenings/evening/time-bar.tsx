interface TimeBarProps {
  readonly played_ms: number
  /** The time of the first round, which the second has to beat; null: none. */
  readonly to_beat_ms: number | null
  readonly longest_ms: number
  /** Whose colour the bar has; null: nobody won, or it is not told. */
  readonly winner_team: string | null
}

/** How long a round took, on the scale of its map; a line where the time to beat ends. */
export function TimeBar({ played_ms, to_beat_ms, longest_ms, winner_team }: TimeBarProps) {
  const at = (ms: number) => Math.min(100, (100 * ms) / longest_ms)
  return (
    <svg class="bar time-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      <rect class="bar-ground" x="0" y="3" width="100" height="2" />
      <rect
        class={`time-part won-${winner_team?.toLowerCase() ?? 'by-nobody'}`}
        x="0"
        y="1"
        width={at(played_ms)}
        height="6"
      />
      {to_beat_ms !== null && <rect class="bar-at" x={Math.min(at(to_beat_ms), 99.4)} y="0" width="0.6" height="8" />}
    </svg>
  )
}
