import { excludedIn } from '../../analytics/excluded.ts'
import { playerProfile } from '../../analytics/player-profile.ts'
import { players as readPlayers } from '../../analytics/players.ts'
import { player } from '../../contract/player.ts'
import { players } from '../../contract/players.ts'
import { envelopeOf } from '../answer.ts'
import { cursorOf, cursorText } from '../cursor-text.ts'
import { RequestError } from '../request-error.ts'
import { route } from '../route.ts'
import { scopeOf } from '../scope-of.ts'

export const playersRoute = route(players, async ({ db, query, now_ms }) => {
  const scope = scopeOf(query, now_ms)
  const found = await readPlayers(db, scope, query.search ?? null, query.limit, cursorOf(query.cursor))
  return {
    ...envelopeOf(query, now_ms, found.players.length > 0),
    limit: query.limit,
    players: found.players,
    next: cursorText(found.next),
    excluded: await excludedIn(db, scope),
  }
})

export const playerRoute = route(player, async ({ db, params, query, now_ms }) => {
  const scope = scopeOf(query, now_ms)
  const found = await playerProfile(db, scope, params.guid)
  if (found === undefined) throw new RequestError(404, 'There is nobody with this identifier.')
  return { ...envelopeOf(query, now_ms, found.rounds > 0), ...found, excluded: await excludedIn(db, scope) }
})
