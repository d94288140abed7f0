import { onDemand } from '../on-demand.tsx'

export const RoundPage = onDemand('Round', async () => (await import('./round/round-page.tsx')).RoundPage)
export const ReplayPage = onDemand('Replay', async () => (await import('./replay/replay-page.tsx')).ReplayPage)
export const MapsPage = onDemand('Maps', async () => (await import('./maps/maps-page.tsx')).MapsPage)
export const MapPage = onDemand('Map', async () => (await import('./maps/map-page.tsx')).MapPage)
export const LeaderboardsPage = onDemand(
  'Leaderboards',
  async () => (await import('./leaderboards/leaderboards-page.tsx')).LeaderboardsPage,
)
export const PlayersPage = onDemand('Players', async () => (await import('./players/players-page.tsx')).PlayersPage)
export const PlayerPage = onDemand('Player', async () => (await import('./player/player-page.tsx')).PlayerPage)
