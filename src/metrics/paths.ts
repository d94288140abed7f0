import { PATH_EVENTS, type Path } from '../format/codec.ts'

const ROUND_END = PATH_EVENTS.indexOf('round_end')

/** Points as columns of equal length. */
interface Points {
  readonly length: number
  readonly time_ms: Int32Array
}

function isInOrder({ time_ms, length }: Points): boolean {
  for (let i = 1; i < length; i++) if ((time_ms[i] as number) < (time_ms[i - 1] as number)) return false
  return true
}

/** The same points in order of time. Clocks that were set back within a life occur in files of 6.02. */
function inOrder<P extends Points>(points: P): P {
  if (isInOrder(points)) return points
  const { time_ms, length } = points
  const order = Int32Array.from({ length }, (_, i) => i).sort(
    (a, b) => (time_ms[a] as number) - (time_ms[b] as number) || a - b,
  )
  const columns = Object.entries(points).map(([name, column]) => {
    if (!ArrayBuffer.isView(column)) return [name, column]
    const values = column as Float64Array
    return [name, values.slice(0, length).map((_, i) => values[order[i] as number] as number)]
  })
  return Object.fromEntries(columns)
}

/**
 * The points of a life as the metrics use them: in order of time, those from `cut_ms` on left out, and the closing point
 * of a round's end put back to where the player stood last, because its place is the intermission camera (D4).
 *
 * @param cut_ms start of the player's next life where the file lets the two overlap, else null
 */
export function livedPath(path: Path, cut_ms: number | null): Path {
  const points = inOrder(path)
  let { length } = points
  if (cut_ms !== null) while (length > 0 && (points.time_ms[length - 1] as number) >= cut_ms) length -= 1
  if (points.event[length - 1] !== ROUND_END) return { ...points, length }
  if (length === 1) return { ...points, length: 0 }
  const [x, y, z] = [points.x, points.y, points.z].map((column) => {
    const copy = column.slice(0, length)
    copy.copyWithin(length - 1, length - 2, length - 1)
    return copy
  }) as [Float64Array, Float64Array, Float64Array]
  return { ...points, x, y, z, length }
}

/**
 * Index of the point nearest in time to `time_ms`, the earlier of two equally near ones; -1 if none is within
 * `tolerance_ms`. The points are in order of time.
 */
export function nearestPoint({ time_ms: times, length }: Path, time_ms: number, tolerance_ms: number): number {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((times[middle] as number) <= time_ms) low = middle + 1
    else high = middle
  }
  const before = low > 0 ? time_ms - (times[low - 1] as number) : Number.POSITIVE_INFINITY
  const after = low < length ? (times[low] as number) - time_ms : Number.POSITIVE_INFINITY
  if (Math.min(before, after) > tolerance_ms) return -1
  return before <= after ? low - 1 : low
}
