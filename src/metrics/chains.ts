/** Kills that follow each other within this time are one run, ms. */
export const KILL_GAP_MS = 10_000
/** Revives that follow each other within this time are one chain, ms. */
export const REVIVE_GAP_MS = 10_000

/** Something that one person did to another. */
export interface Deed {
  readonly time_ms: number
  readonly player: number
  readonly other: number
}

/** A death by an enemy, and who of the victim's mates killed the killer in time. */
export interface TradedDeath {
  readonly time_ms: number
  readonly victim: number
  readonly killer: number
  readonly successes: readonly { readonly player: number; readonly kill_time_ms: number }[]
}

/**
 * Deeds of one person in a row, each at most `gap_ms` after the one before, with no death of his own between them.
 *
 * @param deeds of one round
 * @param deaths of the same round
 */
export function runsOf(
  deeds: readonly Deed[],
  deaths: readonly { readonly time_ms: number; readonly victim: number }[],
  gap_ms: number,
): readonly (readonly Deed[])[] {
  const runs: Deed[][] = []
  for (const player of new Set(deeds.map((deed) => deed.player))) {
    const own = deeds.filter((deed) => deed.player === player)
    const ends = deaths.filter(({ victim }) => victim === player)
    let last: Deed | null = null
    for (const deed of own.sort((a, b) => a.time_ms - b.time_ms)) {
      const goesOn =
        last !== null &&
        deed.time_ms - last.time_ms <= gap_ms &&
        !ends.some(({ time_ms }) => time_ms >= (last as Deed).time_ms && time_ms < deed.time_ms)
      if (goesOn) runs.at(-1)?.push(deed)
      else runs.push([deed])
      last = deed
    }
  }
  return runs
}

/**
 * Deaths that answer each other: the killer of each is the victim of the next, by a mate of the one whom he killed, in
 * the trade window. A death that answers several goes on from the last of them.
 *
 * @param deaths of one round
 */
export function tradeChains(deaths: readonly TradedDeath[]): readonly (readonly TradedDeath[])[] {
  const before = new Map<TradedDeath, TradedDeath>()
  const ordered = [...deaths].sort((a, b) => a.time_ms - b.time_ms)
  for (const death of ordered) {
    for (const { player, kill_time_ms } of death.successes) {
      const answer = ordered.find(
        (one) => one.victim === death.killer && one.killer === player && one.time_ms === kill_time_ms && one !== death,
      )
      // the later ones take the place of the earlier
      if (answer !== undefined) before.set(answer, death)
    }
  }
  const after = new Map([...before].map(([answer, death]) => [death, answer]))
  return ordered
    .filter((death) => !before.has(death))
    .map((start) => {
      const chain = [start]
      for (let next = after.get(start); next !== undefined; next = after.get(next)) chain.push(next)
      return chain
    })
}
