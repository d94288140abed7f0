import type { PlaceRow } from './derived.ts'

/** A place, and which of what it tells is asked for. */
export interface AskedPlace {
  readonly place: PlaceRow
  readonly isOfTarget: boolean
  /** False where nobody killed. */
  readonly isOfKiller: boolean
  readonly isByMeans: boolean
}

/** Events of a cell. */
export interface EventCell {
  readonly grid_x: number
  readonly grid_y: number
  readonly kills: number
  readonly deaths: number
  /** Of the deaths those at the end of a push of their side. */
  readonly push_deaths: number
  readonly fights: number
  readonly escapes: number
}

/** More cells than a map has in a row: two numbers of a cell become one. */
const STRIDE = 65_536

/** Kills where the killer stood; deaths, fights and escapes where the target was; by cell, added up as they are met. */
export class EventCells {
  readonly #cells = new Map<number, { -readonly [K in keyof EventCell]: EventCell[K] }>()
  readonly #units: number

  constructor(cell_units: number) {
    this.#units = cell_units
  }

  add({ place, isOfTarget, isOfKiller, isByMeans }: AskedPlace): void {
    const { killer_x, killer_y, x, y } = place
    if (isOfKiller && isByMeans && killer_x !== null && killer_y !== null) this.#at(killer_x, killer_y).kills += 1
    if (!isOfTarget) return
    if (place.cause !== 'none' && isByMeans) this.#at(x, y).deaths += 1
    if (place.is_with_push && isByMeans) this.#at(x, y).push_deaths += 1
    if (place.is_fight) this.#at(x, y).fights += 1
    if (place.is_escape) this.#at(x, y).escapes += 1
  }

  /** The cells with events. */
  all(): readonly EventCell[] {
    return [...this.#cells.values()]
  }

  #at(x: number, y: number) {
    const [grid_x, grid_y] = [Math.floor(x / this.#units), Math.floor(y / this.#units)]
    const key = grid_x * STRIDE + grid_y
    let cell = this.#cells.get(key)
    if (cell === undefined) {
      cell = { grid_x, grid_y, kills: 0, deaths: 0, push_deaths: 0, fights: 0, escapes: 0 }
      this.#cells.set(key, cell)
    }
    return cell
  }
}

/** Kills by means of death, whatever means is asked for, and how many have no place or no means. */
export class KillCounts {
  readonly #byMeans = new Map<number | null, number>()
  #unplaced = 0

  add({ place, isOfKiller, isByMeans }: AskedPlace): void {
    if (!isOfKiller || place.cause !== 'enemy') return
    this.#byMeans.set(place.means, (this.#byMeans.get(place.means) ?? 0) + 1)
    if (isByMeans && place.killer_x === null) this.#unplaced += 1
  }

  /** The most frequent first. */
  means(): { readonly means: number; readonly kills: number }[] {
    return [...this.#byMeans]
      .flatMap(([means, kills]) => (means === null ? [] : [{ means, kills }]))
      .sort((a, b) => b.kills - a.kills || a.means - b.means)
  }

  missing() {
    return { kills_without_place: this.#unplaced, kills_without_means: this.#byMeans.get(null) ?? 0 }
  }
}
