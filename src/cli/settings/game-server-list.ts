import { isIPv6 } from 'node:net'
import type { GameServerPlace } from '../../api/game-servers/ask.ts'

const USUAL_PORT = 27_960
/** More would be asked at once than a page has use for. */
const MOST_SERVERS = 32
const ENTRY = /^([^=]{1,100}?)\s*=\s*(?:\[([^\]]+)\]|([A-Za-z0-9][A-Za-z0-9.-]*))(?::(\d{1,5}))?$/

/** The game servers of a list such as `scrim-1=203.0.113.7:27960, public=et.example.org`; null: it is no such list. */
export function gameServerList(text: string): readonly GameServerPlace[] | null {
  const entries = text
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
  const places = entries.map(placeOf)
  const names = new Set(places.map((place) => place?.name))
  if (places.length > MOST_SERVERS || names.size < places.length) return null
  return places.every((place) => place !== null) ? places : null
}

function placeOf(entry: string): GameServerPlace | null {
  const [, name = '', six, host = six ?? '', port] = ENTRY.exec(entry) ?? []
  const place = { name, host, port: port === undefined ? USUAL_PORT : Number(port) }
  const isAddress = six === undefined ? host !== '' : isIPv6(six)
  const isRight = place.name !== '' && !/\p{Cc}/u.test(name) && place.port >= 1 && place.port <= 65_535
  return isAddress && isRight ? place : null
}
