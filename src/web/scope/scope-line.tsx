import { useState } from 'preact/hooks'
import { mapChoices, roundChoices, type ScopedRound, serverChoices, timeChoices } from './choices.ts'
import { type Choice, Chooser } from './chooser.tsx'
import type { Scope, ScopeChange } from './scope.ts'
import { eveningsIn, type Sessions } from './use-sessions.ts'
import type { KnownEvening } from './words.ts'

interface ScopeLineProps {
  readonly scope: Scope
  /** The same in words. */
  readonly words: string
  /** The one that it is, where the page knows it. */
  readonly evening: KnownEvening | null
  /** The round that is open, if one is. */
  readonly opened: ScopedRound | null
  readonly sessions: Sessions
  /** Rounds that can be chosen. */
  readonly rounds: readonly ScopedRound[]
  /** The rounds left out, in words; empty: none. */
  readonly leftOut: string
  readonly change: (to: ScopeChange) => void
}

/** Which rounds the page is about: a sentence that is edited in place. On a phone it opens from one line. */
export function ScopeLine({ scope, words, evening, opened, sessions, rounds, leftOut, change }: ScopeLineProps) {
  const [isOpen, setOpen] = useState(false)
  const known = eveningsIn(sessions)
  const choose = (choices: readonly Choice<ScopeChange>[]) => (value: string) => {
    const chosen = choices.find((choice) => choice.value === value)
    if (chosen !== undefined) change(chosen.leadsTo)
  }
  const parts = [
    { label: 'Time', before: '', choices: timeChoices(scope, known, evening) },
    { label: 'Map', before: 'on', choices: mapChoices(scope, known) },
    { label: 'Round', before: '', choices: roundChoices(scope, rounds, opened) },
    { label: 'Server', before: 'of', choices: serverChoices(scope, known) },
  ].filter(({ label, choices }) => label !== 'Server' || choices.length > 1)
  return (
    <div class="scope">
      <button
        type="button"
        class="scope-open"
        aria-expanded={isOpen}
        aria-controls="scope"
        onClick={() => setOpen(!isOpen)}
      >
        <span>{words}</span>
      </button>
      <div id="scope" class={isOpen ? 'scope-parts is-open' : 'scope-parts'}>
        {parts.map(({ label, before, choices }) => (
          <Chooser key={label} label={label} before={before} choices={choices} choose={choose(choices)} />
        ))}
      </div>
      {leftOut !== '' && <p class="scope-left-out muted">Left out: {leftOut}.</p>}
      {sessions.state === 'failed' && (
        <p class="scope-left-out muted">
          The list of evenings did not come.{' '}
          <button type="button" class="as-link" onClick={sessions.again}>
            Try again
          </button>
        </p>
      )}
    </div>
  )
}
