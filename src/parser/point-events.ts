import { PATH_EVENTS, POSITION_EVENTS } from '../format/codec.ts'
import type { PointColumns } from './point-columns.ts'
import { type Texts, textAt } from './text.ts'

const BAR = 124

const placesOf = (events: readonly string[]): ReadonlyMap<string, number> =>
  new Map(events.map((event, i) => [event, i]))
const EVENTS = { path: placesOf(PATH_EVENTS), positions: placesOf(POSITION_EVENTS) }

/** Where the point ends that goes on at `at`, in a list of points that ends at `end`. */
export function pointEnd(bytes: Uint8Array, at: number, end: number): number {
  let stop = at
  while (stop < end && bytes[stop] !== BAR) stop += 1
  return stop
}

/** Which event stands between two places; undefined for one that points of the kind do not have. */
export function eventAt(texts: Texts, kind: PointColumns['kind'], start: number, stop: number): number | undefined {
  return EVENTS[kind].get(textAt(texts, start, stop))
}
