import type { ComponentChildren } from 'preact'

/** A fact and its name; `more` explains it. */
export interface Fact {
  readonly name: string
  readonly value: ComponentChildren
  readonly more?: ComponentChildren
}

/** Facts under their names. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl class="facts">
      {facts.map(({ name, value, more }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            {value}
            {more !== undefined && <span class="more-words muted">{more}</span>}
          </dd>
        </div>
      ))}
    </dl>
  )
}
