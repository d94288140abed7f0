import type { Judged } from './engagements.ts'
import { type LivesByPlayer, lifeAt } from './lives.ts'
import { nearestPoint } from './paths.ts'
import { SUPPORT_DISTANCE } from './support.ts'
import { POSITION_TOLERANCE_MS } from './trades.ts'

/**
 * Who lives this near to the place of a fight could join in, units, 2-D: the reach of the tracker's own sensor of
 * crossfires (tracker-semantics 16.3). That sensor looks for a free line too, but only some builds have it, and each
 * counts something else; this can be told of every file.
 */
export const CROSSFIRE_REACH = 2000

/** Who could have done what when the target of a fight was first hit. Indices of players. */
export interface FightChance {
  readonly target: number
  /** The enemies who hit him, whenever in the fight. */
  readonly hitters: ReadonlySet<number>
  /** These, and the others of their side within {@link CROSSFIRE_REACH}: any two with a hitter could make a crossfire. */
  readonly able: readonly number[]
  /** Who of these took part in the crossfire. */
  readonly crossfire: ReadonlySet<number>
  /** Living mates of the target within {@link SUPPORT_DISTANCE}, and all others whose place is known. */
  readonly beside: readonly number[]
  readonly apart: readonly number[]
}

/** The chances of every fight without bots, by who lived where at its first hit. None where the file has no lives. */
export function fightChances(judged: readonly Judged[], lives: LivesByPlayer): readonly FightChance[] {
  if (lives.every((own) => own.length === 0)) return []
  return judged.filter(({ category }) => category === 'fight').map((fight) => chanceOf(fight, lives))
}

function chanceOf({ engagement, target, enemies, crossfire }: Judged, lives: LivesByPlayer): FightChance {
  const { start_x, start_y, target_team } = engagement
  const hit_ms = enemies[0]?.first_hit_ms ?? engagement.start_time_ms
  const hitters = new Set(enemies.map(({ player }) => player))
  const able = [...hitters]
  const beside: number[] = []
  const apart: number[] = []
  for (const [player, own] of lives.entries()) {
    const life = lifeAt(own, hit_ms)
    if (life === undefined || player === target || hitters.has(player)) continue
    const nearest = nearestPoint(life.path, hit_ms, POSITION_TOLERANCE_MS)
    if (nearest < 0) continue
    const distance = Math.hypot((life.path.x[nearest] as number) - start_x, (life.path.y[nearest] as number) - start_y)
    if (life.team !== target_team) {
      if (distance <= CROSSFIRE_REACH) able.push(player)
    } else if (distance <= SUPPORT_DISTANCE) beside.push(player)
    else apart.push(player)
  }
  return { target, hitters, able, crossfire: new Set(crossfire.map(({ player }) => player)), beside, apart }
}
