import { type Cell, type EventLayer, measureOf } from './layers.ts'

/** A comparison needs as many events on the map as a share needs cases. */
export const LEAST_EVENTS = 20
/** Where fewer events happened and would have, a cell says nothing yet. */
const LEAST_IN_CELL = 3
/** Four times as many as expected, or a quarter, is the end of the scale. */
export const GREATEST_RATIO = 4

/** How a cell compares with what the time spent there lets expect. */
export interface Compared {
  readonly expected: number
  /** Events by expected ones, drawn towards 1 by one event of each; null: too few to say. */
  readonly ratio: number | null
}

/** The events of a layer, spread over the map as the time is, against where they were. */
export function comparison(layer: EventLayer, totals: Readonly<Record<EventLayer | 'presence_ms', number>>) {
  const rate = totals.presence_ms === 0 ? 0 : totals[layer] / totals.presence_ms
  return (cell: Cell): Compared => {
    const expected = cell.presence_ms * rate
    const n = measureOf(cell, layer)
    return { expected, ratio: n + expected < LEAST_IN_CELL ? null : (n + 1) / (expected + 1) }
  }
}

/** A ratio in words: `2.4 times as many as expected`. */
export function ratioWords(ratio: number): string {
  if (ratio >= 1.1) return `${ratio.toFixed(1)} times as many as the time there lets expect`
  if (ratio <= 0.9) return `${Math.round(ratio * 100)} % of what the time there lets expect`
  return 'about as many as the time there lets expect'
}
