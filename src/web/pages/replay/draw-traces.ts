import type { Palette } from './palette.ts'
import { sideColour } from './palette.ts'
import type { Place } from './place.ts'
import { firstFrom, lastUntil } from './sorted.ts'
import type { Tape } from './tape.ts'

/** How long each trace stays, ms. */
const TRAIL_MS = 3000
const SHOT_MS = 150
export const HIT_MS = 150
const CROSSFIRE_MS = 600
const DEATH_MS = 5000
const REVIVE_MS = 1500

const CROSS = 5

/** From the map to the screen: `x * scale + dx`, `dy - y * scale`. */
export interface Projection {
  scale: number
  dx: number
  dy: number
}

/** The way of the last seconds of this life; where the file has a gap, so has the way. */
export function drawTrail(
  context: CanvasRenderingContext2D,
  palette: Palette,
  { scale, dx, dy }: Projection,
  place: Place,
  t_ms: number,
  longest_ms: number,
): void {
  const life = place.life
  if (life === null) return
  const { time_ms, x, y } = life.path
  const last = lastUntil(time_ms, t_ms)
  context.strokeStyle = sideColour(palette, life.team)
  context.globalAlpha = 0.45
  context.lineWidth = 2
  context.beginPath()
  let isBroken = true
  for (let i = firstFrom(time_ms, t_ms - TRAIL_MS); i <= last; i++) {
    const px = (x[i] as number) * scale + dx
    const py = dy - (y[i] as number) * scale
    if (isBroken || (time_ms[i] as number) - (time_ms[i - 1] as number) > longest_ms) context.moveTo(px, py)
    else context.lineTo(px, py)
    isBroken = false
  }
  if (place.state === 'here') context.lineTo(place.x * scale + dx, dy - place.y * scale)
  context.stroke()
}

/** The shots of the last moment. */
export function drawShots(
  context: CanvasRenderingContext2D,
  palette: Palette,
  { scale, dx, dy }: Projection,
  { shots }: Tape,
  t_ms: number,
): void {
  const end = lastUntil(shots.time_ms, t_ms)
  context.strokeStyle = palette.text
  context.globalAlpha = 0.55
  context.lineWidth = 1
  context.beginPath()
  for (let i = firstFrom(shots.time_ms, t_ms - SHOT_MS); i <= end; i++) {
    context.moveTo((shots.from_x[i] as number) * scale + dx, dy - (shots.from_y[i] as number) * scale)
    context.lineTo((shots.to_x[i] as number) * scale + dx, dy - (shots.to_y[i] as number) * scale)
  }
  context.stroke()
}

/** Lines from everybody in a crossfire to its target. */
export function drawCrossfires(
  context: CanvasRenderingContext2D,
  palette: Palette,
  { scale, dx, dy }: Projection,
  { crossfires, crossfire_times }: Tape,
  places: readonly Place[],
  t_ms: number,
): void {
  const end = lastUntil(crossfire_times, t_ms)
  context.strokeStyle = palette.accent
  context.globalAlpha = 0.9
  context.lineWidth = 2
  context.beginPath()
  for (let i = firstFrom(crossfire_times, t_ms - CROSSFIRE_MS); i <= end; i++) {
    const crossfire = crossfires[i]
    if (crossfire === undefined) continue
    const target = places[crossfire.target]
    if (target === undefined || target.state === 'away') continue
    for (let j = 0; j < crossfire.attackers.length; j++) {
      const attacker = places[crossfire.attackers[j] as number]
      if (attacker === undefined || attacker.state === 'away') continue
      context.moveTo(attacker.x * scale + dx, dy - attacker.y * scale)
      context.lineTo(target.x * scale + dx, dy - target.y * scale)
    }
  }
  context.stroke()
}

/** Crosses where somebody died, fading. */
export function drawDeaths(
  context: CanvasRenderingContext2D,
  palette: Palette,
  { scale, dx, dy }: Projection,
  { deaths, death_times }: Tape,
  t_ms: number,
): void {
  const end = lastUntil(death_times, t_ms)
  context.lineWidth = 2.5
  for (let i = firstFrom(death_times, t_ms - DEATH_MS); i <= end; i++) {
    const death = deaths[i]
    if (death === undefined) continue
    const x = death.x * scale + dx
    const y = dy - death.y * scale
    context.globalAlpha = 1 - (t_ms - death.time_ms) / DEATH_MS
    context.strokeStyle = sideColour(palette, death.victim_team)
    context.beginPath()
    context.moveTo(x - CROSS, y - CROSS)
    context.lineTo(x + CROSS, y + CROSS)
    context.moveTo(x + CROSS, y - CROSS)
    context.lineTo(x - CROSS, y + CROSS)
    context.stroke()
  }
}

/** Rings that grow where somebody was revived. */
export function drawRevives(
  context: CanvasRenderingContext2D,
  palette: Palette,
  { scale, dx, dy }: Projection,
  { revives, revive_times }: Tape,
  t_ms: number,
): void {
  const end = lastUntil(revive_times, t_ms)
  context.strokeStyle = palette.good
  context.lineWidth = 2
  for (let i = firstFrom(revive_times, t_ms - REVIVE_MS); i <= end; i++) {
    const revive = revives[i]
    if (revive === undefined) continue
    const age = (t_ms - revive.time_ms) / REVIVE_MS
    context.globalAlpha = 1 - age
    context.beginPath()
    context.arc(revive.x * scale + dx, dy - revive.y * scale, 10 + 12 * age, 0, 2 * Math.PI)
    context.stroke()
  }
}
