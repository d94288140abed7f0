/** Which part of an enemy's body each bullet hit. */
import { onEnemyHit } from './enemy-hits.ts'
import { recordLater } from './schedule.ts'

export function recordHitRegions(): void {
  onEnemyHit('hit_region_tracking', (hit, attacker) => {
    if (hit.region === undefined) return
    recordLater('hit_regions', {
      time_ms: hit.time_ms,
      attacker_guid: attacker.guid,
      attacker_name: attacker.name,
      victim_guid: hit.target.guid,
      victim_name: hit.target.name,
      // every means of death that has regions belongs to a weapon
      weapon_id: hit.weapon as number,
      region: hit.region,
      damage: hit.damage,
    })
  })
}
