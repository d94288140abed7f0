import type { ComponentChildren } from 'preact'
import { LATEST } from '../address.ts'
import { Explained } from '../numbers/explained.tsx'
import { PageTitle } from '../page-title.tsx'
import type { ScopedRound } from './choices.ts'
import type { Scope, ScopeChange } from './scope.ts'
import { ScopeLine } from './scope-line.tsx'
import { eveningsIn, type Sessions, useSessions } from './use-sessions.ts'
import { type Excluded, type KnownEvening, roundsLeftOut, scopeWords } from './words.ts'

interface ScopedPageProps {
  readonly scope: Scope
  /** Of an answer about the scope; undefined: there is none yet. */
  readonly excluded: Pick<Excluded, 'rounds'> | undefined
  /** Without one, the scope in words. */
  readonly title?: string
  /** True: the title is seen, not only heard. */
  readonly hasHeading?: boolean
  /** When it changes, the reader is somewhere else; see {@link PageTitle}. */
  readonly place?: string | number | null
  /** Of what in the scope the numbers are, for their cards. */
  readonly subject?: string | undefined
  /** Rounds that can be chosen, and the one that is open. */
  readonly rounds?: readonly ScopedRound[]
  readonly opened?: ScopedRound | null
  readonly change: (to: ScopeChange) => void
  readonly children: ComponentChildren
}

/** A page about rounds: its title, the sentence that says which rounds, and the cards of its numbers. */
export function ScopedPage(props: ScopedPageProps) {
  return <PageOfSessions sessions={useSessions()} evening={null} {...props} />
}

interface OfSessions {
  readonly sessions: Sessions
  /** The one that the page is about, which may be older than those. */
  readonly evening: KnownEvening | null
}

/** The same where the page itself has asked for the evenings. */
export function PageOfSessions(props: ScopedPageProps & OfSessions) {
  const { sessions, evening, scope, excluded, hasHeading = false, place = null, rounds = [], opened = null } = props
  const words = scopeWords(scope, evening === null ? eveningsIn(sessions) : [evening])
  const leftOut = excluded === undefined ? '' : roundsLeftOut(excluded)
  const subject = props.subject === undefined ? '' : `. ${props.subject}`
  return (
    <Explained scope={words + subject} leftOut={leftOut} rounds={{ ...LATEST, scope }} asked={scope}>
      <PageTitle title={props.title ?? words} isHidden={!hasHeading} place={place} />
      <ScopeLine {...{ scope, words, evening, opened, sessions, rounds, leftOut }} change={props.change} />
      {props.children}
    </Explained>
  )
}
