import type { ComponentChildren } from 'preact'
import type { Figure } from './figure.ts'

interface SmallPrintProps {
  readonly of: Figure
  readonly class?: string
  readonly children: ComponentChildren
}

/** What stands small beside a number and again in its card: what it is a part of, how sure it is. */
export function SmallPrint({ of, class: className, children }: SmallPrintProps) {
  return (
    <span class={className === undefined ? 'muted' : `muted ${className}`} data-of={of.id}>
      {children}
    </span>
  )
}
