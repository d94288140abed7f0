import type { Life } from './lives.ts'

/** A time during which somebody, or several together, were alive on a side. */
export type Stay = Pick<Life, 'team' | 'spawn_ms' | 'until_ms'>

/** When both were alive on the same side. Each list is in order and without overlaps, and so is the result. */
export function sharedStays(own: readonly Stay[], others: readonly Stay[]): readonly Stay[] {
  const shared: Stay[] = []
  let i = 0
  let j = 0
  while (i < own.length && j < others.length) {
    const a = own[i] as Stay
    const b = others[j] as Stay
    const spawn_ms = Math.max(a.spawn_ms, b.spawn_ms)
    const until_ms = Math.min(a.until_ms, b.until_ms)
    if (a.team === b.team && spawn_ms < until_ms) shared.push({ team: a.team, spawn_ms, until_ms })
    if (a.until_ms <= b.until_ms) i += 1
    else j += 1
  }
  return shared
}

/** How long they are together, ms. */
export function lengthOf(stays: readonly Stay[]): number {
  return stays.reduce((sum, { spawn_ms, until_ms }) => sum + until_ms - spawn_ms, 0)
}
