import { lineUpsOf, otherTeam, type TeamNumber } from '../metrics/line-ups.ts'
import { isHeld, mapResult, type Play, playsOf } from '../metrics/stopwatch.ts'
import type { roundList } from './round-list.ts'
import type { SessionOutcomes } from './session-outcomes.ts'
import type { SessionPeople } from './session-people.ts'

type ListedRound = Awaited<ReturnType<typeof roundList>>['rounds'][number]

/**
 * The rounds of a session put together by map, with who won, and the teams that played them.
 *
 * @param listed all rounds, in the order of play
 */
export function sessionPlays(listed: readonly ListedRound[], outcomes: SessionOutcomes, people: SessionPeople) {
  const lineUps = lineUpsOf(listed.map(({ id }) => people.sidesOf(id)))
  const teams = new Map(
    lineUps.flatMap((lineUp, line_up) => lineUp.rounds.map(({ round, axis }) => [round, { line_up, axis }] as const)),
  )
  const endOf = (round: number | null) =>
    round === null ? null : (outcomes.get((listed[round] as ListedRound).id) ?? null)
  const plays = playsOf(
    listed.map(({ map_name, round_number, ...rest }, round) => ({
      ...{ map_name, round_number, is_number_sure: isNumberSure({ round_number, ...rest }), end: endOf(round) },
    })),
  )
  const judged = plays.map((play) => {
    const result = play.pairing === 'complete' ? mapResult(endOf(play.first), endOf(play.second)) : 'unknown'
    return { ...play, result, ...wonBy(play, result) }
  })
  const idOf = (round: number | null) => (round === null ? null : (listed[round] as ListedRound).id)

  function wonBy({ first, second, broken_off }: Play, result: string) {
    const [one, two] = [teams.get(first ?? -1), teams.get(second ?? -1)]
    const line_up = (one ?? two ?? teams.get(broken_off[0] ?? -1))?.line_up ?? null
    const defender = endOf(first)?.defender_team
    if (one === undefined || one.line_up !== two?.line_up || !result.startsWith('attacked_')) {
      return { line_up, won_by: null }
    }
    const attackedFirst = defender === 'AXIS' ? otherTeam(one.axis) : one.axis
    return { line_up, won_by: result === 'attacked_first' ? attackedFirst : otherTeam(attackedFirst) }
  }

  return {
    rounds: listed.map((round, at) => {
      const outcome = endOf(at)
      const { line_up, axis } = teams.get(at) ?? { line_up: null, axis: null }
      return { ...round, outcome: outcome && { ...outcome, held: isHeld(outcome) }, line_up, axis_team: axis }
    }),
    plays: judged.map(({ first, second, broken_off, ...play }) => ({
      ...play,
      first: idOf(first),
      second: idOf(second),
      broken_off: broken_off.map(idOf) as number[],
    })),
    line_ups: lineUps.map(({ rounds, teams: [one, two] }, at) => {
      const own = judged.filter(({ line_up, pairing }) => line_up === at && pairing !== 'broken_off')
      const won = (team: TeamNumber) => own.filter(({ won_by }) => won_by === team).length
      const both_held = own.filter(({ result }) => result === 'both_held').length
      const placed = (members: typeof one) =>
        members.map(({ guid, rounds: n }) => ({
          player: people.list.findIndex((person) => person.guid === guid),
          rounds: n,
        }))
      return {
        rounds: rounds.length,
        teams: [
          { people: placed(one), maps_won: won(0) },
          { people: placed(two), maps_won: won(1) },
        ],
        maps_both_held: both_held,
        maps_unknown: own.length - won(0) - won(1) - both_held,
      }
    }),
  }
}

/** False where the file's number was kept in spite of a doubt. */
function isNumberSure({
  round_number,
  round_number_raw,
  round_number_reason,
}: Pick<ListedRound, 'round_number' | 'round_number_raw' | 'round_number_reason'>): boolean {
  return round_number_reason === null || (round_number_raw !== null && round_number_raw !== round_number)
}
