import type { Clock } from '../clock.ts'
import { type Asked, askGameServer, type GameServerPlace } from './ask.ts'

const TIMEOUT_MS = 1_000
/** A server answers a question of the same address every second at most, and should have better to do. */
const PAUSE_MS = 10_000

/** What is known of a game server; times are ms since 1970. */
export interface Watched extends Asked {
  readonly name: string
  /** When it was first found in this state. */
  readonly since: number
  readonly asked_at: number
  readonly answered_at: number | null
}

/** Tells how game servers are doing; however many ask, each is asked at most every 10 seconds. */
export function watchGameServers(places: readonly GameServerPlace[], now: Clock, timeout_ms = TIMEOUT_MS) {
  const watched = places.map((place) => watch(place, now, timeout_ms))
  return async (): Promise<Watched[]> => await Promise.all(watched.map((latest) => latest()))
}

function watch(place: GameServerPlace, now: Clock, timeout_ms: number): () => Promise<Watched> {
  let last: Watched | null = null
  let asking: Promise<Watched> | null = null
  const ask = async (): Promise<Watched> => {
    const asked_at = now()
    const asked = await askGameServer(place, timeout_ms)
    const since = last?.state === asked.state ? last.since : asked_at
    const answered_at = asked.state === 'answering' ? asked_at : (last?.answered_at ?? null)
    last = { name: place.name, ...asked, since, asked_at, answered_at }
    return last
  }
  return async () => {
    if (asking === null && last !== null && now() - last.asked_at < PAUSE_MS) return last
    asking ??= ask().finally(() => {
      asking = null
    })
    return await asking
  }
}
