import { PATH_EVENTS, type Path } from '../../src/format/codec.ts'
import type { Engagement, MovementCell, ObjectiveFocus, PlayerTrack } from '../../src/format/core-sections.ts'
import { guid, name, team, WEAPONS } from './fights.ts'
import { apart, type Place } from './ground.ts'
import { type Life, type Moment, type Tape, TICK_MS } from './tape.ts'

const SAMPLE_MS = 500
const MOVING = 10
const RADIUS_UNITS = 500

/** One track per life. */
export function tracksOf(tape: Tape): PlayerTrack[] {
  return tape.lives.map((life) => {
    const { fighter, start_ms, end_ms, ends, moments } = life
    const moved = moments.findIndex(({ speed }) => speed > MOVING)
    const path = pathOf(tape, life)
    return {
      guid: guid(tape, fighter),
      name: name(tape, fighter),
      team: team(tape, fighter),
      player_class: tape.people[fighter]?.player_class ?? 'UNKNOWN',
      spawn_time_ms: start_ms,
      death_time_ms: end_ms,
      first_move_time_ms: moved === -1 ? null : start_ms + moved * TICK_MS,
      death_type: ends,
      samples: path.length,
      path,
    }
  })
}

/** The moments of a life at the sample rhythm, the last one always among them. */
function samplesOf({ start_ms, end_ms, moments }: Life): (readonly [time_ms: number, moment: Moment])[] {
  const every = SAMPLE_MS / TICK_MS
  const samples = moments
    .map((moment, tick) => [start_ms + tick * TICK_MS, moment, tick] as const)
    .filter(([time, , tick]) => tick % every === 0 && time < end_ms)
    .map(([time, moment]) => [time, moment] as const)
  return [...samples, [end_ms, moments.at(-1) as Moment]]
}

function pathOf(tape: Tape, life: Life): Path {
  const samples = samplesOf(life)
  const moments = samples.map(([, moment]) => moment)
  const last = samples.length - 1
  const eventOf = (i: number) => (i === last ? life.ends : i === 0 ? life.begins : 'sample')
  return {
    length: samples.length,
    time_ms: Int32Array.from(samples, ([time]) => time),
    x: Float64Array.from(moments, ({ x }) => x),
    y: Float64Array.from(moments, ({ y }) => y),
    z: Float64Array.from(moments, ({ z }) => z),
    health: Int16Array.from(moments, ({ health }) => Math.round(health)),
    speed: Float64Array.from(moments, ({ speed }) => speed),
    weapon: Uint8Array.from(moments, () => WEAPONS[team(tape, life.fighter)]),
    stance: Uint8Array.from(moments, ({ stance }) => stance),
    sprint: Uint8Array.from(moments, ({ sprint }) => sprint),
    event: Uint8Array.from(samples, (_, i) => PATH_EVENTS.indexOf(eventOf(i))),
  }
}

export function cellOf({ x, y }: Pick<Place, 'x' | 'y'>): readonly [grid_x: number, grid_y: number] {
  return [Math.floor(x / 512), Math.floor(y / 512)]
}

/** Samples, hits taken and escapes per cell. */
export function movementCells(tape: Tape, fights: readonly Engagement[]): MovementCell[] {
  const cells = new Map<string, { -readonly [K in keyof MovementCell]: MovementCell[K] }>()
  const cell = (place: Pick<Place, 'x' | 'y'>) => {
    const [grid_x, grid_y] = cellOf(place)
    const key = `${grid_x} ${grid_y}`
    const known = cells.get(key) ?? { grid_x, grid_y, traversal: 0, combat: 0, escape: 0 }
    cells.set(key, known)
    return known
  }
  for (const life of tape.lives) for (const [, moment] of samplesOf(life)) cell(moment).traversal += 1
  for (const { outcome, end_x, end_y, positions } of fights) {
    for (let i = 0; i < positions.length; i++) {
      if (positions.event[i] === 1) cell({ x: positions.x[i] as number, y: positions.y[i] as number }).combat += 1
    }
    if (outcome === 'escaped') cell({ x: end_x, y: end_y }).escape += 1
  }
  return [...cells.values()].sort((a, b) => a.grid_x - b.grid_x || a.grid_y - b.grid_y)
}

/** How near everybody was to the objective. */
export function focusRows(tape: Tape): ObjectiveFocus[] {
  const objective = tape.ground.places[tape.ground.objective] as Place
  return tape.people.map((person, fighter) => {
    const lives = tape.lives.filter((life) => life.fighter === fighter)
    const distances = lives.flatMap((life) => samplesOf(life).map(([, moment]) => apart(moment, objective)))
    const within = distances.filter((distance) => distance <= RADIUS_UNITS).length
    return {
      guid: person.guid,
      name: person.name,
      team: team(tape, fighter),
      objective: tape.ground.objective_name,
      avg_distance: distances.reduce((sum, distance) => sum + distance, 0) / distances.length,
      time_within_radius_ms: within * SAMPLE_MS,
      samples: distances.length,
    }
  })
}
