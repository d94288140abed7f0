import { useRef } from 'preact/hooks'

/** Tells those who do not see the page what has become otherwise since it was opened, and nothing else. */
export function Changes({ words }: { readonly words: string | null }) {
  const first = useRef<string | null>(null)
  first.current ??= words
  const hasChanged = useRef(false)
  hasChanged.current ||= words !== null && words !== first.current
  return (
    <p class="visually-hidden" role="status">
      {hasChanged.current ? words : ''}
    </p>
  )
}
