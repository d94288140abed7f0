import type { Round } from '../format/round.ts'
import type { ReactionKind, ReactionRow } from './derived.ts'
import type { Judged } from './engagements.ts'

/** The tracker looks for a reaction this long after the first hit, ms (tracker-semantics section 9). */
export const REACTION_WINDOW_MS = 5000
/** Width of a bin of reaction times, ms; the last bin holds the end of the window too. */
export const REACTION_BIN_MS = 250

const BINS = REACTION_WINDOW_MS / REACTION_BIN_MS
const KINDS = ['return_fire', 'dodge', 'support'] as const satisfies readonly ReactionKind[]

type Tally = { -readonly [K in keyof ReactionRow]: ReactionRow[K] } & { happened: number[]; censored: number[] }

function binOf(time_ms: number): number {
  return Math.min(Math.floor(Math.max(0, time_ms) / REACTION_BIN_MS), BINS - 1)
}

function addTo(bins: number[], time_ms: number): void {
  const bin = binOf(time_ms)
  bins[bin] = (bins[bin] ?? 0) + 1
}

/**
 * Reactions per person hit, class and kind, in order of first appearance. Only fights between enemies count, and only
 * those in which no mate hit the target too, because the tracker's times do not tell whose hit they answer (D8). A
 * fight that ended before a reaction is censored at its end, at most at the end of the window (L-83).
 */
export function reactionRows(round: Round, judged: readonly Judged[]): readonly ReactionRow[] {
  const fights = new Map<string, Judged>()
  for (const one of judged) {
    const { engagement_id, start_time_ms } = one.engagement
    if (one.category === 'fight' && !one.mate_hit) fights.set(`${engagement_id} ${start_time_ms}`, one)
  }
  const tallies = new Map<string, Tally>()
  for (const row of round.rows.reaction_metrics) {
    const key = `${row.engagement_id} ${row.start_time_ms}`
    const fight = fights.get(key)
    if (!fight) continue
    // a second row of the same fight is no second fight (L-44)
    fights.delete(key)
    // the final point of a round's end is the intermission camera, and looks like a turn (D4)
    const camera = row.outcome === 'round_end' && row.dodge_reaction_ms === row.duration_ms
    const times = {
      return_fire: row.return_fire_ms,
      dodge: camera ? null : row.dodge_reaction_ms,
      support: row.support_reaction_ms,
    }
    for (const reaction of KINDS) {
      const tally = tallyOf(tallies, fight.target, row.target_class, reaction)
      const time_ms = times[reaction]
      tally.fights += 1
      if (time_ms !== null && time_ms >= 0 && time_ms <= REACTION_WINDOW_MS) {
        tally.samples += 1
        tally.sum_ms += time_ms
        addTo(tally.happened, time_ms)
      } else {
        addTo(tally.censored, row.duration_ms)
      }
    }
  }
  return [...tallies.values()]
}

function tallyOf(
  tallies: Map<string, Tally>,
  player: number,
  player_class: ReactionRow['player_class'],
  reaction: ReactionKind,
): Tally {
  const key = `${player} ${player_class} ${reaction}`
  const known = tallies.get(key)
  if (known) return known
  const none = () => new Array<number>(BINS).fill(0)
  const tally = { player, player_class, reaction, fights: 0, samples: 0, sum_ms: 0, happened: none(), censored: none() }
  tallies.set(key, tally)
  return tally
}
