import type { Kysely } from 'kysely'
import { type MomentKind, momentsOf } from '../metrics/moments.ts'
import type { Database } from '../store/database.ts'
import { roundList } from './round-list.ts'
import { EVERYTHING } from './scope.ts'
import { bestPair, mostTraded } from './session-best.ts'
import { casesOf } from './session-cases.ts'
import { sessionOutcomes } from './session-outcomes.ts'
import { sessionPeople } from './session-people.ts'
import { sessionPlays } from './session-plays.ts'

/** More rounds than anybody plays without an hour's break. */
const MOST_ROUNDS = 500

/** The scope that is one gaming session. */
export function scopeOfSession(id: number) {
  return { ...EVERYTHING, session_id: id }
}

/** One gaming session with what came of it; undefined if there is none. People are told by their place in a list. */
export async function session(db: Kysely<Database>, id: number) {
  const listed = (await roundList(db, scopeOfSession(id), MOST_ROUNDS, null)).rounds.reverse()
  const first = listed[0]
  if (first === undefined) return undefined
  const counted = listed.filter((round) => round.exclusion === null && round.state === 'imported')
  const ids = counted.map((round) => round.id)
  const people = await sessionPeople(db, ids)
  const outcomes = await sessionOutcomes(db, ids)
  const { rounds, plays, line_ups } = sessionPlays(listed, outcomes, people)
  const { cases, missing } = await casesOf(db, ids, people)
  const starts = listed.map((round) => round.started_unix ?? 0)
  return {
    id,
    server: first.server,
    start_unix: Math.min(...starts),
    end_unix: Math.max(...starts, ...listed.map((round) => round.round_end_unix ?? 0)),
    people: people.list.map(({ guid, name }) => ({ guid, name })),
    rounds,
    plays,
    line_ups,
    moments: momentsOf(cases).map(({ round, ...moment }) => ({ ...moment, round_id: ids[round] as number })),
    moment_cases: cases.length,
    moments_missing: (Object.entries(missing) as [MomentKind, number][]).map(([kind, rounds]) => ({ kind, rounds })),
    best_pair: await bestPair(db, scopeOfSession(id), people),
    most_traded: mostTraded(people),
  }
}
