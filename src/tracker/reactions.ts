/** How the target of a fight and his mates answer it. */
import { onEnemyHit } from './enemy-hits.ts'
import { attackerIn } from './fight.ts'
import { onFightEnd, openFights } from './fights.ts'
import { recordLater } from './schedule.ts'
import { settings } from './settings.ts'

const SENSOR = 'reaction_tracking'

export function recordReactions(): void {
  // hitting somebody who has already hit the target is an answer, by himself or by a mate
  onEnemyHit(SENSOR, (hit, attacker) => {
    for (const fight of openFights()) {
      const after_ms = hit.time_ms - fight.start_ms
      if (after_ms <= settings.reaction_window_ms && attackerIn(fight, hit.target) !== undefined) {
        if (attacker === fight.target) fight.return_fire_ms ??= after_ms
        else if (attacker.side === fight.side) fight.support_ms ??= after_ms
      }
    }
  })
  onFightEnd(SENSOR, (fight) => {
    recordLater('reaction_metrics', {
      engagement_id: fight.id,
      target_guid: fight.target.guid,
      target_name: fight.name,
      target_team: fight.team,
      target_class: fight.player_class,
      outcome: fight.outcome,
      num_attackers: fight.attackers.length,
      return_fire_ms: fight.return_fire_ms,
      dodge_reaction_ms: fight.dodge.reaction_ms,
      support_reaction_ms: fight.support_ms,
      start_time_ms: fight.start_ms,
      end_time_ms: fight.end_ms,
      duration_ms: fight.end_ms - fight.start_ms,
    })
  })
}
