/** An invented map: places to walk between, and buildings that nobody sees through. */
export interface Ground {
  readonly name: string
  readonly places: readonly Place[]
  readonly buildings: readonly (readonly [x1: number, y1: number, x2: number, y2: number])[]
  readonly axis_spawn: number
  readonly allies_spawn: number
  /** The place that Allies attack in the first round, and its name. */
  readonly objective: number
  readonly objective_name: string
}

export interface Place {
  readonly x: number
  readonly y: number
  readonly z: number
}

const LONGEST_WALK = 2_000

/** True if no building stands between two points. */
export function sees({ buildings }: Ground, a: Place, b: Place): boolean {
  return buildings.every(([x1, y1, x2, y2]) => {
    // the part of the line from a to b that lies inside the box (Liang and Barsky)
    let from = 0
    let to = 1
    for (const [start, step, low, high] of [[a.x, b.x - a.x, x1, x2] as const, [a.y, b.y - a.y, y1, y2] as const]) {
      if (step === 0) {
        if (start < low || start > high) return true
        continue
      }
      const [enter, leave] = [(low - start) / step, (high - start) / step].sort((p, q) => p - q) as [number, number]
      from = Math.max(from, enter)
      to = Math.min(to, leave)
    }
    return from >= to
  })
}

export function apart(a: Place, b: Place): number {
  return Math.hypot(a.x - b.x, a.y - b.y, a.z - b.z)
}

/** The shortest way from place to place, without the first one; `detour` makes some places less liked. */
export function wayTo(ground: Ground, from: number, to: number, detour: (place: number) => number): number[] {
  const { places } = ground
  const cost = places.map((_, place) => (place === from ? 0 : Number.POSITIVE_INFINITY))
  const before = places.map(() => -1)
  const open = new Set(places.keys())
  while (open.size > 0) {
    const here = [...open].reduce((best, place) => ((cost[place] as number) < (cost[best] as number) ? place : best))
    open.delete(here)
    for (const [there, place] of places.entries()) {
      const length = apart(places[here] as Place, place)
      if (!open.has(there) || length > LONGEST_WALK || !sees(ground, places[here] as Place, place)) continue
      const sum = (cost[here] as number) + length + detour(there)
      if (sum >= (cost[there] as number)) continue
      cost[there] = sum
      before[there] = here
    }
  }
  const way: number[] = []
  for (let place = to; place !== from && place !== -1; place = before[place] as number) way.unshift(place)
  return way
}
