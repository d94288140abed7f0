import { useEffect } from 'preact/hooks'
import { server } from '../../answer/server.ts'
import { type Answer, answered } from '../../answer/use-answer.ts'
import { Link } from '../../navigation.tsx'
import { counted } from '../../numbers/format.ts'
import { Panel } from '../../panel.tsx'
import type { Status } from '../status/status.ts'

const LOOK_EVERY_MS = 10_000

/** The page before the first round: what to do next. It fills itself as soon as there is one. */
export function FirstSteps({ status }: { readonly status: Answer<Status> }) {
  useEffect(() => {
    const look = async () => {
      const found = await answered((signal) => server.get('/api/status', { signal }))
      if ('data' in found && (found.data.counts?.rounds ?? 0) > 0) location.assign('/')
    }
    const timer = setInterval(() => void look(), LOOK_EVERY_MS)
    return () => clearInterval(timer)
  }, [])
  const rejected = status.state === 'here' ? (status.data.counts?.files.rejected ?? 0) : 0
  return (
    <Panel title="No rounds yet" class="first-steps">
      <p>
        Proximity shows what happened in rounds of ET:Legacy. It reads the files that the tracker on a game server
        writes.
      </p>
      <ol>
        <li>
          Put the tracker on your server, and its round files (they end in <code>_engagements.txt</code>) into the
          import folder of this server. This page then fills itself.
        </li>
        <li>
          Or import one by hand: <code>./proximity import FILE</code>
        </li>
        <li>
          Or <Link to={{ page: 'try' }}>try a file</Link>: watch a round in this browser, without importing it.
        </li>
        <li>
          No files yet? Look around with made-up rounds: <code>npm run demo</code>
        </li>
      </ol>
      {rejected > 0 && (
        <p>
          {counted(rejected, 'file')} came and could not be used.{' '}
          <Link to={{ page: 'files', state: 'rejected' }}>See why</Link>
        </p>
      )}
    </Panel>
  )
}
