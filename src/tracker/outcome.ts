/** How the round ended, who won it, and the limits of time that were in force. */
import type { Team } from '../format/codec.ts'
import { clock } from './clock.ts'
import { configstring, cvarNumber, infoValue } from './engine.ts'
import { onStart } from './events.ts'
import { play } from './play.ts'
import { record } from './sensors.ts'

/** What the tracker itself saw of the end. */
export type Closing = 'intermission' | 'map_change' | 'restart' | 'server_stop'

/** CS_MULTI_INFO has the defender, CS_MULTI_MAPWINNER the winner. */
const MULTI_INFO = 13
const MULTI_MAPWINNER = 14
const MINUTE_MS = 60_000

/** The game's words for the end of a round (g_main.c, g_script_actions.c, g_vote.c). */
const REASONS: Readonly<Record<string, string>> = {
  'Wolf EndRound.': 'objective',
  'Timelimit hit.': 'time_limit',
  'Axis Surrender': 'surrender',
  'Allies Surrender': 'surrender',
  'Axis team eliminated.': 'eliminated',
  'Allied team eliminated.': 'eliminated',
  'Nextmap vote passed': 'map_change',
}

const outcome = {
  /** Undefined until the game says that the round is over. */
  text: undefined as string | undefined,
  winner: undefined as Team | undefined,
  time_limit_ms: undefined as number | undefined,
}

export function watchOutcome(): void {
  onStart('round_outcome', () => {
    outcome.text = undefined
    outcome.winner = undefined
    outcome.time_limit_ms = minutes('timelimit')
  })
}

/** What follows `Exit: ` in the game's log. Only the first one of a round counts: the end is queued by then. */
export function noteExit(text: string): void {
  if (outcome.text !== undefined) return
  outcome.text = text
  outcome.winner = winnerNow()
  // the map's script may have set it after play began
  outcome.time_limit_ms = minutes('timelimit') ?? outcome.time_limit_ms
}

/** The row of the round. The variables of the next round and of the winner are set by now. */
export function writeOutcome(closing: Closing): void {
  const text = outcome.text
  if (text !== undefined && closing === 'intermission') outcome.winner = winnerNow()
  record('round_outcome', {
    end_reason: reasonOf(closing),
    end_text: text ?? '',
    winner_team: outcome.winner,
    defender_team: defender(),
    duration_ms: clock.now_ms,
    time_limit_ms: outcome.time_limit_ms,
    time_to_beat_ms: play.number === 2 ? outcome.time_limit_ms : undefined,
    // a change of the map has set it to 0 before the module is told
    next_time_limit_ms: closing === 'intermission' ? minutes('g_nextTimeLimit') : undefined,
    pause_count: clock.pause_count,
    paused_ms: clock.paused_ms,
  })
}

/** The side that ended the round by an objective; undefined if it did not end so. */
export function objectiveWinner(): Team | undefined {
  return outcome.text !== undefined && REASONS[outcome.text] === 'objective' ? outcome.winner : undefined
}

function reasonOf(closing: Closing): string {
  if (outcome.text !== undefined) return REASONS[outcome.text] ?? 'other'
  return closing === 'intermission' ? 'other' : closing
}

/** The map's script sets a holder at the start, so that the value means something at the end only. */
function winnerNow(): Team | undefined {
  return sideOf(infoValue(configstring(MULTI_MAPWINNER), 'w'))
}

/** The engine takes a map that names no defender for one that Axis defends. */
function defender(): Team | undefined {
  const info = configstring(MULTI_INFO)
  const side = infoValue(info, 'd')
  return info !== '' && side === '' ? 'AXIS' : sideOf(side)
}

/** These two count from 0, unlike the engine's own numbers of sides. */
function sideOf(text: string): Team | undefined {
  return text === '0' ? 'AXIS' : text === '1' ? 'ALLIES' : undefined
}

/** A limit in minutes, as ms; 0 is none. */
function minutes(name: string): number | undefined {
  const value = cvarNumber(name)
  return value !== undefined && value > 0 ? math.floor(value * MINUTE_MS + 0.5) : undefined
}
