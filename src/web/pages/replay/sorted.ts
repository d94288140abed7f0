/** Places in rising columns. They are asked many times a frame, so they make nothing. */

/** Index of the first value that is at least `least`; the length if none is. */
export function firstFrom(values: ArrayLike<number>, least: number): number {
  let low = 0
  let high = values.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((values[middle] as number) < least) low = middle + 1
    else high = middle
  }
  return low
}

/** Index of the last value that is at most `most`; -1 if none is. */
export function lastUntil(values: ArrayLike<number>, most: number): number {
  let low = 0
  let high = values.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((values[middle] as number) <= most) low = middle + 1
    else high = middle
  }
  return low - 1
}
