import { readable } from './bytes.ts'
import type { Match, MatchPlayed } from './match.ts'
import type { Pair, Person } from './people.ts'
import type { RoundPlayed } from './round.ts'
import type { Season } from './season.ts'

/** What is true of a played season, for telemetry to be held against; lies beside its round files. */
export interface Truth {
  readonly seed: number
  readonly people: readonly Person[]
  readonly pairs: readonly Pair[]
  readonly rounds: readonly RoundTruth[]
}

export interface RoundTruth extends Pick<RoundPlayed, 'number' | 'reason' | 'duration_ms' | 'paused_ms'> {
  readonly map: string
  readonly match_unix: number
  readonly winner: RoundPlayed['winner'] | null
  /** Guids of each side. */
  readonly axis: readonly string[]
  readonly allies: readonly string[]
  readonly kills: number
  readonly revives: number
}

/** The truth about one match. */
export function truthOfMatch({ map, unix }: Match, { rounds }: Pick<MatchPlayed, 'rounds'>): RoundTruth[] {
  return rounds.map(({ number, reason, duration_ms, paused_ms, winner, players, happenings }) => {
    const side = (team: number) => players.filter((one) => one.team === team).map(({ guid }) => guid)
    const count = (kind: string) => happenings.filter((one) => one.kind === kind).length
    return {
      map,
      match_unix: unix,
      number,
      reason,
      duration_ms,
      paused_ms,
      winner: winner ?? null,
      axis: side(1),
      allies: side(2),
      kills: count('death'),
      revives: count('revive'),
    }
  })
}

export function truthOf(seed: number, { community }: Season, rounds: readonly RoundTruth[]): Truth {
  const people = community.people.map((person) => ({ ...person, name: readable(person.name) }))
  return { seed, people, pairs: community.pairs, rounds }
}
