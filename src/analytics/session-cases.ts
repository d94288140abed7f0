import { type Kysely, sql } from 'kysely'
import type { SensorState } from '../format/header.ts'
import type { SectionKey } from '../format/sections.ts'
import { type Deed, KILL_GAP_MS, REVIVE_GAP_MS, runsOf, tradeChains } from '../metrics/chains.ts'
import { MOMENT_KINDS, type MomentCase, type MomentKind } from '../metrics/moments.ts'
import type { Database } from '../store/database.ts'
import { matesOf } from '../store/trade-mates.ts'
import type { SessionPeople } from './session-people.ts'

/** A case with what only its kind can tell; null for the others. */
export interface SessionCase extends MomentCase {
  /** Enemies who took part, and the damage that was taken. */
  readonly enemies: number | null
  readonly damage: number | null
  /** What was done to which objective. */
  readonly action: string | null
  readonly object: string | null
}

/** The sections that a kind is read from. */
const READ_FROM: Readonly<Record<MomentKind, readonly SectionKey[]>> = {
  kill_run: ['engagements', 'player_tracks'],
  trade_chain: ['engagements', 'player_tracks'],
  escape: ['engagements'],
  revive_chain: ['revives'],
  objective_run: ['objective_runs'],
  carry: ['carrier_events'],
}

/** Enemies from whom an escape is a case. */
const LEAST_ENEMIES = 2

/**
 * Everything that could be a moment in some rounds, and by kind how many of the rounds did not record it (L-14).
 *
 * @param rounds their ids in the order of play
 */
export async function casesOf(db: Kysely<Database>, rounds: readonly number[], people: SessionPeople) {
  if (rounds.length === 0) return { cases: [], missing: {} }
  const asked = { db, rounds, people }
  const byEnemies = await deathsByEnemies(asked)
  const deaths = [...byEnemies, ...(await deathsOtherwise(asked))]
  const kills = byEnemies.map(({ killer, victim, ...rest }) => ({ ...rest, player: killer, other: victim }))
  const revives = await reviveDeeds(asked)
  const chained = rounds.flatMap((_, round): SessionCase[] => {
    const own = <T extends { readonly round: number }>(rows: readonly T[]) => rows.filter((row) => row.round === round)
    const ownDeaths = own(deaths)
    return [
      ...runsOf(own(kills), ownDeaths, KILL_GAP_MS).map((run) => ofDeeds('kill_run', round, run)),
      ...runsOf(own(revives), ownDeaths, REVIVE_GAP_MS).map((run) => ofDeeds('revive_chain', round, run)),
      ...tradeChains(own(byEnemies)).map((chain) => ofTrades(round, chain)),
    ]
  })
  return {
    cases: [...chained, ...(await escapeCases(asked)), ...(await runCases(asked)), ...(await carryCases(asked))],
    missing: await missingIn(db, rounds),
  }
}

interface Asked {
  readonly db: Kysely<Database>
  readonly rounds: readonly number[]
  readonly people: SessionPeople
}

const NO_DETAILS = { enemies: null, damage: null, action: null, object: null }

function ofDeeds(kind: 'kill_run' | 'revive_chain', round: number, run: readonly Deed[]): SessionCase {
  const [first, last] = [run[0] as Deed, run.at(-1) as Deed]
  return {
    ...{ kind, round, size: run.length, start_ms: first.time_ms, end_ms: last.time_ms, player: first.player },
    others: run.map(({ other }) => other),
    ...NO_DETAILS,
  }
}

function ofTrades(round: number, chain: ReturnType<typeof tradeChains>[number]): SessionCase {
  const [first, last] = [chain[0], chain.at(-1)] as [(typeof chain)[number], (typeof chain)[number]]
  return {
    ...{ kind: 'trade_chain', round, size: chain.length, start_ms: first.time_ms, end_ms: last.time_ms },
    // the killers in turn: each but the last dies by the next
    player: first.killer,
    others: [...chain.slice(1).map(({ killer }) => killer), first.victim],
    ...NO_DETAILS,
  }
}

/** Deaths by enemies, with who of the victim's mates traded them. */
async function deathsByEnemies({ db, rounds, people }: Asked) {
  const rows = await db
    .selectFrom('derived_trade')
    .where('round_id', 'in', rounds)
    .orderBy('round_id')
    .orderBy('row_no')
    .select(['round_id', 'victim_id', 'killer_id', 'death_time_ms', 'mates'])
    .execute()
  return rows.flatMap(({ round_id, victim_id, killer_id, death_time_ms, mates }) => {
    const [victim, killer] = [people.placeOf(victim_id), people.placeOf(killer_id)]
    if (victim === undefined || killer === undefined) return []
    const by = matesOf(mates).successes.flatMap(({ player_id, kill_time_ms }) => {
      const player = people.placeOf(player_id)
      return player === undefined ? [] : [{ player, kill_time_ms }]
    })
    return [{ round: rounds.indexOf(round_id), time_ms: death_time_ms, victim, killer, successes: by }]
  })
}

/** The other deaths. */
async function deathsOtherwise({ db, rounds, people }: Asked) {
  const rows = await fightsIn(db, rounds)
    .where('fight.cause', 'in', ['team', 'self', 'world'])
    .select(['fight.round_id', 'fact.end_time_ms', 'fight.target_id'])
    .execute()
  return rows.flatMap(({ round_id, end_time_ms, target_id }) => {
    const victim = people.placeOf(target_id)
    return victim === undefined ? [] : [{ round: rounds.indexOf(round_id), time_ms: end_time_ms, victim }]
  })
}

async function escapeCases({ db, rounds, people }: Asked): Promise<readonly SessionCase[]> {
  const rows = await fightsIn(db, rounds)
    .where('fact.outcome', '=', 'escaped')
    .where('fight.category', '=', 'fight')
    .where('fight.attackers', '>=', LEAST_ENEMIES)
    .select(['fight.round_id', 'fact.start_time_ms', 'fact.end_time_ms', 'fact.distance_traveled'])
    .select(['fact.total_damage_taken', 'fight.target_id', 'fight.attacker_ids'])
    .execute()
  return rows.flatMap((row): SessionCase[] => {
    const player = people.placeOf(row.target_id)
    if (player === undefined) return []
    const enemies = row.attacker_ids.flatMap((id) => people.placeOf(id) ?? [])
    return [
      {
        ...{
          kind: 'escape',
          round: rounds.indexOf(row.round_id),
          size: row.distance_traveled,
          player,
          others: enemies,
        },
        ...{ start_ms: row.start_time_ms, end_ms: row.end_time_ms },
        ...{ ...NO_DETAILS, enemies: enemies.length, damage: row.total_damage_taken },
      },
    ]
  })
}

/** Fights with what the file says of them. */
function fightsIn(db: Kysely<Database>, rounds: readonly number[]) {
  return (
    db
      // by round each, or the planner looks through a whole round for each of its fights
      .with(
        (cte) => cte('fight').materialized(),
        (query) => query.selectFrom('derived_fight').where('round_id', 'in', rounds).selectAll(),
      )
      .with(
        (cte) => cte('fact').materialized(),
        (query) => query.selectFrom('fact_engagements').where('round_id', 'in', rounds).select(FACTS),
      )
      .selectFrom('fight')
      .innerJoin('fact', (join) =>
        join.onRef('fact.round_id', '=', 'fight.round_id').onRef('fact.row_no', '=', 'fight.row_no'),
      )
      .orderBy('fight.round_id')
      .orderBy('fight.row_no')
  )
}

const FACTS = [
  'round_id',
  'row_no',
  'start_time_ms',
  'end_time_ms',
  'outcome',
  'distance_traveled',
  'total_damage_taken',
] as const

async function reviveDeeds({ db, rounds, people }: Asked) {
  const { rows } = await sql<{ round_id: number; time_ms: number; medic_id: number; revived_id: number }>`
    select fact.round_id, fact.time_ms, medic.player_id as medic_id, revived.player_id as revived_id
    from fact_revives fact
    join round_name medic on medic.round_id = fact.round_id and medic.name_no = fact.medic_no
    join round_name revived on revived.round_id = fact.round_id and revived.name_no = fact.revived_no
    where fact.round_id in (${sql.join(rounds)}) order by fact.round_id, fact.row_no`.execute(db)
  return rows.flatMap(({ round_id, time_ms, medic_id, revived_id }) => {
    const [player, other] = [people.placeOf(medic_id), people.placeOf(revived_id)]
    return player === undefined || other === undefined
      ? []
      : [{ round: rounds.indexOf(round_id), time_ms, player, other }]
  })
}

interface RunRow {
  readonly round_id: number
  readonly player_id: number
  readonly action_type: string
  readonly track_name: string
  readonly action_time_ms: number
  readonly approach_time_ms: number
  readonly approach_distance: number
  readonly enemies_nearby: number
}

/** Ways to an objective that somebody tried to stop, and that were not. */
async function runCases({ db, rounds, people }: Asked): Promise<readonly SessionCase[]> {
  const { rows } = await sql<RunRow>`
    select fact.round_id, named.player_id, action_type, track_name, action_time_ms, approach_time_ms, approach_distance,
      enemies_nearby
    from fact_objective_runs fact
    join round_name named on named.round_id = fact.round_id and named.name_no = fact.engineer_no
    where fact.round_id in (${sql.join(rounds)}) and run_type not in ('denied', 'unopposed')
    order by fact.round_id, fact.row_no`.execute(db)
  return rows.flatMap((row): SessionCase[] => {
    const player = people.placeOf(row.player_id)
    if (player === undefined) return []
    return [
      {
        ...{ kind: 'objective_run', round: rounds.indexOf(row.round_id), size: row.approach_distance, player },
        ...{ start_ms: row.action_time_ms - row.approach_time_ms, end_ms: row.action_time_ms, others: [] },
        ...{ ...NO_DETAILS, enemies: row.enemies_nearby, action: row.action_type, object: row.track_name },
      },
    ]
  })
}

interface CarryRow {
  readonly round_id: number
  readonly player_id: number
  readonly pickup_time_ms: number
  readonly drop_time_ms: number
  readonly carry_distance: number
}

/** Objectives that were carried to where they belong. */
async function carryCases({ db, rounds, people }: Asked): Promise<readonly SessionCase[]> {
  const { rows } = await sql<CarryRow>`
    select fact.round_id, named.player_id, pickup_time_ms, drop_time_ms, carry_distance
    from fact_carrier_events fact
    join round_name named on named.round_id = fact.round_id and named.name_no = fact.carrier_no
    where fact.round_id in (${sql.join(rounds)}) and outcome = 'secured' order by fact.round_id, fact.row_no`.execute(
    db,
  )
  return rows.flatMap((row): SessionCase[] => {
    const player = people.placeOf(row.player_id)
    if (player === undefined) return []
    return [
      {
        ...{ kind: 'carry', round: rounds.indexOf(row.round_id), size: row.carry_distance, player, others: [] },
        ...{ start_ms: row.pickup_time_ms, end_ms: row.drop_time_ms, ...NO_DETAILS },
      },
    ]
  })
}

async function missingIn(db: Kysely<Database>, rounds: readonly number[]) {
  const rows = await db.selectFrom('rounds').where('id', 'in', rounds).select('sensors').execute()
  const isOn = (sensors: Readonly<Record<string, SensorState>> | null, key: string) => sensors?.[key] === 'on'
  const counts = MOMENT_KINDS.map((kind) => {
    const without = rows.filter(({ sensors }) => !READ_FROM[kind].every((key) => isOn(sensors, key)))
    return [kind, without.length] as const
  })
  return Object.fromEntries(counts.filter(([, count]) => count > 0)) as Partial<Record<MomentKind, number>>
}
