import type { Tape } from './tape.ts'

/** Keeps the clocks of a tape at recorded times, with no more `time` statements than it takes. */
export class TapeClock {
  readonly #tape: Tape
  #wall: { unix: number; milliseconds: number }
  // as the player of the tape has them
  #unix: number
  #unixLevel: number
  #level: number
  #milliseconds: number

  constructor(tape: Tape, unix: number, level: number, milliseconds: number) {
    this.#tape = tape
    this.#wall = { unix, milliseconds }
    this.#unix = unix
    this.#unixLevel = level
    this.#level = level
    this.#milliseconds = milliseconds
    tape.time(unix, level, milliseconds)
  }

  /** The wall clock, in s since 1970, at this process time; it goes on with the process time. */
  wall(unix: number, milliseconds: number): void {
    this.#wall = { unix, milliseconds }
  }

  /** Brings the tape to this level time and process time, in ms. */
  at(level: number, milliseconds: number): void {
    const unix = this.#wall.unix + Math.floor((milliseconds - this.#wall.milliseconds) / 1000)
    if (level === this.#level && milliseconds === this.#milliseconds && unix === this.#unixAt(level)) return
    this.#tape.time(unix, level, milliseconds)
    this.#unix = unix
    this.#unixLevel = level
    this.#level = level
    this.#milliseconds = milliseconds
  }

  frame(level: number, milliseconds: number): void {
    const unix = this.#wall.unix + Math.floor((milliseconds - this.#wall.milliseconds) / 1000)
    const comesAlone = milliseconds === this.#milliseconds + level - this.#level && unix === this.#unixAt(level)
    if (!comesAlone) this.at(level, milliseconds)
    this.#tape.frame(level)
    this.#level = level
    this.#milliseconds = milliseconds
  }

  /** What the player makes of the wall clock, which it lets run with the level time. */
  #unixAt(level: number): number {
    return this.#unix + Math.floor((level - this.#unixLevel) / 1000)
  }
}
