import type { ReplyAt } from '../../../contract/client.ts'
import type { MarkKind } from '../../mark.tsx'
import { count, counted } from '../../numbers/format.ts'
import { ago, clock, day, span } from '../../when.ts'

export type Live = ReplyAt<'/api/game-servers'>['servers'][number]
export type Installation = ReplyAt<'/api/proximity/installation'>
export type NewestRound = Installation['servers'][number]['newest_round']

/** A game server: as it is now, and what came from it. */
export interface GameServer {
  readonly name: string
  /** Null: it is not asked, since the setting does not name it. */
  readonly live: Live | null
  /** Null: no round of it is stored; undefined: that is not known. */
  readonly newest_round: NewestRound | null | undefined
}

/** The servers that the setting names, then those that only rounds are known of. */
export function serversOf(live: readonly Live[], installation: Installation | null): readonly GameServer[] {
  const known = new Map(installation?.servers.map(({ name, newest_round }) => [name, newest_round]))
  const without = installation === null ? undefined : null
  const named = live.map((one) => ({ name: one.name, live: one, newest_round: known.get(one.name) ?? without }))
  const names = new Set(live.map(({ name }) => name))
  const others = (installation?.servers ?? []).filter(({ name }) => !names.has(name))
  return [...named, ...others.map(({ name, newest_round }) => ({ name, live: null, newest_round }))]
}

/** How a server is, in words. */
export interface ServerState {
  readonly mark: MarkKind
  readonly words: string
  /** What to do about it; null: nothing. */
  readonly advice: string | null
}

const TROUBLES: Readonly<Record<Exclude<Live['state'], 'answering'>, { words: string; advice: string }>> = {
  silent: {
    words: 'does not answer',
    advice: 'Is it running, and does its firewall let UDP through to the port in PROXIMITY_GAME_SERVERS?',
  },
  unreachable: {
    words: 'cannot be reached',
    advice: 'Nothing listens there, or no way leads there: see whether it runs and whether its port is right.',
  },
  unreadable: {
    words: 'answers, but not as a game server does',
    advice: 'Another program may listen there: see whether address and port in PROXIMITY_GAME_SERVERS are right.',
  },
  unknown_host: {
    words: 'has an address that leads nowhere',
    advice: 'The name of its machine in PROXIMITY_GAME_SERVERS is not known: see whether it is spelled right.',
  },
}

/** How a server is at this moment. */
export function stateOf({ state, since, answered_at, now }: Live, generated_at: string): ServerState {
  if (state === 'answering' && now !== null) return { mark: 'good', words: playedWords(now), advice: null }
  const { words, advice } = TROUBLES[state === 'answering' ? 'unreadable' : state]
  const lately =
    answered_at === null ? 'no answer since the start' : `last answer ${atClock(answered_at, generated_at)}`
  const from = `since ${atClock(since, generated_at)}, ${lately}`
  return { mark: 'bad', words: `${words} (${from})`, advice }
}

function atClock(iso: string, now: string): string {
  const [unix, today] = [Date.parse(iso) / 1000, Date.parse(now) / 1000]
  return day(unix) === day(today) ? clock(unix) : `${day(unix)}, ${clock(unix)}`
}

function playedWords({
  map_name,
  players,
  most_players,
  bots,
  time_limit_min,
  needs_password,
}: NonNullable<Live['now']>) {
  const here =
    most_players === null
      ? counted(players.length, 'player')
      : `${count(players.length)} of ${counted(most_players, 'player')}`
  const who = players.length === 0 ? 'empty' : here
  const parts = [map_name, who]
  if (bots !== null && bots > 0) parts.push(counted(bots, 'bot'))
  if (time_limit_min !== null && time_limit_min > 0) parts.push(`time limit ${span(time_limit_min * 60_000)}`)
  if (needs_password === true) parts.push('with a password')
  return parts.join(', ')
}

/** The tracker that wrote a server's newest round, and when it came. */
export function trackerWords({ build, build_exact, imported_at, started_unix, completeness }: NewestRound): string {
  const tracker = build === null ? 'tracker unknown' : `tracker ${build}${build_exact ? '' : ' or a little later'}`
  const came =
    imported_at === null
      ? `played ${ago(new Date(started_unix * 1000).toISOString())}`
      : `file came ${ago(imported_at)}`
  return [tracker, came, ...(completeness === null ? [] : [completeness])].join(', ')
}
