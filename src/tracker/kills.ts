/** Kills of enemies: where both stood, how long the victim has to wait, and whether a mate paid it back. */
import { clock } from './clock.ts'
import { type Death, onDeath, onStart, tellTrade } from './events.ts'
import { type Person, people } from './people.ts'
import { recordLater } from './schedule.ts'
import { untilWave } from './waves.ts'

interface Kill {
  readonly time_ms: number
  readonly killer: Person
  readonly victim: Person
  /** The victim's side when he died. */
  readonly side: number
}

/** A killer who dies this soon by a mate of his victim has been traded. */
const TRADE_MS = 3_000
/** WP_NONE, for a kill without a weapon: a push off a cliff, a construction that crushes. */
const NO_WEAPON = 0
const AXIS = 1
const ALLIES = 2

const trades = { kills: [] as Kill[] }

/** Adds work of a sensor for every death of a player by an enemy. */
export function onKill(sensor: string, work: (death: Death, killer: Person) => void): void {
  onDeath(sensor, (death) => {
    if (death.cause === 'kill' && death.killer !== undefined) work(death, death.killer)
  })
}

export function recordKills(): void {
  onKill('spawn_timing', recordTiming)
  onStart('trade_kills', () => {
    trades.kills = []
  })
  onKill('trade_kills', takeTrade)
  onKill('combat_positions', recordPositions)
}

function recordTiming({ victim }: Death, killer: Person): void {
  const [wait_ms, interval_ms] = untilWave(sideWord(victim))
  const [killers_wait_ms] = untilWave(sideWord(killer))
  recordLater('spawn_timing', {
    killer_guid: killer.guid,
    killer_name: killer.name,
    killer_team: killer.team,
    victim_guid: victim.guid,
    victim_name: victim.name,
    victim_team: victim.team,
    kill_time_ms: clock.now_ms,
    // zero says that it is unknown: without their offset too, nothing is known of waves
    enemy_spawn_interval_ms: interval_ms,
    time_to_next_spawn_ms: wait_ms ?? 0,
    spawn_timing_score: wait_ms === undefined ? 0 : wait_ms / interval_ms,
    killer_reinf_s: killers_wait_ms === undefined ? undefined : killers_wait_ms / 1_000,
    victim_reinf_s: wait_ms === undefined ? undefined : wait_ms / 1_000,
  })
}

function sideWord(person: Person): 'AXIS' | 'ALLIES' {
  return person.side === AXIS ? 'AXIS' : 'ALLIES'
}

/** The latest kill that this one answers; each is answered once. */
function takeTrade(death: Death, killer: Person): void {
  const recent: Kill[] = []
  for (const kill of trades.kills) if (death.time_ms - kill.time_ms <= TRADE_MS) recent.push(kill)
  let answered: Kill | undefined
  for (const kill of recent) {
    // who was revived and takes his own revenge is no mate of himself
    if (kill.killer === death.victim && kill.side === killer.side && kill.victim !== killer) answered = kill
  }
  trades.kills = []
  for (const kill of recent) if (kill !== answered) trades.kills.push(kill)
  trades.kills.push({ time_ms: death.time_ms, killer, victim: death.victim, side: death.victim.side })
  if (answered === undefined) return
  tellTrade(answered.victim, killer)
  recordLater('trade_kills', {
    original_kill_time_ms: answered.time_ms,
    traded_kill_time_ms: death.time_ms,
    delta_ms: death.time_ms - answered.time_ms,
    original_victim_guid: answered.victim.guid,
    original_victim_name: answered.victim.name,
    original_killer_guid: death.victim.guid,
    original_killer_name: death.victim.name,
    trader_guid: killer.guid,
    trader_name: killer.name,
  })
}

function recordPositions(death: Death, killer: Person): void {
  const { victim, killer_origin, victim_origin } = death
  recordLater('combat_positions', {
    time_ms: death.time_ms,
    event: 'kill',
    attacker_guid: killer.guid,
    attacker_name: killer.name,
    attacker_team: killer.team,
    attacker_class: killer.player_class,
    victim_guid: victim.guid,
    victim_name: victim.name,
    victim_team: victim.team,
    victim_class: victim.player_class,
    // without a place the row is refused, and counted
    attacker_x: killer_origin?.[0] as number,
    attacker_y: killer_origin?.[1] as number,
    attacker_z: killer_origin?.[2] as number,
    victim_x: victim_origin?.[0] as number,
    victim_y: victim_origin?.[1] as number,
    victim_z: victim_origin?.[2] as number,
    weapon_id: death.weapon ?? NO_WEAPON,
    mod: death.mod,
    killer_health: death.killer_health,
    axis_alive: aliveBeside(victim, AXIS),
    allies_alive: aliveBeside(victim, ALLIES),
  })
}

/** Players of a side who are left after somebody's death. */
function aliveBeside(victim: Person, side: number): number {
  let count = 0
  for (const person of people()) if (person !== victim && person.side === side && person.state === 'alive') count += 1
  return count
}
