import type { ComponentChildren } from 'preact'
import { PageTitle } from './page-title.tsx'

interface UnknownPageProps {
  readonly reason: string
  readonly ways: ComponentChildren
}

/** Instead of a page that there is not: why, and where to go. */
export function UnknownPage({ reason, ways }: UnknownPageProps) {
  return (
    <>
      <PageTitle title="Nothing here" />
      <div class="panel">
        <p>{reason}</p>
        <p>{ways}</p>
      </div>
    </>
  )
}
