import type { Life } from './lives.ts'
import { lastUntil } from './sorted.ts'

/** Where a player is at a moment. One of these is filled again and again, because it is asked for every frame. */
export interface Place {
  /** `away`: not in the game, or waiting for the next wave. `gap`: alive, but where is not known. */
  state: 'away' | 'here' | 'gap'
  life: Life | null
  x: number
  y: number
  z: number
  health: number
  weapon: number
  stance: number
}

export function noPlace(): Place {
  return { state: 'away', life: null, x: 0, y: 0, z: 0, health: 0, weapon: 0, stance: 0 }
}

/**
 * Puts into `place` where the player of these lives is. Between two samples of one life he goes straight, unless they are
 * more than `longest_ms` apart: then he stays where he was seen last. A sample's own moment gives the sample.
 *
 * @param starts the start of each life
 */
export function findPlace(
  place: Place,
  lives: readonly Life[],
  starts: ArrayLike<number>,
  t_ms: number,
  longest_ms: number,
): void {
  const life = lives[lastUntil(starts, t_ms)]
  if (life === undefined || t_ms > life.end_ms) {
    place.state = 'away'
    place.life = null
    return
  }
  const { time_ms, x, y, z, health, weapon, stance } = life.path
  const at = lastUntil(time_ms, t_ms)
  const from_ms = time_ms[at] as number
  place.state = 'here'
  place.life = life
  place.x = x[at] as number
  place.y = y[at] as number
  place.z = z[at] as number
  place.health = health[at] as number
  place.weapon = weapon[at] as number
  place.stance = stance[at] as number
  if (t_ms === from_ms) return
  // there is a next one: the life has not ended
  const step = (time_ms[at + 1] as number) - from_ms
  if (step > longest_ms) {
    place.state = 'gap'
    return
  }
  const share = (t_ms - from_ms) / step
  place.x += share * ((x[at + 1] as number) - place.x)
  place.y += share * ((y[at + 1] as number) - place.y)
  place.z += share * ((z[at + 1] as number) - place.z)
}
