import type { PlayerTrack } from '../format/core-sections.ts'
import type { Round } from '../format/round.ts'
import { enemiesIn, isAlive, isNear, placeAt } from './naive.fixtures.ts'

/** The chances of two people, as the words of their definition have them. People are their guids. */
interface NaivePair {
  readonly guids: readonly string[]
  readonly chances: number
  /** Done and chances, of the first for the second and the other way round. */
  readonly supports: readonly (readonly [done: number, chances: number])[]
}

/** Every pair that had a chance, the smaller guid first. Lives must not overlap. */
export function naivePairs({ rows }: Round): readonly NaivePair[] {
  if (rows.player_tracks.length === 0) return []
  const named = [...rows.player_tracks, ...rows.engagements.flatMap(({ attackers }) => attackers)]
  const targets = rows.engagements.map(({ target_guid }) => target_guid)
  const guids = [...new Set([...named.map(({ guid }) => guid), ...targets])]
  const fights = rows.engagements.filter((fight) => enemiesIn(fight).length > 0)
  // where one life ends as the next begins, the next
  const lifeAt = (guid: string, time_ms: number): PlayerTrack | undefined =>
    rows.player_tracks.findLast((life) => life.guid === guid && isAlive(life, time_ms))

  const pairs = guids.flatMap((one) => guids.filter((other) => one < other).map((other) => [one, other] as const))
  return pairs.flatMap((pair) => {
    let chances = 0
    const supports: [number, number][] = [
      [0, 0],
      [0, 0],
    ]
    for (const fight of fights) {
      const enemies = enemiesIn(fight)
      const hit_ms = Math.min(...enemies.map(({ first_hit_ms }) => first_hit_ms))
      const hits = (guid: string) => enemies.some((enemy) => enemy.guid === guid)
      const within = (guid: string, team: string, units: number) => {
        const life = lifeAt(guid, hit_ms)
        const place = life && placeAt(life, hit_ms)
        if (guid === fight.target_guid || life?.team !== team || place === undefined) return undefined
        return isNear(place, fight.start_x, fight.start_y, units)
      }
      const other = fight.target_team === 'AXIS' ? 'ALLIES' : 'AXIS'
      const could = (guid: string) => hits(guid) || within(guid, other, 2000) === true
      if (pair.some(hits) && pair.every(could)) chances += 1
      for (const [i, mate] of pair.entries()) {
        if (pair[1 - i] !== fight.target_guid || hits(mate)) continue
        const beside = within(mate, fight.target_team, 600)
        if (beside === undefined) continue
        const [done, all] = supports[i] as [number, number]
        supports[i] = [done + (beside ? 1 : 0), all + 1]
      }
    }
    return chances === 0 && supports.flat().every((count) => count === 0) ? [] : [{ guids: pair, chances, supports }]
  })
}
