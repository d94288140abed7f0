import type { Reply } from '../../contract/endpoint.ts'
import type { gameServers } from '../../contract/game-servers.ts'
import { decodeText } from '../../format/file-text.ts'

/** What a game server says of itself. */
export type GameStatus = NonNullable<Reply<typeof gameServers>['servers'][number]['now']>

/** The four bytes with which every message outside of a game begins. */
const MARK = Buffer.from([0xff, 0xff, 0xff, 0xff])
const HEAD = Buffer.concat([MARK, Buffer.from('statusResponse\n')])
/** The engine's longest message. */
const MOST_BYTES = 32_768
/** The engine has 64 places. */
const MOST_PLAYERS = 64
const MOST_LETTERS = 100
const PLAYER = /^(-?\d{1,7}) (-?\d{1,5}) "(.*)"$/
/** The sides by the digit that the game has for them. */
const SIDES: Readonly<Record<string, GameStatus['players'][number]['side']>> = { 1: 'AXIS', 2: 'ALLIES', 3: 'SPEC' }

/** The question; a game server sends the challenge back, so that nobody can answer who has not seen it. */
export function statusQuestion(challenge: string): Buffer {
  return Buffer.concat([MARK, Buffer.from(`getstatus ${challenge}\n`)])
}

/** What a message says that answers the question with this challenge; null for any other message. */
export function statusOf(message: Uint8Array, challenge: string): GameStatus | null {
  const isStatus = message.length <= MOST_BYTES && HEAD.equals(message.subarray(0, HEAD.length))
  if (!isStatus) return null
  const [about = '', ...lines] = decodeText(message, HEAD.length, message.length).split('\n')
  const facts = factsIn(about)
  const map_name = facts.get('mapname') ?? ''
  if (facts.get('challenge') !== challenge || map_name === '') return null
  // what a player put into his name must not hide the others
  const players = lines.map((line) => PLAYER.exec(line)).filter((player) => player !== null)
  const sides = sidesIn(facts.get('P') ?? '', players.length)
  return {
    map_name: map_name.slice(0, MOST_LETTERS),
    players: players.slice(0, MOST_PLAYERS).map(([, score, ping_ms, name = ''], i) => ({
      name: name.slice(0, MOST_LETTERS),
      side: sides[i] ?? null,
      score: Number(score),
      ping_ms: Number(ping_ms),
    })),
    most_players: count(facts.get('sv_maxclients')),
    bots: count(facts.get('omnibot_playing')),
    time_limit_min: minutes(facts.get('timelimit')),
    needs_password: flag(facts.get('g_needpass')),
  }
}

/** `\name\value\name\value`. */
function factsIn(text: string): ReadonlyMap<string, string> {
  const [, ...words] = text.split('\\')
  return new Map(words.flatMap((name, i) => (i % 2 === 0 ? [[name, words[i + 1] ?? ''] as const] : [])))
}

/** One character per place, `-` for a free one: the players are listed in the same order. */
function sidesIn(places: string, players: number) {
  const taken = [...places].filter((place) => place !== '-')
  return taken.length === players ? taken.map((place) => SIDES[place] ?? null) : []
}

function count(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,4}$/.test(text) ? Number(text) : null
}

function minutes(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,4}(\.\d{1,9})?$/.test(text) ? Number(text) : null
}

function flag(text: string | undefined): boolean | null {
  const value = count(text)
  return value === null ? null : value > 0
}
