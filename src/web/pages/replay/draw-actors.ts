import { classLetter } from '../../names/class-words.ts'
import type { Palette } from './palette.ts'
import { sideColour } from './palette.ts'
import type { Place } from './place.ts'

/** Half the size of a player on the map, pixels. */
const RADIUS = 7
/** Half the size by stance: standing, crouching, prone; and how flat. */
const WIDTHS = [RADIUS, 6, RADIUS + 1] as const
const HEIGHTS = [RADIUS, 6, 5] as const
const WEDGE_LENGTH = 17
const WEDGE_HALF_ANGLE = 0.32
const ARC_RADIUS = RADIUS + 4
/** Health of a full arc; medics and their mates have more. */
const FULL_HEALTH = 100
const DEGREE = Math.PI / 180

/** Axis are squares, Allies circles. */
function outline(context: CanvasRenderingContext2D, { life, stance }: Place, x: number, y: number): void {
  const width = WIDTHS[stance] ?? RADIUS
  const height = HEIGHTS[stance] ?? RADIUS
  context.beginPath()
  if (life?.team === 'AXIS') context.rect(x - width, y - height, 2 * width, 2 * height)
  else context.ellipse(x, y, width, height, 0, 0, 2 * Math.PI)
}

/** A player: shape by side and stance, where he looks, health, class. Dotted where it is not known where he is. */
export function drawActor(
  context: CanvasRenderingContext2D,
  palette: Palette,
  place: Place,
  yaw: number | null,
  isHit: boolean,
  x: number,
  y: number,
): void {
  const life = place.life
  if (life === null) return
  const colour = sideColour(palette, life.team)
  context.globalAlpha = 1
  context.lineWidth = 1.5
  if (place.state === 'gap') {
    context.strokeStyle = colour
    context.setLineDash(DOTS)
    outline(context, place, x, y)
    context.stroke()
    context.setLineDash(LINE)
    return
  }
  if (yaw !== null) {
    const angle = -yaw * DEGREE
    context.globalAlpha = 0.5
    context.fillStyle = colour
    context.beginPath()
    context.moveTo(x, y)
    context.arc(x, y, WEDGE_LENGTH, angle - WEDGE_HALF_ANGLE, angle + WEDGE_HALF_ANGLE)
    context.fill()
    context.globalAlpha = 1
  }
  outline(context, place, x, y)
  context.fillStyle = isHit ? palette.bad : colour
  context.fill()
  context.strokeStyle = palette.background
  context.stroke()
  drawHealth(context, palette, place.health, x, y)
  context.fillStyle = palette.background
  context.fillText(classLetter(life.player_class), x, y + 0.5)
}

const DOTS = [2, 3]
const LINE: number[] = []

function drawHealth(context: CanvasRenderingContext2D, palette: Palette, health: number, x: number, y: number): void {
  const share = Math.min(Math.max(health / FULL_HEALTH, 0), 1)
  context.lineWidth = 2
  context.strokeStyle = share > 0.4 ? palette.good : palette.bad
  context.beginPath()
  context.arc(x, y, ARC_RADIUS, -Math.PI / 2, -Math.PI / 2 + 2 * Math.PI * share)
  context.stroke()
}

/** A ring around who is followed. */
export function drawFollowed(context: CanvasRenderingContext2D, palette: Palette, x: number, y: number): void {
  context.strokeStyle = palette.accent
  context.lineWidth = 2
  context.beginPath()
  context.arc(x, y, ARC_RADIUS + 4, 0, 2 * Math.PI)
  context.stroke()
}
