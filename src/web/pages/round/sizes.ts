import { type Fight, shapeOf } from '../../round/fights.ts'

/** The fights of one size. */
export interface Size {
  readonly name: string
  readonly n: number
  /** In how many of them the target died. */
  readonly died: number
}

const NAMED = ['1v1', '2v1', '2v2', '1v2'] as const
const OTHER = 'other'

/** Fights by size in a fixed order; sizes without a name of their own together. */
export function sizesOf(fights: readonly Fight[]): readonly Size[] {
  return [...NAMED, OTHER].map((name) => {
    const those = fights.filter((fight) => (NAMED.find((named) => named === shapeOf(fight)) ?? OTHER) === name)
    return { name, n: those.length, died: those.filter(({ cause }) => cause !== 'none').length }
  })
}
