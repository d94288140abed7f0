import type { Kysely } from 'kysely'
import { PATH_EVENTS, type Path, POSITION_EVENTS, TEAMS } from '../format/codec.ts'
import { attackersOf, type StoredAttacker } from '../store/attacker-bytes.ts'
import type { Database } from '../store/database.ts'
import { pathOf, positionsOf } from '../store/path-bytes.ts'
import { rowOfEvent } from './event-id.ts'
import { strafeOf } from './strafe.ts'

const NO_PATH = pathOf(new Uint8Array())
/** Greatest number of a round. */
const LAST_ROUND = 2_147_483_647

/** One engagement in full; undefined if there is none of this id. */
export async function fightDetails(db: Kysely<Database>, id: number) {
  const { round_id: wanted } = rowOfEvent(id)
  if (wanted < 0 || wanted > LAST_ROUND) return undefined
  const row = await engagement(db, id)
  if (row === undefined) return undefined
  const { round_id, start_time_ms, end_time_ms, target_id, killer_id, positions, attackers: stored, ...rest } = row
  const names = await namesIn(db, round_id)
  const attackers = attackersOf(stored).map((attacker) => attackerOf(attacker, names))
  const killer = attackers.find(({ got_kill }) => got_kill)
  const targetPath = await pathDuring(db, round_id, target_id, start_time_ms, end_time_ms)
  const killerPath = await pathDuring(db, round_id, killer?.player_id ?? killer_id, start_time_ms, end_time_ms)
  return {
    ...rest,
    id,
    round_id,
    start_time_ms,
    end_time_ms,
    target_guid: names.get(row.target_no)?.guid ?? '',
    target_name: names.get(row.target_no)?.name ?? '',
    target_team: TEAMS[row.target_team] ?? 'SPEC',
    position_path: pointsOf(positions),
    attackers,
    attacker_guid: killer?.guid ?? null,
    attacker_name: killer?.name ?? null,
    target_path: samplesOf(targetPath, start_time_ms, end_time_ms),
    attacker_path: samplesOf(killerPath, start_time_ms, end_time_ms),
    strafe: {
      target: strafeOf(targetPath, start_time_ms, end_time_ms),
      attacker: strafeOf(killerPath, start_time_ms, end_time_ms),
    },
  }
}

function engagement(db: Kysely<Database>, id: number) {
  const { round_id, row_no } = rowOfEvent(id)
  return db
    .selectFrom('fact_engagements as fact')
    .innerJoin('derived_fight as fight', (join) =>
      join.onRef('fight.round_id', '=', 'fact.round_id').onRef('fight.row_no', '=', 'fact.row_no'),
    )
    .innerJoin('rounds', 'rounds.id', 'fact.round_id')
    .where('fact.round_id', '=', round_id)
    .where('fact.row_no', '=', row_no)
    .select([
      'fact.round_id',
      'rounds.session_date',
      'rounds.round_number',
      'rounds.round_start_unix',
      'rounds.round_end_unix',
      'rounds.map_name',
      'rounds.round_date',
      'rounds.round_time',
      'rounds.exclusion',
      'fact.target_no',
      'fact.target_team',
      'fact.outcome',
      'fact.total_damage_taken as total_damage',
      'fact.start_time_ms',
      'fact.end_time_ms',
      'fact.duration_ms',
      'fact.positions',
      'fact.attackers',
      'fact.start_x',
      'fact.start_y',
      'fact.end_x',
      'fact.end_y',
      'fact.distance_traveled',
      'fight.target_id',
      'fight.killer_id',
      'fight.attackers as num_attackers',
      'fight.defenders',
      'fight.is_crossfire',
      'fight.crossfire_delay_ms',
      'fight.category',
      'fight.cause',
    ])
    .executeTakeFirst()
}

interface Named {
  readonly player_id: number
  readonly guid: string
  readonly name: string
}

async function namesIn(db: Kysely<Database>, round_id: number): Promise<ReadonlyMap<number, Named>> {
  const rows = await db
    .selectFrom('round_person')
    .select(['name_no', 'player_id', 'guid', 'name'])
    .where('round_id', '=', round_id)
    .execute()
  return new Map(rows.map(({ name_no, ...named }) => [name_no, named]))
}

function attackerOf(stored: StoredAttacker, names: ReadonlyMap<number, Named>) {
  const { name_no, team, weapons, ...rest } = stored
  const named = names.get(name_no)
  return {
    ...rest,
    player_id: named?.player_id ?? null,
    guid: named?.guid ?? '',
    name: named?.name ?? '',
    team: TEAMS[team] ?? 'SPEC',
    weapons: Object.fromEntries(weapons),
  }
}

/** The way of the life that was alive longest between two times; of equal ones the latest. Empty without one. */
async function pathDuring(
  db: Kysely<Database>,
  round_id: number,
  player_id: number | null,
  from_ms: number,
  to_ms: number,
): Promise<Path> {
  if (player_id === null) return NO_PATH
  const lives = await db
    .selectFrom('derived_life as life')
    .innerJoin('fact_player_tracks as fact', (join) =>
      join.onRef('fact.round_id', '=', 'life.round_id').onRef('fact.row_no', '=', 'life.row_no'),
    )
    .where('life.round_id', '=', round_id)
    .where('life.player_id', '=', player_id)
    .where('fact.spawn_time_ms', '<=', to_ms)
    .where((eb) => eb.or([eb('life.end_time_ms', '>=', from_ms), eb('life.end_time_ms', 'is', null)]))
    .orderBy('fact.spawn_time_ms', 'desc')
    .select(['fact.spawn_time_ms', 'life.end_time_ms', 'fact.row_no', 'fact.path'])
    .execute()
  let longest = -1
  let path = NO_PATH
  for (const life of lives) {
    const together = Math.min(life.end_time_ms ?? to_ms, to_ms) - Math.max(life.spawn_time_ms, from_ms)
    if (together <= longest) continue
    longest = together
    path = pathOf(life.path)
  }
  return path
}

function pointsOf(bytes: Uint8Array) {
  const points = positionsOf(bytes)
  return Array.from({ length: points.length }, (_, i) => ({
    time: points.time_ms[i] as number,
    x: points.x[i] as number,
    y: points.y[i] as number,
    z: points.z[i] as number,
    event: POSITION_EVENTS[points.event[i] as number] as string,
  }))
}

function samplesOf(path: Path, from_ms: number, to_ms: number) {
  const samples = Array.from({ length: path.length }, (_, i) => ({
    time: path.time_ms[i] as number,
    x: path.x[i] as number,
    y: path.y[i] as number,
    z: path.z[i] as number,
    health: path.health[i] as number,
    speed: path.speed[i] as number,
    weapon: path.weapon[i] as number,
    stance: path.stance[i] as number,
    sprint: path.sprint[i] as number,
    event: PATH_EVENTS[path.event[i] as number] as string,
  }))
  return samples.filter(({ time }) => time >= from_ms && time <= to_ms)
}
