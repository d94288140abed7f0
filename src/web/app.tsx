import { useRef } from 'preact/hooks'
import { isOfFiles, LATEST } from './address.ts'
import { Guarded } from './answer/guarded.tsx'
import { server } from './answer/server.ts'
import { useAnswer } from './answer/use-answer.ts'
import { useRefresh } from './answer/use-refresh.ts'
import { Link, useNavigation } from './navigation.tsx'
import { onDemand } from './on-demand.tsx'
import { Evenings } from './pages/evenings/evenings.tsx'
import { FilesPage } from './pages/files/files-page.tsx'
import {
  LeaderboardsPage,
  MapPage,
  MapsPage,
  PlayerPage,
  PlayersPage,
  ReplayPage,
  RoundPage,
} from './pages/on-demand-pages.ts'
import { StatusPage } from './pages/status/status-page.tsx'
import { TopBar } from './top-bar.tsx'
import { UnknownPage } from './unknown-page.tsx'

const TriedPages = onDemand('Try a file', async () => (await import('./pages/try/tried-pages.tsx')).TriedPages)

/** So often the status page asks anew. */
const STATUS_EVERY_MS = 30_000
const PairsPage = onDemand('Pairs', async () => (await import('./pages/pairs/pairs-page.tsx')).PairsPage)
const PairPage = onDemand('Pair', async () => (await import('./pages/pair/pair-page.tsx')).PairPage)

/** Bar and page. */
export function App() {
  const { address, card } = useNavigation()
  const isStatus = address.page === 'status'
  const refresh = useRefresh(isStatus ? STATUS_EVERY_MS : null)
  // whoever opens the status wants to know how it is now
  const asked = `${isStatus ? 'page' : 'bar'} ${refresh.asked}`
  // a card that a link has opened lies over the bar, and asks a question of its own
  const isCovered = useRef(card !== null && 'scope' in address)
  if (card === null) isCovered.current = false
  const status = useAnswer(
    isCovered.current ? null : asked,
    (signal) => server.get('/api/status', { signal }),
    refresh.ticks,
  )
  return (
    <>
      <a class="skip" href="#content">
        Skip to the content
      </a>
      <TopBar page={isOfFiles(address) ? 'try' : address.page} status={status} />
      <main id="content" tabIndex={-1}>
        <Guarded key={address.page}>
          {() => {
            if (isOfFiles(address)) return <TriedPages address={address} />
            if (address.page === 'evenings') return <Evenings address={address} status={status} />
            if (address.page === 'files') return <FilesPage address={address} status={status} />
            if (address.page === 'round') return <RoundPage address={address} />
            if (address.page === 'replay') return <ReplayPage address={address} />
            if (address.page === 'maps') return <MapsPage address={address} />
            if (address.page === 'map') return <MapPage address={address} />
            if (address.page === 'leaderboards') return <LeaderboardsPage address={address} />
            if (address.page === 'players') return <PlayersPage address={address} />
            if (address.page === 'player') return <PlayerPage address={address} />
            if (address.page === 'pairs') return <PairsPage address={address} />
            if (address.page === 'pair') return <PairPage address={address} />
            if (address.page === 'status') return <StatusPage status={status} refresh={refresh} />
            return <UnknownPage reason={address.reason} ways={<Link to={LATEST}>To the latest evening</Link>} />
          }}
        </Guarded>
      </main>
      {!isOfFiles(address) && (
        <footer class="foot">
          <p class="muted">
            <Link to={{ page: 'try' }}>Try a file</Link>: watch a round of yours in this browser, without uploading it.
          </p>
        </footer>
      )}
    </>
  )
}
