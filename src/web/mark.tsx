const SHAPES = {
  good: 'M3 8.5 6.5 12 13 4.5',
  warn: 'M8 2 14.5 13.5H1.5ZM8 6.5V10M8 11.5V12.2',
  bad: 'M3.5 3.5 12.5 12.5M12.5 3.5 3.5 12.5',
  off: 'M2.5 8A5.5 5.5 0 1 0 13.5 8 5.5 5.5 0 1 0 2.5 8M4.2 11.8 11.8 4.2',
  unknown: 'M3 8H13',
} as const

export type MarkKind = keyof typeof SHAPES

/** A sign for a state, told apart by shape and colour; the words beside it say the same. */
export function Mark({ kind }: { readonly kind: MarkKind }) {
  return (
    <svg class={`mark mark-${kind}`} viewBox="0 0 16 16" aria-hidden="true">
      <path d={SHAPES[kind]} />
    </svg>
  )
}
