/** Fewer others are nobody to compare with. */
const LEAST_OTHERS = 5

/** More, as much, less than most: above or below two thirds of them. */
export type Relation = 'more' | 'as_much' | 'less'

/** Where a value stands among those of others. */
export interface Compared {
  /** Others with less; equal ones count half. */
  readonly below: number
  readonly others: number
  /** Null with fewer than five others. */
  readonly relation: Relation | null
}

/** Compares a value with those of others. More is neither better nor worse. */
export function comparedWith(value: number, others: readonly number[]): Compared {
  const less = others.filter((other) => other < value).length
  const same = others.filter((other) => other === value).length
  const below = less + same / 2
  const part = below / others.length
  const relation = part > 2 / 3 ? 'more' : part < 1 / 3 ? 'less' : 'as_much'
  return { below, others: others.length, relation: others.length < LEAST_OTHERS ? null : relation }
}
