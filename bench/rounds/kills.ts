import type { CombatPosition, KillOutcome, SpawnTiming } from '../../src/format/later-sections.ts'
import type { Rows } from '../../src/format/sections.ts'
import { type Death, distance, type Fighter, type Recorder, type Side, untilWave, type World } from './world.ts'

const TRADE_WINDOW_MS = 3_000

interface Kill extends Death {
  readonly killer: Fighter
  readonly time_ms: number
}

/** SPAWN_TIMING, TRADE_KILLS, REVIVES, KILL_OUTCOME and COMBAT_POSITIONS: what belongs to a kill of an enemy. */
export function recordKills(world: World): Recorder {
  const spawn_timing: SpawnTiming[] = []
  const combat_positions: CombatPosition[] = []
  const trade_kills: Rows['trade_kills'][number][] = []
  const revives: Rows['revives'][number][] = []
  const kill_outcome: KillOutcome[] = []
  const pending = new Map<Fighter, Kill>()
  let recent: Kill[] = []

  const settle = (victim: Fighter, outcome: string, reviver?: Fighter) => {
    const kill = pending.get(victim)
    if (kill === undefined) return
    pending.delete(victim)
    kill_outcome.push(outcomeOf(kill, outcome, world.time_ms, reviver))
  }

  return {
    died(death) {
      const { killer, victim, type } = death
      if (type !== 'killed' || killer === undefined) return
      const kill = { ...death, killer, time_ms: world.time_ms }
      spawn_timing.push(timingOf(world, kill))
      combat_positions.push(positionOf(world, kill))
      recent = recent.filter(({ time_ms }) => world.time_ms - time_ms <= TRADE_WINDOW_MS)
      for (const earlier of recent) if (earlier.killer === victim) trade_kills.push(tradeOf(earlier, kill))
      recent.push(kill)
      pending.set(victim, kill)
    },
    spawned: (fighter) => settle(fighter, 'tapped_out'),
    revived(fighter, medic) {
      revives.push(reviveOf(world, fighter, medic))
      settle(fighter, 'revived', medic)
    },
    rows() {
      for (const victim of pending.keys()) settle(victim, 'round_end')
      return { spawn_timing, trade_kills, revives, kill_outcome, combat_positions }
    },
  }
}

function timingOf(world: World, { killer, victim, time_ms }: Kill): SpawnTiming {
  const interval = world.waves[victim.team]
  const wait = untilWave(world, victim.team)
  return {
    killer_guid: killer.guid,
    killer_name: killer.name,
    killer_team: killer.team,
    victim_guid: victim.guid,
    victim_name: victim.name,
    victim_team: victim.team,
    kill_time_ms: time_ms,
    enemy_spawn_interval_ms: interval,
    time_to_next_spawn_ms: wait,
    spawn_timing_score: wait / interval,
    killer_reinf_s: untilWave(world, killer.team) / 1_000,
    victim_reinf_s: wait / 1_000,
  }
}

function positionOf(world: World, { killer, victim, time_ms, weapon, means }: Kill): CombatPosition {
  const living = (side: Side) => world.fighters.filter(({ alive, team }) => alive && team === side).length
  return {
    time_ms,
    event: 'kill',
    attacker_guid: killer.guid,
    attacker_name: killer.name,
    attacker_team: killer.team,
    attacker_class: killer.player_class,
    victim_guid: victim.guid,
    victim_name: victim.name,
    victim_team: victim.team,
    victim_class: victim.player_class,
    attacker_x: killer.x,
    attacker_y: killer.y,
    attacker_z: killer.z,
    victim_x: victim.x,
    victim_y: victim.y,
    victim_z: victim.z,
    weapon_id: weapon,
    mod: means,
    killer_health: killer.health,
    axis_alive: living('AXIS'),
    allies_alive: living('ALLIES'),
  }
}

function tradeOf(earlier: Kill, kill: Kill): Rows['trade_kills'][number] {
  return {
    original_kill_time_ms: earlier.time_ms,
    traded_kill_time_ms: kill.time_ms,
    delta_ms: kill.time_ms - earlier.time_ms,
    original_victim_guid: earlier.victim.guid,
    original_victim_name: earlier.victim.name,
    original_killer_guid: earlier.killer.guid,
    original_killer_name: earlier.killer.name,
    trader_guid: kill.killer.guid,
    trader_name: kill.killer.name,
  }
}

function reviveOf(world: World, fighter: Fighter, medic: Fighter): Rows['revives'][number] {
  const enemies = world.fighters.filter(({ alive, team }) => alive && team !== fighter.team)
  const away = enemies.map((enemy) => distance(enemy, fighter))
  const least = Math.min(...away)
  const nearest = enemies[away.indexOf(least)]
  return {
    time_ms: world.time_ms,
    medic_guid: medic.guid,
    medic_name: medic.name,
    revived_guid: fighter.guid,
    revived_name: fighter.name,
    x: fighter.x,
    y: fighter.y,
    z: fighter.z,
    distance_to_enemy: nearest === undefined ? 0 : least,
    nearest_enemy_guid: nearest?.guid ?? null,
    under_fire: nearest?.enemy === fighter,
  }
}

function outcomeOf(kill: Kill, outcome: string, time_ms: number, reviver: Fighter | undefined): KillOutcome {
  const gibber = outcome === 'tapped_out' && kill.time_ms % 3 === 0 ? kill.killer : undefined
  const delta_ms = time_ms - kill.time_ms
  return {
    kill_time_ms: kill.time_ms,
    victim_guid: kill.victim.guid,
    victim_name: kill.victim.name,
    killer_guid: kill.killer.guid,
    killer_name: kill.killer.name,
    kill_mod: kill.means,
    outcome: gibber === undefined ? outcome : 'gibbed',
    outcome_time_ms: time_ms,
    delta_ms,
    effective_denied_ms: delta_ms,
    gibber_guid: gibber?.guid ?? null,
    gibber_name: gibber?.name ?? null,
    reviver_guid: reviver?.guid ?? null,
    reviver_name: reviver?.name ?? null,
  }
}
