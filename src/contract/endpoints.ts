import { classes } from './classes.ts'
import { definitions } from './definitions.ts'
import { duos } from './duos.ts'
import type { Endpoint } from './endpoint.ts'
import { engagements } from './engagements.ts'
import { event } from './event.ts'
import { events } from './events.ts'
import { files } from './files.ts'
import { gameServers } from './game-servers.ts'
import { hotzones } from './hotzones.ts'
import { installation } from './installation.ts'
import { leaderboards } from './leaderboards.ts'
import { map } from './map.ts'
import { mapCell } from './map-cell.ts'
import { mapFloor } from './map-floor.ts'
import { mapKills } from './map-kills.ts'
import { maps } from './maps.ts'
import { movers } from './movers.ts'
import { pair } from './pair.ts'
import { pairs } from './pairs.ts'
import { player } from './player.ts'
import { playerDangers } from './player-dangers.ts'
import { playerStyle } from './player-style.ts'
import { playerTrend } from './player-trend.ts'
import { players } from './players.ts'
import { reactions } from './reactions.ts'
import { round } from './round.ts'
import { rounds } from './rounds.ts'
import { scopes } from './scopes.ts'
import { session } from './session.ts'
import { sessions } from './sessions.ts'
import { health, ready, status } from './status.ts'
import { summary } from './summary.ts'
import { teamplay } from './teamplay.ts'
import { tradesEvents } from './trades-events.ts'
import { tradesSummary } from './trades-summary.ts'
import { trios } from './trios.ts'
import { upload } from './upload.ts'

/** Every endpoint that answers with JSON, in the order of the documents. */
export const ENDPOINTS = [
  scopes,
  summary,
  engagements,
  hotzones,
  maps,
  map,
  mapCell,
  mapKills,
  mapFloor,
  duos,
  pairs,
  pair,
  trios,
  movers,
  classes,
  reactions,
  teamplay,
  leaderboards,
  tradesSummary,
  tradesEvents,
  events,
  event,
  sessions,
  session,
  rounds,
  round,
  players,
  player,
  playerStyle,
  playerTrend,
  playerDangers,
  files,
  upload,
  definitions,
  installation,
  status,
  gameServers,
  health,
  ready,
] as const satisfies readonly Endpoint[]
