import type { Attacker, Positions } from '../../src/format/codec.ts'
import { POSITION_EVENTS } from '../../src/format/codec.ts'
import type { Engagement } from '../../src/format/core-sections.ts'
import { apart } from './ground.ts'
import { type Death, type Hit, type Moment, momentAt, type Tape } from './tape.ts'

const ESCAPE_MS = 5_000
const ESCAPE_UNITS = 300
const CROSSFIRE_MS = 1_000
const SAMPLE_MS = 500

export const WEAPONS = { AXIS: 3, ALLIES: 8, SPEC: 0 } as const

interface Fight {
  readonly target: number
  readonly hits: Hit[]
  readonly end_ms: number
  readonly outcome: 'killed' | 'escaped' | 'round_end'
  readonly death: Death | undefined
}

/** The engagements of a round, in the order in which they closed. */
export function engagementsOf(tape: Tape): Engagement[] {
  const fights = tape.people.flatMap((_, target) => fightsOf(tape, target))
  const opened = [...fights].sort((a, b) => startOf(a) - startOf(b) || a.target - b.target)
  return fights
    .sort((a, b) => a.end_ms - b.end_ms || a.target - b.target)
    .map((fight) => engagementOf(tape, fight, opened.indexOf(fight) + 1))
}

function startOf({ hits }: Fight): number {
  return (hits[0] as Hit).time_ms
}

/** The hits on one target, cut where he died or got away. */
function fightsOf(tape: Tape, target: number): Fight[] {
  const fights: Fight[] = []
  let hits: Hit[] = []
  const close = (end_ms: number, outcome: Fight['outcome'], death?: Death) => {
    fights.push({ target, hits, end_ms, outcome, death })
    hits = []
  }
  for (const hit of tape.hits.filter((one) => one.target === target)) {
    const gone_ms = hits.length === 0 ? undefined : escapeOf(tape, hits.at(-1) as Hit, hit.time_ms)
    if (gone_ms !== undefined) close(gone_ms, 'escaped')
    hits.push(hit)
    const death = tape.deaths.find(({ victim, time_ms }) => victim === target && time_ms === hit.time_ms)
    if (death !== undefined) close(hit.time_ms, 'killed', death)
  }
  if (hits.length === 0) return fights
  const gone_ms = escapeOf(tape, hits.at(-1) as Hit, tape.length_ms)
  close(gone_ms ?? tape.length_ms, gone_ms === undefined ? 'round_end' : 'escaped')
  return fights
}

/** When a target had gone without a hit for 5 s and was 300 units away from his last one. */
function escapeOf(tape: Tape, last: Hit, until_ms: number): number | undefined {
  const from = momentAt(tape, last.target, last.time_ms)
  for (let time = last.time_ms + ESCAPE_MS; time < until_ms; time += 100) {
    const now = momentAt(tape, last.target, time)
    if (from !== undefined && now !== undefined && apart(from, now) >= ESCAPE_UNITS) return time
  }
  return undefined
}

function engagementOf(tape: Tape, fight: Fight, engagement_id: number): Engagement {
  const { target, hits, end_ms, outcome, death } = fight
  const start_ms = startOf(fight)
  const attackers = attackersOf(tape, hits, death)
  const [first, second] = attackers
  const delay = first && second ? second.first_hit_ms - first.first_hit_ms : null
  const is_crossfire = delay !== null && delay <= CROSSFIRE_MS
  const within = attackers.filter(({ first_hit_ms }) => first_hit_ms - start_ms <= CROSSFIRE_MS)
  const at = (time: number) => momentAt(tape, target, time) ?? (momentAt(tape, target, start_ms) as Moment)
  const [start, end] = [at(start_ms), at(end_ms)]
  const stops = [...hits.map(({ time_ms }) => at(time_ms)), end]
  const killer = death === undefined ? undefined : tape.people[death.killer]
  return {
    engagement_id,
    start_time_ms: start_ms,
    end_time_ms: end_ms,
    duration_ms: end_ms - start_ms,
    ...{ target_guid: guid(tape, target), target_name: name(tape, target), target_team: team(tape, target) },
    outcome,
    total_damage_taken: hits.reduce((sum, { damage }) => sum + damage, 0),
    killer_guid: killer?.guid ?? null,
    killer_name: killer?.name ?? null,
    num_attackers: attackers.length,
    is_crossfire,
    crossfire_delay_ms: is_crossfire ? delay : null,
    crossfire_participants: is_crossfire ? within.map((one) => one.guid) : [],
    ...{ start_x: start.x, start_y: start.y, start_z: start.z, end_x: end.x, end_y: end.y, end_z: end.z },
    distance_traveled: stops.slice(1).reduce((sum, stop, i) => sum + apart(stops[i] as Moment, stop), 0),
    positions: positionsOf(fight, at),
    attackers,
  }
}

export const guid = (tape: Tape, fighter: number) => tape.people[fighter]?.guid ?? ''
export const name = (tape: Tape, fighter: number) => tape.people[fighter]?.name ?? ''
export const team = (tape: Tape, fighter: number) => tape.teams[fighter] ?? 'SPEC'

function attackersOf(tape: Tape, hits: readonly Hit[], death: Death | undefined): Attacker[] {
  return [...new Set(hits.map(({ attacker }) => attacker))].map((attacker) => {
    const own = hits.filter((hit) => hit.attacker === attacker)
    return {
      guid: guid(tape, attacker),
      name: name(tape, attacker),
      team: team(tape, attacker),
      damage: own.reduce((sum, { damage }) => sum + damage, 0),
      hits: own.length,
      first_hit_ms: (own[0] as Hit).time_ms,
      last_hit_ms: (own.at(-1) as Hit).time_ms,
      got_kill: death?.killer === attacker,
      weapons: [[WEAPONS[team(tape, attacker)], own.length]],
    }
  })
}

function positionsOf({ hits, end_ms, outcome }: Fight, at: (time: number) => Moment): Positions {
  const start_ms = (hits[0] as Hit).time_ms
  const points: [time: number, event: (typeof POSITION_EVENTS)[number]][] = [[start_ms, 'start']]
  for (const { time_ms } of hits) points.push([time_ms, 'hit'])
  for (let time = start_ms + SAMPLE_MS; time < end_ms; time += SAMPLE_MS) points.push([time, 'sample'])
  points.sort(([a], [b]) => a - b)
  points.push([end_ms, outcome === 'killed' ? 'death' : outcome === 'escaped' ? 'escape' : 'round_end'])
  const moments = points.map(([time]) => at(time))
  return {
    length: points.length,
    time_ms: Int32Array.from(points, ([time]) => time),
    x: Float64Array.from(moments, ({ x }) => x),
    y: Float64Array.from(moments, ({ y }) => y),
    z: Float64Array.from(moments, ({ z }) => z),
    event: Uint8Array.from(points, ([, event]) => POSITION_EVENTS.indexOf(event)),
  }
}
