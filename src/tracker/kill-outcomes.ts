/** What became of those whom an enemy killed, and how long they were kept out of the game. */
import { clock } from './clock.ts'
import { onBodyLost, onEnd, onLost, onRevive, onSpawned, onStart } from './events.ts'
import { onKill } from './kills.ts'
import type { Person } from './people.ts'
import { every, recordLater } from './schedule.ts'

type Outcome = 'revived' | 'gibbed' | 'tapped_out' | 'round_end' | 'expired'

/** A kill whose victim is not back yet. */
interface Case {
  readonly kill_ms: number
  readonly victim: Person
  readonly victim_name: string
  readonly killer: Person
  readonly mod: number
  gibber: Person | undefined
  reviver: Person | undefined
  outcome: Outcome | undefined
  outcome_ms: number
}

const SENSOR = 'kill_outcome_tracking'
/** A body that still lies there after this long is out of the fight, whatever becomes of it. */
const EXPIRY_MS = 30_000
const LOOK_MS = 1_000

const kills = { open: [] as Case[] }

export function recordKillOutcomes(): void {
  onStart(SENSOR, () => {
    kills.open = []
  })
  onKill(SENSOR, (death, killer) => {
    const { victim, time_ms, mod } = death
    kills.open.push({
      kill_ms: time_ms,
      victim,
      victim_name: victim.name,
      killer,
      mod,
      gibber: undefined,
      reviver: undefined,
      outcome: undefined,
      outcome_ms: time_ms,
    })
  })
  onBodyLost(SENSOR, (person, how) => {
    const kill = caseOf(person)
    if (kill === undefined) return
    if (kill.outcome === undefined && how === 'gibbed') kill.gibber = person.body_hit_by
    settle(kill, how, clock.now_ms)
  })
  onRevive(SENSOR, (revived, medic) => {
    const kill = caseOf(revived)
    if (kill === undefined) return
    if (kill.outcome === undefined) kill.reviver = medic
    settle(kill, 'revived', clock.now_ms)
    finish(kill, clock.now_ms)
  })
  onSpawned(SENSOR, (person) => {
    const kill = caseOf(person)
    if (kill !== undefined) finish(kill, person.spawn_ms)
  })
  onLost(SENSOR, (person, how) => {
    const kill = how === 'spawn' ? undefined : caseOf(person)
    if (kill === undefined) return
    settle(kill, 'tapped_out', clock.now_ms)
    finish(kill, clock.now_ms)
  })
  every(SENSOR, LOOK_MS, 0, () => {
    for (const kill of kills.open) {
      const expiry_ms = kill.kill_ms + EXPIRY_MS
      if (clock.now_ms >= expiry_ms) settle(kill, 'expired', expiry_ms)
    }
  })
  onEnd(SENSOR, () => {
    for (const kill of kills.open) {
      settle(kill, 'round_end', clock.now_ms)
      finish(kill, clock.now_ms)
    }
  })
}

function caseOf(victim: Person): Case | undefined {
  for (const kill of kills.open) if (kill.victim === victim) return kill
  return undefined
}

/** The first thing that happens to a body is its outcome. */
function settle(kill: Case, outcome: Outcome, outcome_ms: number): void {
  if (kill.outcome !== undefined) return
  kill.outcome = outcome
  kill.outcome_ms = outcome_ms
}

/** He lives again, has left, or the round is over: only now is it known how long he was out. */
function finish(kill: Case, back_ms: number): void {
  const rest: Case[] = []
  for (const other of kills.open) if (other !== kill) rest.push(other)
  kills.open = rest
  recordLater('kill_outcome', {
    kill_time_ms: kill.kill_ms,
    victim_guid: kill.victim.guid,
    victim_name: kill.victim_name,
    killer_guid: kill.killer.guid,
    killer_name: kill.killer.name,
    kill_mod: kill.mod,
    outcome: kill.outcome as Outcome,
    outcome_time_ms: kill.outcome_ms,
    delta_ms: kill.outcome_ms - kill.kill_ms,
    effective_denied_ms: back_ms - kill.kill_ms,
    gibber_guid: kill.gibber?.guid,
    gibber_name: kill.gibber?.name,
    reviver_guid: kill.reviver?.guid,
    reviver_name: kill.reviver?.name,
  })
}
