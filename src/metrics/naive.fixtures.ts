import type { Engagement, PlayerTrack } from '../format/core-sections.ts'
import type { Round } from '../format/round.ts'

// The definitions of trades and support once more, straight from the words, without regard for time. People are their
// guids, and lives must not overlap.

interface Place {
  readonly time_ms: number
  readonly x: number
  readonly y: number
}

function placesOf({ path }: PlayerTrack): readonly Place[] {
  const places: Place[] = []
  for (let i = 0; i < path.length; i++) {
    const isCamera = path.event[i] === 9
    const before = places.at(-1)
    if (isCamera && !before) continue
    const here = isCamera && before ? before : { x: path.x[i] ?? 0, y: path.y[i] ?? 0 }
    places.push({ time_ms: path.time_ms[i] ?? 0, x: here.x, y: here.y })
  }
  return places
}

export function placeAt(track: PlayerTrack, time_ms: number): Place | undefined {
  const near = placesOf(track).filter((place) => Math.abs(place.time_ms - time_ms) <= 1500)
  return near.sort((a, b) => Math.abs(a.time_ms - time_ms) - Math.abs(b.time_ms - time_ms) || a.time_ms - b.time_ms)[0]
}

export const isAlive = (track: PlayerTrack, time_ms: number) =>
  track.spawn_time_ms <= time_ms && time_ms <= (track.death_time_ms ?? Number.NaN)
export const isNear = (a: Place, x: number, y: number, units: number) => (a.x - x) ** 2 + (a.y - y) ** 2 <= units ** 2
export const enemiesIn = ({ attackers, target_team, target_guid }: Engagement) =>
  attackers.filter(({ team, guid }) => team !== target_team && guid !== target_guid)

/** Points with a fighting mate near, and all points. */
export function naiveSupport({ rows }: Round): readonly [supported: number, all: number] {
  const inCombat = (guid: string, time_ms: number) =>
    rows.engagements.some((engagement) => {
      const enemies = enemiesIn(engagement)
      if (enemies.length === 0) return false
      const { target_guid, start_time_ms, end_time_ms } = engagement
      if (target_guid === guid && start_time_ms <= time_ms && time_ms <= end_time_ms + 1500) return true
      return enemies.some(
        (hit) => hit.guid === guid && hit.first_hit_ms <= time_ms && time_ms <= hit.last_hit_ms + 1500,
      )
    })
  const supported = (own: PlayerTrack, { time_ms, x, y }: Place) =>
    rows.player_tracks.some((mate) => {
      if (mate.guid === own.guid || mate.team !== own.team || !isAlive(mate, time_ms)) return false
      const place = placeAt(mate, time_ms)
      return place !== undefined && isNear(place, x, y, 600) && inCombat(mate.guid, time_ms)
    })
  const points = rows.player_tracks.flatMap((track) => placesOf(track).map((place) => ({ track, place })))
  return [points.filter(({ track, place }) => supported(track, place)).length, points.length]
}

/** The mates of a victim by what they made of his death, as guids, and whether he was alone. */
export interface NaiveTrade {
  readonly row_no: number
  readonly opportunities: readonly string[]
  readonly attempts: readonly string[]
  readonly successes: readonly string[]
  readonly missed: readonly string[]
  readonly isolated: boolean
}

const distinct = (guids: readonly string[]) => [...new Set(guids)].sort()

/** Every death by an enemy. Sides are those of the attackers, or by `sideOf` for who hit nobody, or the enemy's. */
export function naiveTrades(
  { rows }: Round,
  sideOf: (guid: string, time_ms: number) => string | undefined,
): readonly NaiveTrade[] {
  if (rows.player_tracks.length === 0) return []
  const killOf = ({ outcome, killer_guid, attackers, target_guid, target_team, end_time_ms }: Engagement) => {
    if (outcome !== 'killed' || killer_guid === null || killer_guid === target_guid) return null
    const entry = attackers.find(({ guid }) => guid === killer_guid)
    const other = target_team === 'AXIS' ? 'ALLIES' : 'AXIS'
    const team = entry?.team ?? sideOf(killer_guid, end_time_ms) ?? other
    return team === target_team ? null : { guid: killer_guid, team }
  }
  return rows.engagements.flatMap((death) => {
    const killer = killOf(death)?.guid
    const { end_time_ms: at, target_guid, target_team } = death
    if (killer === undefined) return []
    const onKiller = rows.engagements.filter((engagement) => engagement.target_guid === killer)
    const inWindow = (time_ms: number) => at <= time_ms && time_ms <= at + 3000
    const mates = rows.player_tracks.filter(
      (mate) => mate.guid !== target_guid && mate.team === target_team && isAlive(mate, at),
    )
    const within = (units: number) =>
      mates.filter((mate) => {
        const place = placeAt(mate, at)
        return place !== undefined && isNear(place, death.end_x, death.end_y, units)
      })
    const attempts = onKiller.flatMap((engagement) =>
      enemiesIn(engagement).filter(
        ({ guid, team, first_hit_ms, last_hit_ms }) =>
          guid !== target_guid && team === target_team && last_hit_ms >= at && first_hit_ms <= at + 3000,
      ),
    )
    const successes = onKiller.flatMap((engagement) => {
      const kill = killOf(engagement)
      const isTrade = kill !== null && kill.guid !== target_guid && kill.team === target_team
      return isTrade && inWindow(engagement.end_time_ms) ? [kill.guid] : []
    })
    const opportunities = distinct(within(800).map(({ guid }) => guid))
    const tried = distinct(attempts.map(({ guid }) => guid))
    return [
      {
        row_no: rows.engagements.indexOf(death),
        opportunities,
        attempts: tried,
        successes: distinct(successes),
        missed: opportunities.filter((guid) => !tried.includes(guid)),
        isolated: within(1200).length === 0,
      },
    ]
  })
}
