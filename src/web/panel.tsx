import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'

interface PanelProps {
  readonly title: string
  /** Beside the title: what the panel is about, in a few words. */
  readonly aside?: ComponentChildren
  readonly class?: string
  readonly children: ComponentChildren
}

/** A titled part of a page. */
export function Panel({ title, aside, class: className, children }: PanelProps) {
  const id = useId()
  return (
    <section class={className === undefined ? 'panel' : `panel ${className}`} aria-labelledby={id}>
      <header class="panel-head">
        <h2 id={id}>{title}</h2>
        {aside !== undefined && <p class="muted">{aside}</p>}
      </header>
      {children}
    </section>
  )
}
