import { excludedIn } from '../../analytics/excluded.ts'
import { personOf } from '../../analytics/people.ts'
import { playerDangers as readDangers } from '../../analytics/player-dangers.ts'
import { playerProfile } from '../../analytics/player-profile.ts'
import { playerStyle as readStyle } from '../../analytics/player-style.ts'
import { playerTrend as readTrend } from '../../analytics/player-trend.ts'
import { players as readPlayers } from '../../analytics/players.ts'
import { player } from '../../contract/player.ts'
import { playerDangers } from '../../contract/player-dangers.ts'
import { playerStyle } from '../../contract/player-style.ts'
import { playerTrend } from '../../contract/player-trend.ts'
import { players } from '../../contract/players.ts'
import { envelopeOf } from '../answer.ts'
import { cursorOf, cursorText } from '../cursor-text.ts'
import { RequestError } from '../request-error.ts'
import { type Asked, route } from '../route.ts'
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

/** Who is asked about, which rounds are meant, and with what every answer begins. */
async function askedAbout({ db, params, query, now_ms }: Pick<Asked<typeof player>, keyof Asked<typeof player>>) {
  const scope = scopeOf(query, now_ms)
  const person = await personOf(db, params.guid)
  if (person === undefined) throw new RequestError(404, 'There is nobody with this identifier.')
  if (person.kind === 'bot') throw new RequestError(404, 'This is a bot. Bots have no numbers.')
  const envelope = async (hasData: boolean) => ({
    ...envelopeOf(query, now_ms, hasData),
    excluded: await excludedIn(db, scope),
  })
  return { scope, person, envelope }
}

export const playerRoute = route(player, async (asked) => {
  const { scope, person, envelope } = await askedAbout(asked)
  const found = await playerProfile(asked.db, scope, person)
  return { ...(await envelope(found.rounds > 0)), ...found }
})

export const playerStyleRoute = route(playerStyle, async (asked) => {
  const { scope, person, envelope } = await askedAbout(asked)
  const found = await readStyle(asked.db, scope, person)
  return { ...(await envelope(found.lives > 0)), ...found }
})

export const playerTrendRoute = route(playerTrend, async (asked) => {
  const { scope, person, envelope } = await askedAbout(asked)
  const found = await readTrend(asked.db, scope, person)
  return { ...(await envelope(found.evenings.length > 0)), ...found }
})

export const playerDangersRoute = route(playerDangers, async (asked) => {
  const { scope, person, envelope } = await askedAbout(asked)
  const found = await readDangers(asked.db, scope, person)
  return { ...(await envelope(found.maps.length > 0)), ...found }
})
