import type { PairRow, RosterPlayer, TradeRow } from './derived.ts'
import type { Judged } from './engagements.ts'
import type { LivesByPlayer } from './lives.ts'
import type { FightChance } from './pair-chances.ts'
import { lengthOf, sharedStays } from './stays.ts'

type Tally = { -readonly [K in keyof PairRow]: PairRow[K] }

/** The players in the order in which a pair names them: by identifier in code units, then by name. */
function ranks(players: readonly RosterPlayer[]): readonly number[] {
  const order = [...players.keys()].sort((a, b) => {
    const [one, other] = [players[a] as RosterPlayer, players[b] as RosterPlayer]
    if (one.guid !== other.guid) return one.guid < other.guid ? -1 : 1
    return one.name < other.name ? -1 : one.name > other.name ? 1 : a - b
  })
  const rank: number[] = []
  for (const [place, player] of order.entries()) rank[player] = place
  return rank
}

/**
 * What two people of one side did together: crossfires, trades and support for each other, and the time and the chances
 * they had for it. Pairs without any of these are left out.
 */
export function pairRows(
  players: readonly RosterPlayer[],
  judged: readonly Judged[],
  chances: readonly FightChance[],
  trades: readonly TradeRow[],
  lives: LivesByPlayer,
): readonly PairRow[] {
  const rank = ranks(players)
  const isFirst = (a: number, b: number) => (rank[a] as number) < (rank[b] as number)
  const pairs = new Map<number, Tally>()
  const hasLives = lives.some((own) => own.length > 0)
  const pairOf = (a: number, b: number): Tally => {
    const [player1, player2] = isFirst(a, b) ? [a, b] : [b, a]
    const key = player1 * players.length + player2
    const pair = pairs.get(key) ?? emptyPair(player1, player2, hasLives)
    pairs.set(key, pair)
    return pair
  }

  for (const [a, own] of lives.entries()) {
    for (let b = a + 1; b < lives.length; b++) {
      const stays = sharedStays(own, lives[b] ?? [])
      const last = stays.at(-1)
      if (last === undefined) continue
      const pair = pairOf(a, b)
      pair.team = last.team
      pair.together_ms = lengthOf(stays)
    }
  }

  for (const { cause, crossfire, category } of judged) {
    if (category === 'bot') continue
    for (const [i, one] of crossfire.entries()) {
      for (const other of crossfire.slice(i + 1)) {
        const pair = pairOf(one.player, other.player)
        pair.crossfire_count += 1
        if (cause === 'enemy') pair.crossfire_kills += 1
        pair.combined_damage += one.damage + other.damage
        pair.delay_sum_ms += other.first_hit_ms - one.first_hit_ms
        pair.delay_count += 1
      }
    }
  }

  for (const { target, able, hitters, beside, apart } of chances) {
    for (let i = 0; i < able.length; i++) {
      for (let j = i + 1; j < able.length; j++) {
        const [one, other] = [able[i] as number, able[j] as number]
        if (!hitters.has(one) && !hitters.has(other)) continue
        const pair = pairOf(one, other)
        pair.crossfire_chances = (pair.crossfire_chances ?? 0) + 1
      }
    }
    for (const [mates, isDone] of [
      [beside, true],
      [apart, false],
    ] as const) {
      for (const mate of mates) {
        const pair = pairOf(mate, target)
        const direction = pair.player1 === mate ? '1_for_2' : '2_for_1'
        pair[`support_chances_${direction}`] = (pair[`support_chances_${direction}`] ?? 0) + 1
        if (isDone) pair[`supports_${direction}`] = (pair[`supports_${direction}`] ?? 0) + 1
      }
    }
  }

  for (const { victim, opportunities, successes } of trades) {
    const traded = new Set(successes.map(({ player }) => player))
    for (const { player } of opportunities) {
      const pair = pairOf(player, victim)
      const direction = pair.player1 === player ? '1_for_2' : '2_for_1'
      pair[`trade_chances_${direction}`] += 1
      // a trade from afar was no chance, and a rate needs both from one set (L-50)
      if (traded.has(player)) pair[`trades_${direction}`] += 1
    }
  }
  return [...pairs.values()].sort((a, b) => a.player1 - b.player1 || a.player2 - b.player2)
}

/** @param hasLives false: nobody knows where anybody was, so that chances are unknown rather than none */
function emptyPair(player1: number, player2: number, hasLives: boolean): Tally {
  const none = hasLives ? 0 : null
  return {
    player1,
    player2,
    team: null,
    together_ms: 0,
    crossfire_chances: none,
    support_chances_1_for_2: none,
    supports_1_for_2: none,
    support_chances_2_for_1: none,
    supports_2_for_1: none,
    crossfire_count: 0,
    crossfire_kills: 0,
    combined_damage: 0,
    delay_sum_ms: 0,
    delay_count: 0,
    trade_chances_1_for_2: 0,
    trades_1_for_2: 0,
    trade_chances_2_for_1: 0,
    trades_2_for_1: 0,
  }
}
