import type { Judged } from './engagements.ts'

/**
 * Who defended in a fight: the target, and each of his mates who hit one of the enemy attackers while it was open. Of an
 * attacker's hits the file has the first and the last, so a mate counts whose time from first to last hit on such an
 * enemy meets the fight's time. 0 unless a fight.
 *
 * @param byTarget the engagements against each player
 */
export function countDefenders(fight: Judged, byTarget: readonly (readonly Judged[])[]): number {
  if (fight.category !== 'fight') return 0
  const { start_time_ms, end_time_ms, target_team } = fight.engagement
  const defenders = new Set([fight.target])
  for (const { player } of fight.enemies) {
    for (const { enemies: hitters } of byTarget[player] ?? []) {
      for (const mate of hitters) {
        const meanwhile = mate.first_hit_ms <= end_time_ms && mate.last_hit_ms >= start_time_ms
        if (mate.team === target_team && meanwhile) defenders.add(mate.player)
      }
    }
  }
  return defenders.size
}
