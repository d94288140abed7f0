import type { Round } from '../../round/use-round.ts'

type Player = Round['players'][number]

/** One player of the table. */
export interface Line extends Player {
  /** The side on which he was longer; empty: not known. */
  readonly team: string
  /** Whether the file tells his lives, and with them his deaths. */
  readonly hasLives: boolean
}

/** Everybody with a life or a fight, Axis first, then by kills. Spectators are left out. */
export function linesOf({ players, tracks }: Round): readonly Line[] {
  const hasLives = tracks.length > 0
  return players
    .map((player) => ({ ...player, team: teamOf(player), hasLives }))
    .filter(({ sums }) => sums === null || sums.lives + sums.attacks + sums.times_targeted > 0)
    .sort((a, b) => order(a) - order(b) || (b.sums?.kills ?? 0) - (a.sums?.kills ?? 0) || (a.guid < b.guid ? -1 : 1))
}

function teamOf({ sums }: Player): string {
  if (sums === null || sums.axis_ms + sums.allies_ms === 0) return ''
  return sums.axis_ms > sums.allies_ms ? 'AXIS' : 'ALLIES'
}

function order({ team }: Line): number {
  return team === 'AXIS' ? 0 : team === 'ALLIES' ? 1 : 2
}
