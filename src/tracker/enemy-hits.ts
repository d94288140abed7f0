/** The hits that count as an attack, for every sensor the same: by a player on a living enemy, and not for nothing. */
import { type Hit, onHit } from './events.ts'
import type { Person } from './people.ts'
import { settings } from './settings.ts'

/** Adds work of a sensor for each of them. */
export function onEnemyHit(sensor: string, work: (hit: Hit, attacker: Person) => void): void {
  onHit(sensor, (hit) => {
    const { attacker } = hit
    if (attacker !== undefined && hit.relation === 'enemy' && hit.damage >= settings.min_damage) work(hit, attacker)
  })
}
