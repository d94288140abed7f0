/** What the tracker wrote of a round's end; null: not told. */
export interface RoundEnd {
  readonly end_reason: string
  readonly winner_team: string | null
  readonly defender_team: string | null
}

/** What tells which rounds belong together. */
export interface PlayedRound {
  readonly map_name: string
  readonly round_number: number
  /** False where the file may call a second round the first. */
  readonly is_number_sure: boolean
  /** Null: the file does not tell how the round ended. */
  readonly end: RoundEnd | null
}

/** The rounds of one map that belong together, as places in the list. */
export interface Play {
  readonly map_name: string
  readonly first: number | null
  readonly second: number | null
  /** Rounds that were not played to their end. */
  readonly broken_off: readonly number[]
  readonly pairing: 'complete' | 'first_only' | 'second_only' | 'broken_off' | 'unsure'
}

/** Who won a map: those who attacked in its first or in its second round, nobody as both sides held, or not known. */
export type MapResult = 'attacked_first' | 'attacked_second' | 'both_held' | 'unknown'

const BROKEN_OFF: ReadonlySet<string> = new Set(['map_change', 'restart', 'server_stop', 'crash'])

/** True if the round was not played to its end. */
function isBrokenOff(end: RoundEnd | null): boolean {
  return end !== null && BROKEN_OFF.has(end.end_reason)
}

type Draft = { -readonly [K in keyof Omit<Play, 'pairing'>]: Play[K] } & { isSure: boolean; broken_off: number[] }

/**
 * Rounds put together by map: a second round belongs to the first one of its map just before it. A round that was broken
 * off does not separate them (L-38). Of files that may call both rounds the first, two in a row are a pair that is unsure.
 *
 * @param rounds in the order of play
 */
export function playsOf(rounds: readonly PlayedRound[]): readonly Play[] {
  const drafts: Draft[] = []
  for (const [at, round] of rounds.entries()) {
    const latest = drafts.at(-1)
    const open = latest?.map_name === round.map_name && latest.second === null ? latest : null
    const begin = (): Draft => {
      const draft = { map_name: round.map_name, first: null, second: null, broken_off: [], isSure: true }
      drafts.push(draft)
      return draft
    }
    const isFirst = round.round_number === 1
    if (isBrokenOff(round.end)) (isFirst && open?.first !== null ? begin() : (open ?? begin())).broken_off.push(at)
    else if (!isFirst) (open ?? begin()).second = at
    else if (open?.first === null) open.first = at
    else if (open !== null && !round.is_number_sure && !rounds[open.first]?.is_number_sure) {
      open.second = at
      open.isSure = false
    } else begin().first = at
  }
  return drafts.map(({ isSure, ...play }) => ({ ...play, pairing: pairingOf(play, isSure) }))
}

function pairingOf({ first, second }: Pick<Play, 'first' | 'second'>, isSure: boolean): Play['pairing'] {
  if (first === null) return second === null ? 'broken_off' : 'second_only'
  if (second === null) return 'first_only'
  return isSure ? 'complete' : 'unsure'
}

/** Whether the defenders of a round held; null: not told, or nobody won. */
export function isHeld(end: RoundEnd | null): boolean | null {
  if (end === null || isBrokenOff(end) || end.winner_team === null || end.defender_team === null) return null
  return end.winner_team === end.defender_team
}

/**
 * Who won a map in stopwatch, by the game's own winner and defender alone (L-40): the second attackers by reaching the
 * goal in the time of the first, the first attackers by reaching it while the others did not. Both held: nobody won. Who
 * gives up in the second round has lost the map. Once somebody gives up in the first, the second has the whole time, so
 * that the same end of both tells nothing.
 */
export function mapResult(first: RoundEnd | null, second: RoundEnd | null): MapResult {
  const [heldFirst, heldSecond] = [isHeld(first), isHeld(second)]
  if (heldFirst === null || heldSecond === null) return 'unknown'
  if (first?.end_reason === 'surrender' && heldFirst === heldSecond) return 'unknown'
  if (!heldSecond) return 'attacked_second'
  return heldFirst && second?.end_reason !== 'surrender' ? 'both_held' : 'attacked_first'
}
