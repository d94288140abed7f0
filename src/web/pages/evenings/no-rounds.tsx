import { LATEST } from '../../address.ts'
import { Link } from '../../navigation.tsx'
import { Panel } from '../../panel.tsx'
import { EVERYTHING, type Scope } from '../../scope/scope.ts'

/** Instead of the figures where no round fits the scope: the ways out. */
export function NoRounds({ scope }: { readonly scope: Scope }) {
  const wider = { ...scope, map_name: null, round_number: null, round_start_unix: null }
  return (
    <Panel title="No round fits this choice" class="no-rounds">
      <ul>
        <li>
          <Link to={{ ...LATEST, scope: wider }}>All maps and rounds of this time</Link>
        </li>
        <li>
          <Link to={LATEST}>The latest evening</Link>
        </li>
        <li>
          <Link to={{ ...LATEST, scope: EVERYTHING }}>All evenings</Link>
        </li>
      </ul>
    </Panel>
  )
}
