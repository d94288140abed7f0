import type { Team } from '../format/codec.ts'

/** Between the first hits of a crossfire, ms, where the file's header does not say (the tracker's own default). */
export const CROSSFIRE_WINDOW_MS = 1000

/** An enemy of the target who hit him in an engagement. */
export interface Hitter {
  readonly player: number
  readonly team: Team
  readonly damage: number
  readonly first_hit_ms: number
  readonly last_hit_ms: number
}

/**
 * The players of a crossfire in order of first hit: the second enemy's first hit comes at most `window_ms` after the
 * first one's; everybody within the window of the first takes part. Empty without a crossfire (tracker-semantics
 * section 5, enemies only).
 *
 * @param enemies one entry per person, by first hit
 */
export function crossfirePlayers(enemies: readonly Hitter[], window_ms: number): readonly Hitter[] {
  const first_ms = enemies[0]?.first_hit_ms ?? 0
  const together = enemies.filter(({ first_hit_ms }) => first_hit_ms - first_ms <= window_ms)
  return together.length >= 2 ? together : []
}

/** Time between the first hits of the first two players, ms; 0 is a value (D37). Null without a crossfire. */
export function crossfireDelay([first, second]: readonly Hitter[]): number | null {
  return first && second ? second.first_hit_ms - first.first_hit_ms : null
}
