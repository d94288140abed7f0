import { type Bounds, boundsOf, type Camera, leastScale, showView, showWhole, viewOf } from '../../camera/camera.ts'
import type { MapView } from '../../map-view.ts'
import { drawActor, drawFollowed } from './draw-actors.ts'
import { drawFloor, floorPicture } from './draw-floor.ts'
import {
  drawCrossfires,
  drawDeaths,
  drawRevives,
  drawShots,
  drawTrail,
  HIT_MS,
  type Projection,
} from './draw-traces.ts'
import { type Floor, floorOf } from './floor.ts'
import { type Label, labelsOf } from './labels.ts'
import { type Palette, paletteOf } from './palette.ts'
import { findPlace, noPlace, type Place } from './place.ts'
import { firstFrom, lastUntil } from './sorted.ts'
import type { Tape } from './tape.ts'
import { viewAt } from './views.ts'

/** The map with everybody on it. */
export interface Stage {
  readonly camera: Camera
  readonly bounds: Bounds
  /** Where everybody is at the moment that was drawn last, by index of the round's players. */
  readonly places: readonly Place[]
  /** Fits the picture to its element and takes the colours anew. */
  resize(): void
  /** Shows the whole map. */
  whole(): void
  /** What of the map is seen; null: all of it. */
  view(): MapView | null
  leastScale(): number
  draw(t_ms: number, followed: number | null): void
  /** The player at a place of the canvas, pixels; null: nobody. */
  playerAt(x: number, y: number): number | null
  /** The player nearest to the middle; null: nobody is there. */
  nearest(): number | null
}

/** Farthest from a player's middle that still means him, pixels. */
const TOUCH = 18
const LETTER = 'bold 10px'
/** Nothing lies below the map, and what is opaque is drawn faster. */
const OPAQUE = { alpha: false } as const

/**
 * A stage on a canvas, which at first shows `start`. What does not move is drawn once and kept; drawing a moment makes no
 * objects.
 */
export function stageOf(canvas: HTMLCanvasElement, tape: Tape, start: MapView | null): Stage {
  const context = canvas.getContext('2d', OPAQUE) as CanvasRenderingContext2D
  const ground = document.createElement('canvas')
  const groundContext = ground.getContext('2d', OPAQUE) as CanvasRenderingContext2D
  const lives = tape.actors.flatMap((actor) => actor?.lives ?? [])
  const bounds = boundsOf(lives.map(({ path }) => path))
  const floor: Floor = floorOf(lives, bounds, tape.longest_ms)
  const camera: Camera = { x: 0, y: 0, scale: 0 }
  const kept: Camera = { x: 0, y: 0, scale: 0 }
  const places = tape.actors.map(noPlace)
  const hits = new Uint8Array(tape.actors.length)
  const projection: Projection = { scale: 1, dx: 0, dy: 0 }
  let palette: Palette = paletteOf(canvas)
  let picture: HTMLCanvasElement | null = null
  let labels: readonly (Label | null)[] = []
  let letterFont = ''
  let [width, height, ratio] = [0, 0, 1]

  const keepGround = () => {
    if (kept.x === camera.x && kept.y === camera.y && kept.scale === camera.scale) return
    kept.x = camera.x
    kept.y = camera.y
    kept.scale = camera.scale
    if (picture !== null) drawFloor(groundContext, palette.background, picture, floor, camera, width, height)
  }
  const noteHits = (t_ms: number) => {
    hits.fill(0)
    const end = lastUntil(tape.hit_times, t_ms)
    for (let i = firstFrom(tape.hit_times, t_ms - HIT_MS); i <= end; i++) hits[tape.hit_targets[i] as number] = 1
  }
  const drawActors = (t_ms: number, followed: number | null) => {
    context.font = letterFont
    context.textAlign = 'center'
    context.textBaseline = 'middle'
    for (let i = 0; i < places.length; i++) {
      const place = places[i] as Place
      const actor = tape.actors[i]
      if (place.state === 'away' || !actor) continue
      const x = place.x * projection.scale + projection.dx
      const y = projection.dy - place.y * projection.scale
      drawActor(context, palette, place, viewAt(actor.view, t_ms), hits[i] === 1, x, y)
      if (i === followed) drawFollowed(context, palette, x, y)
      const label = labels[i]
      if (label) context.drawImage(label.picture, x - label.width / 2, y + 11, label.width, label.height)
    }
  }

  const playerWithin = (x: number, y: number, reach: number) => {
    let found: number | null = null
    let nearest = reach
    for (const [i, place] of places.entries()) {
      if (place.state === 'away') continue
      const px = place.x * projection.scale + projection.dx
      const py = projection.dy - place.y * projection.scale
      const distance = Math.hypot(px - x, py - y)
      if (distance >= nearest) continue
      nearest = distance
      found = i
    }
    return found
  }

  return {
    camera,
    bounds,
    places,
    resize() {
      const seen = camera.scale === 0 ? start : viewOf(camera, bounds, width, height)
      width = canvas.clientWidth
      height = canvas.clientHeight
      ratio = devicePixelRatio
      for (const one of [canvas, ground]) {
        one.width = Math.round(width * ratio)
        one.height = Math.round(height * ratio)
        one.getContext('2d')?.scale(ratio, ratio)
      }
      palette = paletteOf(canvas)
      const font = getComputedStyle(canvas).fontFamily
      letterFont = `${LETTER} ${font}`
      picture = floorPicture(floor, palette.muted)
      labels = labelsOf(tape.actors, palette, font, ratio)
      showView(camera, seen, bounds, width, height)
      kept.scale = 0
    },
    whole: () => showWhole(camera, bounds, width, height),
    view: () => viewOf(camera, bounds, width, height),
    leastScale: () => leastScale(bounds, width, height),
    draw(t_ms, followed) {
      // before the page knows how large it is there is nothing to draw on
      if (canvas.width === 0 || ground.width === 0 || width * height === 0) return
      for (let i = 0; i < places.length; i++) {
        const actor = tape.actors[i]
        if (actor) findPlace(places[i] as Place, actor.lives, actor.starts, t_ms, tape.longest_ms)
      }
      const leader = followed === null ? undefined : places[followed]
      if (leader !== undefined && leader.state !== 'away') {
        camera.x = leader.x
        camera.y = leader.y
      }
      projection.scale = camera.scale
      projection.dx = width / 2 - camera.x * camera.scale
      projection.dy = height / 2 + camera.y * camera.scale
      keepGround()
      noteHits(t_ms)
      context.globalAlpha = 1
      context.drawImage(ground, 0, 0, width, height)
      for (let i = 0; i < places.length; i++) {
        const place = places[i] as Place
        if (place.state !== 'away') drawTrail(context, palette, projection, place, t_ms, tape.longest_ms)
      }
      drawShots(context, palette, projection, tape, t_ms)
      drawDeaths(context, palette, projection, tape, t_ms)
      drawRevives(context, palette, projection, tape, t_ms)
      drawCrossfires(context, palette, projection, tape, places, t_ms)
      drawActors(t_ms, followed)
      context.globalAlpha = 1
    },
    playerAt: (x, y) => playerWithin(x, y, TOUCH),
    nearest: () => playerWithin(width / 2, height / 2, Number.POSITIVE_INFINITY),
  }
}
