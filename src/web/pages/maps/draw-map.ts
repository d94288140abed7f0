import type { ReplyAt } from '../../../contract/client.ts'
import type { Projection } from '../../camera/camera.ts'
import type { CellSize, Layer } from '../../map-address.ts'
import { cssColour, DIFFERENCE, HEAT, type Theme } from '../../ramp.ts'
import type { Palette } from '../replay/palette.ts'
import { comparison, GREATEST_RATIO } from './compared.ts'
import { type Cell, isEventLayer, type MapReply, measureOf } from './layers.ts'
import { objectiveName } from './objective-name.ts'
import type { Scale } from './scale.ts'

export type Floor = ReplyAt<'/api/proximity/maps/:map_name/floor'>
export type Kills = ReplyAt<'/api/proximity/maps/:map_name/kills'>

/** What is drawn. */
export interface Scene {
  readonly floor: Floor | null
  readonly picture: HTMLImageElement | null
  readonly map: MapReply | null
  readonly kills: Kills | null
  readonly layer: Layer
  readonly relative: boolean
  readonly scale: Scale
  readonly cell_units: CellSize
  readonly hovered: Place | null
  readonly chosen: Place | null
}

/** A cell by its numbers. */
export interface Place {
  readonly grid_x: number
  readonly grid_y: number
}

/** How the map is coloured. */
export interface Colours {
  readonly theme: Theme
  readonly palette: Palette
}

/** The lowest floor is drawn fainter than the highest. */
const FLOOR_OPACITY = [0.12, 0.34] as const
/** Less between the lowest and the highest place is one floor, units. */
const FLAT_UNITS = 256
const HEAT_OPACITY = 0.88
/** Somebody who runs straight on fills a cell with an arrow, units per second. */
const RUNNING = 260
const FONT = '12px system-ui, sans-serif'
const MOST_LABELS = 8

/** Draws the scene into a picture of this size, in pixels of the page. */
export function drawMap(context: CanvasRenderingContext2D, scene: Scene, view: Projection, colours: Colours): void {
  drawPicture(context, scene, view)
  if (scene.floor !== null && scene.picture === null) drawFloor(context, scene.floor, view, colours)
  if (scene.map !== null) {
    if (scene.layer !== 'lines') drawHeat(context, scene, scene.map, view, colours)
    if (scene.layer === 'flow') drawFlow(context, scene.map, view, colours)
  }
  if (scene.layer === 'lines' && scene.kills !== null) drawLines(context, scene.kills, view, colours)
  if (scene.map !== null) drawObjectives(context, scene.map, view, colours)
  outline(context, scene.hovered, scene.cell_units, view, colours.palette, 1)
  outline(context, scene.chosen, scene.cell_units, view, colours.palette, 2)
}

function drawPicture(context: CanvasRenderingContext2D, { floor, picture }: Scene, view: Projection): void {
  const corners = floor?.picture
  if (picture === null || corners == null) return
  context.globalAlpha = 0.55
  const [x, y] = [view.x(corners.min_x), view.y(corners.max_y)]
  context.drawImage(picture, x, y, view.x(corners.max_x) - x, view.y(corners.min_y) - y)
  context.globalAlpha = 1
}

function drawFloor(
  context: CanvasRenderingContext2D,
  { cells, cell_units }: Floor,
  view: Projection,
  { palette }: Colours,
) {
  const heights = cells.map(([, , height]) => height).sort((a, b) => a - b)
  const low = heights[Math.floor(heights.length * 0.02)] ?? 0
  const range = Math.max((heights[Math.floor(heights.length * 0.98)] ?? 0) - low, FLAT_UNITS)
  context.fillStyle = palette.muted
  for (const [x, y, height] of cells) {
    const share = Math.min(Math.max((height - low) / range, 0), 1)
    context.globalAlpha = FLOOR_OPACITY[0] + share * (FLOOR_OPACITY[1] - FLOOR_OPACITY[0])
    fillCell(context, view, x, y, cell_units)
  }
  context.globalAlpha = 1
}

/** A cell with edges on whole pixels, so that neighbours neither overlap nor leave a gap. */
function fillCell(context: CanvasRenderingContext2D, view: Projection, x: number, y: number, units: number): void {
  const [left, right] = [Math.round(view.x(x * units)), Math.round(view.x((x + 1) * units))]
  const [top, bottom] = [Math.round(view.y((y + 1) * units)), Math.round(view.y(y * units))]
  context.fillRect(left, top, right - left, bottom - top)
}

function drawHeat(
  context: CanvasRenderingContext2D,
  scene: Scene,
  map: MapReply,
  view: Projection,
  colours: Colours,
): void {
  for (const cell of map.cells) {
    const colour = colourOf(cell, scene, map, colours)
    if (colour === null) continue
    context.fillStyle = colour
    fillCell(context, view, cell.grid_x, cell.grid_y, map.cell_units)
  }
}

function colourOf(cell: Cell, { layer, relative, scale }: Scene, map: MapReply, { theme, palette }: Colours) {
  const value = measureOf(cell, layer)
  if (relative && isEventLayer(layer)) {
    const { ratio } = comparison(layer, map.totals)(cell)
    if (ratio === null) return null
    const share = 0.5 + Math.log(ratio) / Math.log(GREATEST_RATIO) / 2
    return cssColour(DIFFERENCE[theme](share), HEAT_OPACITY)
  }
  if (value === 0) return null
  // under the arrows of the flow the time is only a hint
  if (layer === 'flow')
    return `color-mix(in srgb, ${palette.muted} ${Math.round(30 * scale.share(value))}%, transparent)`
  return cssColour(HEAT[theme](scale.share(value)), HEAT_OPACITY)
}

/** An arrow in each cell in which people ran in one direction more than in others. */
function drawFlow(context: CanvasRenderingContext2D, map: MapReply, view: Projection, { palette }: Colours): void {
  const size = map.cell_units * view.scale
  context.strokeStyle = palette.text
  context.lineWidth = 1.25
  context.beginPath()
  for (const { grid_x, grid_y, presence_ms, move_x, move_y } of map.cells) {
    if (presence_ms < LEAST_FLOW_MS) continue
    const speed = (1000 * Math.hypot(move_x, move_y)) / presence_ms
    const length = size * 0.9 * Math.min(speed / RUNNING, 1)
    if (length < 2) continue
    const angle = Math.atan2(-move_y, move_x)
    const [dx, dy] = [(Math.cos(angle) * length) / 2, (Math.sin(angle) * length) / 2]
    const [x, y] = [view.x((grid_x + 0.5) * map.cell_units), view.y((grid_y + 0.5) * map.cell_units)]
    context.moveTo(x - dx, y - dy)
    context.lineTo(x + dx, y + dy)
    for (const side of [-1, 1]) {
      const barb = angle + Math.PI + side * 0.5
      context.moveTo(x + dx, y + dy)
      context.lineTo(x + dx + Math.cos(barb) * length * 0.35, y + dy + Math.sin(barb) * length * 0.35)
    }
  }
  context.stroke()
}

/** Who only passed once tells nothing about a flow. */
const LEAST_FLOW_MS = 2000

function drawLines(context: CanvasRenderingContext2D, { kills }: Kills, view: Projection, { palette }: Colours): void {
  // the more lines, the fainter each
  context.globalAlpha = Math.min(0.8, Math.max(0.18, 60 / Math.max(kills.length, 1)))
  context.lineWidth = 1.25
  for (const { killer_team, killer_x, killer_y, x, y } of kills) {
    const colour = killer_team === 'AXIS' ? palette.AXIS : palette.ALLIES
    context.strokeStyle = colour
    context.fillStyle = colour
    context.beginPath()
    context.moveTo(view.x(killer_x), view.y(killer_y))
    context.lineTo(view.x(x), view.y(y))
    context.stroke()
    // the dead end is a dot
    context.beginPath()
    context.arc(view.x(x), view.y(y), 2, 0, 2 * Math.PI)
    context.fill()
  }
  context.globalAlpha = 1
}

function drawObjectives(
  context: CanvasRenderingContext2D,
  { objectives }: MapReply,
  view: Projection,
  { palette }: Colours,
) {
  const width = context.canvas.width / devicePixelRatio
  const height = context.canvas.height / devicePixelRatio
  const labelled = new Set<string>()
  context.font = FONT
  context.textAlign = 'center'
  context.lineJoin = 'round'
  for (const { name: word, x, y } of objectives) {
    const name = objectiveName(word)
    if (labelled.has(name) || labelled.size === MOST_LABELS) continue
    const [at_x, at_y] = [view.x(x), view.y(y)]
    // of a part of the map, only what is on it
    if (at_x < 0 || at_x > width || at_y < 0 || at_y > height) continue
    labelled.add(name)
    context.beginPath()
    context.moveTo(at_x, at_y - 6)
    context.lineTo(at_x + 6, at_y)
    context.lineTo(at_x, at_y + 6)
    context.lineTo(at_x - 6, at_y)
    context.closePath()
    context.fillStyle = palette.accent
    context.strokeStyle = palette.background
    context.lineWidth = 3
    context.stroke()
    context.fill()
    const half = context.measureText(name).width / 2 + 2
    const middle = Math.min(Math.max(at_x, half), width - half)
    context.strokeText(name, middle, at_y - 11)
    context.fillStyle = palette.text
    context.fillText(name, middle, at_y - 11)
  }
}

function outline(
  context: CanvasRenderingContext2D,
  place: Place | null,
  units: number,
  view: Projection,
  { text: colour, background: around }: Palette,
  width: number,
): void {
  if (place === null) return
  const size = units * view.scale
  // seen on every colour of the heat: light within dark
  for (const [style, line] of [
    [around, width + 3],
    [colour, width],
  ] as const) {
    context.strokeStyle = style
    context.lineWidth = line
    context.strokeRect(view.x(place.grid_x * units), view.y((place.grid_y + 1) * units), size, size)
  }
}
