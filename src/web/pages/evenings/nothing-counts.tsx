import { Panel } from '../../panel.tsx'

/** Instead of figures where there are rounds, and none of them counts: why. */
export function NothingCounts({ leftOut }: { readonly leftOut: string }) {
  return (
    <Panel title="No figures">
      <p>None of these rounds counts: {leftOut}.</p>
    </Panel>
  )
}
