import { type Interval, intervalOf } from './share-interval.ts'

/** An engagement, as far as its size goes. */
export interface SizedFight {
  readonly category: string
  readonly cause: string
  readonly num_attackers: number
  readonly defenders: number
  readonly target: number
  readonly attackers: readonly { readonly player: number }[]
}

/** The fights of one size: of everybody, or those in which a player hit or was hit. */
export interface FightSize {
  readonly player: number | null
  /** `2v1`: enemies who hit the target, and those on his side; `other`: those of no size of this list. */
  readonly size: string
  readonly fights: number
  /** In how many of them the target died. */
  readonly died: number
  readonly interval: Interval | null
}

const OTHER = 'other'
const SIZES = ['1v1', '2v1', '2v2', '1v2', OTHER] as const

/** Fights between people by size, in a fixed order: first of everybody, then of each who had a part in one. */
export function fightSizes(engagements: readonly SizedFight[]): FightSize[] {
  const fights = engagements.filter(({ category }) => category === 'fight')
  const inFights = (fight: SizedFight) => [fight.target, ...fight.attackers.map(({ player }) => player)]
  const players = [...new Set(fights.flatMap(inFights))].sort((a, b) => a - b)
  return [
    ...sizesOf(fights, null),
    ...players.flatMap((player) =>
      sizesOf(
        fights.filter((fight) => inFights(fight).includes(player)),
        player,
      ),
    ),
  ]
}

function sizesOf(fights: readonly SizedFight[], player: number | null): FightSize[] {
  return SIZES.map((size) => {
    const those = fights.filter((fight) => sizeOf(fight) === size)
    const died = those.filter(({ cause }) => cause !== 'none').length
    return { player, size, fights: those.length, died, interval: intervalOf(died, those.length) }
  })
}

function sizeOf({ num_attackers, defenders }: SizedFight): (typeof SIZES)[number] {
  return SIZES.find((size) => size === `${num_attackers}v${defenders}`) ?? OTHER
}
