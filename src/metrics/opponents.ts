import type { FightRow, OpponentRow } from './derived.ts'

/** Who fought and killed whom, by attacker, then by target. */
export function opponentRows(fights: readonly FightRow[]): readonly OpponentRow[] {
  const rows = new Map<string, { -readonly [K in keyof OpponentRow]: OpponentRow[K] }>()
  const rowOf = (attacker: number, target: number) => {
    const key = `${attacker} ${target}`
    const row = rows.get(key) ?? { attacker, target, fights: 0, kills: 0 }
    rows.set(key, row)
    return row
  }
  for (const { category, target, killer, attacker_players } of fights) {
    if (category === 'bot') continue
    if (category === 'fight') for (const attacker of attacker_players) rowOf(attacker, target).fights += 1
    if (killer !== null) rowOf(killer, target).kills += 1
  }
  return [...rows.values()].sort((a, b) => a.attacker - b.attacker || a.target - b.target)
}
