import type { Engagement, KillCell, ReactionMetric } from '../../src/format/core-sections.ts'
import type { Rows } from '../../src/format/sections.ts'
import { guid, name, team, WEAPONS } from './fights.ts'
import { cellOf } from './lives.ts'
import { WAVES_MS } from './play.ts'
import { type Death, type Moment, momentAt, type Tape } from './tape.ts'

const ANSWER_MS = 5_000
const TURN = Math.PI / 4
const TRADE_MS = 3_000
const MEANS = { AXIS: 8, ALLIES: 9, SPEC: 0 } as const

export function killCells(tape: Tape): KillCell[] {
  const cells = new Map<string, { -readonly [K in keyof KillCell]: KillCell[K] }>()
  for (const { victim, killer, time_ms } of tape.deaths) {
    const [grid_x, grid_y] = cellOf(momentAt(tape, victim, time_ms) as Moment)
    const key = `${grid_x} ${grid_y}`
    const cell = cells.get(key) ?? { grid_x, grid_y, axis_kills: 0, allies_kills: 0 }
    cell[team(tape, killer) === 'AXIS' ? 'axis_kills' : 'allies_kills'] += 1
    cells.set(key, cell)
  }
  return [...cells.values()].sort((a, b) => a.grid_x - b.grid_x || a.grid_y - b.grid_y)
}

/** How the target and his mates answered each fight. */
export function reactionRows(tape: Tape, fights: readonly Engagement[]): ReactionMetric[] {
  return fights.map((fight) => {
    const { start_time_ms: start, end_time_ms, target_guid } = fight
    const target = tape.people.findIndex((person) => person.guid === target_guid)
    const foes = fight.attackers.map((attacker) => tape.people.findIndex((person) => person.guid === attacker.guid))
    const until = Math.min(start + ANSWER_MS, end_time_ms)
    const answers = tape.hits.filter((hit) => hit.time_ms > start && hit.time_ms <= until && foes.includes(hit.target))
    const heading = momentAt(tape, target, start)?.heading ?? 0
    const turned = times(start, until).find(
      (time) => turn(heading, momentAt(tape, target, time)?.heading ?? heading) >= TURN,
    )
    const since = (time: number | undefined) => (time === undefined ? null : time - start)
    return {
      engagement_id: fight.engagement_id,
      ...{ target_guid, target_name: fight.target_name, target_team: fight.target_team },
      target_class: tape.people[target]?.player_class ?? 'UNKNOWN',
      outcome: fight.outcome,
      num_attackers: fight.num_attackers,
      return_fire_ms: since(answers.find(({ attacker }) => attacker === target)?.time_ms),
      dodge_reaction_ms: since(turned),
      support_reaction_ms: since(answers.find(({ attacker }) => attacker !== target)?.time_ms),
      start_time_ms: start,
      end_time_ms,
      duration_ms: fight.duration_ms,
    }
  })
}

function times(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, Math.floor((to - from) / 100)) }, (_, i) => from + 100 * (i + 1))
}

function turn(a: number, b: number): number {
  return Math.abs(Math.atan2(Math.sin(a - b), Math.cos(a - b)))
}

function both(tape: Tape, { killer, victim }: Death) {
  return {
    ...{ killer_guid: guid(tape, killer), killer_name: name(tape, killer), killer_team: team(tape, killer) },
    ...{ victim_guid: guid(tape, victim), victim_name: name(tape, victim), victim_team: team(tape, victim) },
  }
}

/** The sections about kills that only the later builds write. */
export function laterRows(
  tape: Tape,
): Pick<Rows, 'spawn_timing' | 'trade_kills' | 'kill_outcome' | 'combat_positions' | 'revives'> {
  return {
    spawn_timing: tape.deaths.map((death) => {
      const wait = death.victim_wave_ms - death.time_ms
      const interval = WAVES_MS[team(tape, death.victim)] as number
      return {
        ...both(tape, death),
        kill_time_ms: death.time_ms,
        enemy_spawn_interval_ms: interval,
        time_to_next_spawn_ms: wait,
        spawn_timing_score: wait / interval,
        killer_reinf_s: (death.killer_wave_ms - death.time_ms) / 1000,
        victim_reinf_s: wait / 1000,
      }
    }),
    trade_kills: tape.deaths.flatMap((first) => {
      const trade = tape.deaths.find(
        ({ victim, time_ms }) =>
          victim === first.killer && time_ms > first.time_ms && time_ms - first.time_ms <= TRADE_MS,
      )
      if (trade === undefined || team(tape, trade.killer) !== team(tape, first.victim)) return []
      return {
        original_kill_time_ms: first.time_ms,
        traded_kill_time_ms: trade.time_ms,
        delta_ms: trade.time_ms - first.time_ms,
        ...{ original_victim_guid: guid(tape, first.victim), original_victim_name: name(tape, first.victim) },
        ...{ original_killer_guid: guid(tape, first.killer), original_killer_name: name(tape, first.killer) },
        ...{ trader_guid: guid(tape, trade.killer), trader_name: name(tape, trade.killer) },
      }
    }),
    kill_outcome: tape.deaths.map((death) => {
      const { time_ms, victim, killer, outcome, reviver } = death
      const end = outcome === 'round_end' ? tape.length_ms : death.outcome_ms
      const revived = outcome === 'revived' && reviver !== null
      const gibbed = outcome === 'gibbed'
      return {
        kill_time_ms: time_ms,
        ...{ victim_guid: guid(tape, victim), victim_name: name(tape, victim) },
        ...{ killer_guid: guid(tape, killer), killer_name: name(tape, killer) },
        kill_mod: MEANS[team(tape, killer)],
        outcome,
        outcome_time_ms: end,
        delta_ms: end - time_ms,
        effective_denied_ms: revived ? end - time_ms : death.victim_wave_ms - time_ms,
        gibber_guid: gibbed ? guid(tape, killer) : null,
        gibber_name: gibbed ? name(tape, killer) : null,
        reviver_guid: revived ? guid(tape, reviver) : null,
        reviver_name: revived ? name(tape, reviver) : null,
      }
    }),
    combat_positions: tape.deaths.map((death) => combatPosition(tape, death)),
    revives: tape.deaths.flatMap((death) => revive(tape, death)),
  }
}

function combatPosition(tape: Tape, { time_ms, victim, killer }: Death): Rows['combat_positions'][number] {
  const [from, to] = [momentAt(tape, killer, time_ms) as Moment, momentAt(tape, victim, time_ms) as Moment]
  const alive = (side: string) =>
    tape.lives.filter((life) => team(tape, life.fighter) === side && life.start_ms <= time_ms && time_ms < life.end_ms)
      .length
  return {
    time_ms,
    event: 'kill',
    ...{ attacker_guid: guid(tape, killer), attacker_name: name(tape, killer), attacker_team: team(tape, killer) },
    attacker_class: tape.people[killer]?.player_class ?? 'UNKNOWN',
    ...{ victim_guid: guid(tape, victim), victim_name: name(tape, victim), victim_team: team(tape, victim) },
    victim_class: tape.people[victim]?.player_class ?? 'UNKNOWN',
    ...{ attacker_x: from.x, attacker_y: from.y, attacker_z: from.z, victim_x: to.x, victim_y: to.y, victim_z: to.z },
    weapon_id: WEAPONS[team(tape, killer)],
    mod: MEANS[team(tape, killer)],
    killer_health: Math.round(from.health),
    axis_alive: alive('AXIS'),
    allies_alive: alive('ALLIES'),
  }
}

function revive(tape: Tape, { victim, outcome, outcome_ms, reviver }: Death): Rows['revives'] {
  if (outcome !== 'revived' || reviver === null) return []
  const place = momentAt(tape, victim, outcome_ms) as Moment
  return [
    {
      time_ms: outcome_ms,
      ...{ medic_guid: guid(tape, reviver), medic_name: name(tape, reviver) },
      ...{ revived_guid: guid(tape, victim), revived_name: name(tape, victim) },
      ...{ x: place.x, y: place.y, z: place.z },
      distance_to_enemy: 0,
      nearest_enemy_guid: null,
      under_fire: false,
    },
  ]
}
