/** The engine's clocks: level time and process time in ms. */
export const clock = { level: 0, process: 0 }

let [baseUnix, baseLevel] = [0, 0]

export function setClock(unix: number, level: number, process: number): void {
  baseUnix = unix
  baseLevel = level
  clock.level = level
  clock.process = process
}

/** Brings the clocks to the frame of this level time. */
export function advanceTo(level: number): void {
  clock.process += level - clock.level
  clock.level = level
}

/** Seconds since 1970; the wall clock runs with the level time. */
export function unixTime(): number {
  return baseUnix + Math.floor((clock.level - baseLevel) / 1000)
}
