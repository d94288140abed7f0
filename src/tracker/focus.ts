/** How near each player stays to the objectives of the map. */
import type { Team } from '../format/codec.ts'
import type { Vector } from './engine.ts'
import { onEnd, onSample, onStart } from './events.ts'
import { nearestObjective, type Objective, objectives } from './objectives.ts'
import type { Person } from './people.ts'
import { record } from './sensors.ts'
import { settings } from './settings.ts'

interface Focus {
  readonly guid: string
  readonly name: string
  readonly team: Team
  /** Samples at which each objective was the nearest, by its index. */
  readonly nearest: LuaTable<number, number>
  distances: number
  within_ms: number
  samples: number
}

let order: Focus[] = []
const byGuid = new LuaTable<string, Focus | undefined>()

export function watchFocus(): void {
  onStart('objective_focus', clear)
  onSample('objective_focus', sample)
  onEnd('objective_focus', write)
}

function clear(): void {
  for (const { guid } of order) byGuid.set(guid, undefined)
  order = []
}

function sample(person: Person, origin: Vector, elapsed_ms: number): void {
  const [index, distance] = nearestObjective(origin)
  if (index === undefined) return
  let focus = byGuid.get(person.guid)
  if (focus === undefined) {
    focus = {
      guid: person.guid,
      name: person.name,
      team: person.team,
      nearest: new LuaTable(),
      distances: 0,
      within_ms: 0,
      samples: 0,
    }
    byGuid.set(person.guid, focus)
    order.push(focus)
  }
  focus.nearest.set(index, (focus.nearest.get(index) ?? 0) + 1)
  focus.distances += distance
  focus.samples += 1
  if (distance <= settings.objective_radius) focus.within_ms += elapsed_ms
}

function write(): void {
  for (const focus of order) {
    record('objective_focus', {
      guid: focus.guid,
      name: focus.name,
      team: focus.team,
      objective: favourite(focus),
      avg_distance: focus.distances / focus.samples,
      time_within_radius_ms: focus.within_ms,
      samples: focus.samples,
    })
  }
}

/** The one that was nearest most often; of several the first of the map. */
function favourite(focus: Focus): string {
  let [name, most] = ['', 0]
  const places = objectives()
  for (let i = 0; i < places.length; i++) {
    const count = focus.nearest.get(i) ?? 0
    if (count > most) {
      name = (places[i] as Objective).name
      most = count
    }
  }
  return name
}
