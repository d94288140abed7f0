import type { Call } from './trace.ts'

/** A pause: the level time at which the clock stood still, what the clock showed, and for how long. */
export interface Pause {
  readonly level: number
  readonly start: number
  readonly duration: number
}

/** The frame of a round: its number, clock, pauses and end, from the engine's own variables. */
export interface Frame {
  readonly map: string
  /** `g_currentRound` as the engine has it while playing. */
  readonly engineRound: number
  readonly round: number
  /** Level time of the clock's zero. */
  readonly liveLevel: number
  readonly pauses: readonly Pause[]
  readonly endText: string
  readonly endReason: string
  /** Game clock at the end. */
  readonly duration: number
  readonly winner: string
  readonly defender: string
  readonly timeLimit: number
  readonly nextTimeLimit: number
  /** Level time on the clock of the file. */
  readonly clock: (level: number) => number
  /** Calls of live play: from the first one until the round was over. */
  readonly live: readonly Call[]
  /** The first call after live play. */
  readonly afterEnd: Call
}

const PAUSED = 16
const SIDES = ['AXIS', 'ALLIES']

/** Whether a round was played in this life of the module. */
export function holdsRound(calls: readonly Call[]): boolean {
  return calls[0]?.gamestate === '0'
}

/** Reads one round that was played to its end. */
export function frameOf(calls: readonly Call[]): Frame {
  const live = calls.filter((call) => call.gamestate === '0')
  const afterEnd = calls[live.length] as Call
  const first = live[0] as Call
  const liveLevel = Number(first.configstrings[11])
  const pauses = pausesOf(live, liveLevel)
  const clock = (level: number) => {
    let time = level - liveLevel
    for (const pause of pauses) time -= Math.max(0, Math.min(pause.duration, level - pause.level))
    return time
  }
  const exit = calls.find((call) => call.name === 'et_Print' && String(call.args[0]).startsWith('Exit: ')) as Call
  const text = String(exit.args[0]).trim()
  const timeUp = text === 'Exit: Timelimit hit.'
  const limit = Math.round(Number(first.cvars.timelimit) * 60_000)
  const info = (call: Call, index: number, key: string) =>
    new RegExp(`\\\\${key}\\\\(-?\\d+)`).exec(call.configstrings[index] ?? '')?.[1]
  return {
    map: first.cvars.mapname as string,
    engineRound: Number(first.cvars.g_currentRound),
    round: Number(first.cvars.g_currentRound) + 1,
    liveLevel,
    pauses,
    endText: text.slice('Exit: '.length),
    endReason: timeUp ? 'time_limit' : 'objective',
    duration: timeUp ? limit : clock(exit.level),
    winner: SIDES[Number(info(afterEnd, 14, 'w'))] as string,
    defender: SIDES[Number(info(afterEnd, 13, 'd') ?? 0)] as string,
    timeLimit: limit,
    nextTimeLimit: Math.round(Number(afterEnd.cvars.g_nextTimeLimit) * 60_000),
    clock,
    live,
    afterEnd,
  }
}

/**
 * Configstring 11, the clock's zero, is pushed along during a pause; its whole way is the pause's length. The first
 * frame that shows the pause comes one frame after the clock stood still.
 */
function pausesOf(live: readonly Call[], liveLevel: number): Pause[] {
  const pauses: Pause[] = []
  let zero = liveLevel
  let lastLevel = liveLevel
  let begin: number | undefined
  for (const call of live) {
    if (call.name !== 'et_RunFrame') continue
    const toggles = Number(call.configstrings[32])
    const paused = Math.floor(toggles / PAUSED) % 2 === 1
    if (paused && begin === undefined) begin = lastLevel
    if (!paused && begin !== undefined) {
      const shifted = Number(call.configstrings[11])
      pauses.push({ level: begin, start: begin - zero, duration: shifted - zero })
      zero = shifted
      begin = undefined
    }
    lastLevel = call.level
  }
  return pauses
}
