import { crossfireDelay } from './crossfires.ts'
import type { Judged } from './engagements.ts'

function noFights() {
  return {
    deaths: 0,
    deaths_by_enemy: 0,
    kills: 0,
    solo_kills: 0,
    assisted_kills: 0,
    attacks: 0,
    solo_attacks: 0,
    damage_dealt: 0,
    damage_taken: 0,
    times_targeted: 0,
    times_focused: 0,
    focus_escapes: 0,
    focus_deaths: 0,
    solo_escapes: 0,
    solo_deaths: 0,
    escape_distance_sum: 0,
    escape_count: 0,
    target_duration_sum_ms: 0,
    crossfire_participations: 0,
    crossfire_kills: 0,
    crossfire_damage: 0,
    crossfire_final_blows: 0,
    crossfire_delay_sum_ms: 0,
    crossfire_delay_count: 0,
    crossfire_late_joins: 0,
  }
}

export type FightSums = ReturnType<typeof noFights>

function addDeath(sums: readonly FightSums[], { cause, killer, enemies, target, category }: Judged): void {
  const victim = sums[target]
  if (cause === 'none' || category === 'bot' || !victim) return
  victim.deaths += 1
  if (cause === 'enemy') victim.deaths_by_enemy += 1
  const by = killer === null ? undefined : sums[killer]
  if (!by) return
  by.kills += 1
  if (enemies.every(({ player }) => player === killer)) by.solo_kills += 1
  else by.assisted_kills += 1
}

function addTarget(sums: FightSums, { engagement, enemies, cause }: Judged): void {
  const situation = enemies.length >= 2 ? 'focus' : 'solo'
  sums.times_targeted += 1
  sums.target_duration_sum_ms += engagement.duration_ms
  sums.damage_taken += enemies.reduce((sum, { damage }) => sum + damage, 0)
  if (situation === 'focus') sums.times_focused += 1
  if (cause !== 'none') sums[`${situation}_deaths`] += 1
  if (engagement.outcome !== 'escaped') return
  sums[`${situation}_escapes`] += 1
  sums.escape_distance_sum += engagement.distance_traveled
  sums.escape_count += 1
}

function addAttackers(sums: readonly FightSums[], { enemies, crossfire, cause, killer }: Judged): void {
  for (const hitter of enemies) {
    const own = sums[hitter.player]
    if (!own) continue
    own.attacks += 1
    own.damage_dealt += hitter.damage
    if (enemies.length === 1) own.solo_attacks += 1
    if (crossfire.length === 0) continue
    if (!crossfire.includes(hitter)) {
      own.crossfire_late_joins += 1
      continue
    }
    own.crossfire_participations += 1
    own.crossfire_damage += hitter.damage
    own.crossfire_delay_sum_ms += crossfireDelay(crossfire) ?? 0
    own.crossfire_delay_count += 1
    if (cause === 'enemy') own.crossfire_kills += 1
    if (killer === hitter.player) own.crossfire_final_blows += 1
  }
}

/** Sums over the engagements of a round for each of `players` players. Without an enemy's hit only the death counts, with a bot nothing. */
export function sumFights(judged: readonly Judged[], players: number): readonly FightSums[] {
  const sums = Array.from({ length: players }, noFights)
  for (const one of judged) {
    addDeath(sums, one)
    const target = sums[one.target]
    if (one.category !== 'fight' || !target) continue
    addTarget(target, one)
    addAttackers(sums, one)
  }
  return sums
}
