/** How well several attackers concentrated on one target. */
import { onFightEnd } from './fights.ts'
import { recordLater } from './schedule.ts'

/** Attackers who all join within no time score full, those this far apart nothing. */
const SPREAD_MS = 2_000
/** This much damage a second scores full. */
const FULL_DAMAGE = 500
/** A fight that ends at once is taken to last this long. */
const SHORTEST_MS = 100

export function recordFocusFire(): void {
  onFightEnd('focus_fire', (fight) => {
    const { attackers } = fight
    if (attackers.length < 2) return
    const duration_ms = fight.end_ms - fight.start_ms
    const last = attackers[attackers.length - 1] as (typeof attackers)[number]
    const spread_ms = last.first_hit_ms - fight.start_ms
    const damage_a_second = (fight.damage * 1_000) / math.max(duration_ms, SHORTEST_MS)
    const guids: string[] = []
    for (const attacker of attackers) guids.push(attacker.guid)
    recordLater('focus_fire', {
      engagement_id: fight.id,
      target_guid: fight.target.guid,
      target_name: fight.name,
      attacker_count: attackers.length,
      attacker_guids: guids,
      total_damage: fight.damage,
      duration_ms,
      focus_score: 0.6 * (1 - math.min(spread_ms / SPREAD_MS, 1)) + 0.4 * math.min(damage_a_second / FULL_DAMAGE, 1),
    })
  })
}
