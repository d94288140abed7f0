import type { TrioRow } from './derived.ts'
import type { LivesByPlayer } from './lives.ts'
import type { FightChance } from './pair-chances.ts'
import { lengthOf, sharedStays } from './stays.ts'

/** Shorter together is nobody's line-up, ms. */
export const LEAST_TRIO_MS = 60_000
/** With more people in a round trios are too many to mean anything, and a hostile file could hold thousands. */
const MOST_PLAYERS = 40

/** What three people of one side did together who were together for {@link LEAST_TRIO_MS}. */
export function trioRows(chances: readonly FightChance[], lives: LivesByPlayer): readonly TrioRow[] {
  const trios: TrioRow[] = []
  if (lives.filter((own) => own.length > 0).length > MOST_PLAYERS) return trios
  for (let player1 = 0; player1 < lives.length; player1++) {
    for (let player2 = player1 + 1; player2 < lives.length; player2++) {
      const pair = sharedStays(lives[player1] ?? [], lives[player2] ?? [])
      if (lengthOf(pair) < LEAST_TRIO_MS) continue
      for (let player3 = player2 + 1; player3 < lives.length; player3++) {
        const stays = sharedStays(pair, lives[player3] ?? [])
        const together_ms = lengthOf(stays)
        const team = stays.at(-1)?.team
        if (team === undefined || together_ms < LEAST_TRIO_MS) continue
        trios.push({
          player1,
          player2,
          player3,
          team,
          together_ms,
          ...crossfiresOf([player1, player2, player3], chances),
        })
      }
    }
  }
  return trios
}

/** Each fight counts once, however many of them could or did. */
function crossfiresOf(players: readonly number[], chances: readonly FightChance[]) {
  let [crossfire_chances, crossfire_count, crossfires_of_three] = [0, 0, 0]
  for (const { able, hitters, crossfire } of chances) {
    let [could, did, isHit] = [0, 0, false]
    for (const player of players) {
      if (crossfire.has(player)) did += 1
      if (!able.includes(player)) continue
      could += 1
      isHit ||= hitters.has(player)
    }
    if (could < 2 || !isHit) continue
    crossfire_chances += 1
    if (did >= 2) crossfire_count += 1
    if (did === 3) crossfires_of_three += 1
  }
  return { crossfire_chances, crossfire_count, crossfires_of_three }
}
