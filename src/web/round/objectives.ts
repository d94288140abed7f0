import { isRecorded, rowsOf } from './sections.ts'
import type { Round } from './use-round.ts'

/** Something that happened to an objective, or that the game announced. */
export interface ObjectiveEvent {
  readonly time_ms: number
  /** What was done; `object` says to what. */
  readonly words: string
  readonly object: string
  readonly player: number | null
  readonly team: string | null
  readonly x: number | null
  readonly y: number | null
}

const DONE: Readonly<Record<string, string>> = {
  announced: '',
  objective_taken: 'took',
  objective_returned: 'returned',
  objective_dropped: 'dropped',
  objective_delivered: 'delivered',
  dynamite_planted: 'planted dynamite at',
  dynamite_defused: 'defused dynamite at',
  dynamite_plant: 'planted dynamite at',
  dynamite_defuse: 'defused dynamite at',
  objective_destroyed: 'destroyed',
  construction_complete: 'built',
  constructed: 'built',
  destroyed: 'destroyed',
}

const CARRIED: Readonly<Record<string, string>> = { secured: 'delivered', round_end: 'held' }

/** What happened to the objectives, in the order of time; null: the file does not say. */
export function objectivesOf(round: Round): readonly ObjectiveEvent[] | null {
  const events = isRecorded(round, 'game_events') ? gameEvents(round) : olderEvents(round)
  return events === null ? null : [...events].sort((a, b) => a.time_ms - b.time_ms)
}

function wordsOf(event: string): string {
  return DONE[event] ?? event.replaceAll('_', ' ')
}

function gameEvents(round: Round): readonly ObjectiveEvent[] {
  return rowsOf(round, 'game_events').map(({ event, ...row }) => ({ ...row, words: wordsOf(event) }))
}

function olderEvents(round: Round): readonly ObjectiveEvent[] | null {
  if (!isRecorded(round, 'carrier_events') && !isRecorded(round, 'construction_events')) return null
  const carried = rowsOf(round, 'carrier_events').flatMap((row): readonly ObjectiveEvent[] => {
    const one = { player: row.carrier, team: row.carrier_team, object: 'the objective' }
    const words = CARRIED[row.outcome] ?? 'lost'
    return [
      { ...one, time_ms: row.pickup_time_ms, words: 'took', x: row.pickup_x, y: row.pickup_y },
      { ...one, time_ms: row.drop_time_ms, words, x: row.drop_x, y: row.drop_y },
    ]
  })
  const built = rowsOf(round, 'construction_events').map((row) => ({
    ...{ time_ms: row.event_time_ms, words: wordsOf(row.event_type), object: row.track_name },
    ...{ player: row.player, team: row.player_team, x: row.player_x, y: row.player_y },
  }))
  return [...carried, ...built]
}
