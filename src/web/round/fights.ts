import type { Round } from './use-round.ts'

export type Fight = Round['engagements'][number]

/** `3v2`: enemies who hit the target, and those who stood on his side. */
export function shapeOf({ num_attackers, defenders }: Fight): string {
  return `${num_attackers}v${defenders}`
}

/** Fights between people of two sides, in the order of time; the only ones that count. */
export function fightsOf({ engagements }: Round): readonly Fight[] {
  return engagements
    .filter(({ category }) => category === 'fight')
    .sort((a, b) => a.start_time_ms - b.start_time_ms || a.id - b.id)
}

/** True if a player hit or was hit. */
export function isIn({ target, attackers }: Fight, player: number): boolean {
  return target === player || attackers.some((attacker) => attacker.player === player)
}
