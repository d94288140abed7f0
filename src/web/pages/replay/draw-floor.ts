import type { Camera } from '../../camera/camera.ts'
import { FLOOR_CELL_UNITS, type Floor } from './floor.ts'

/** Opacity of the lowest and of the highest floor. */
const FAINTEST = 40
const STRONGEST = 120

/** The floor plan as a picture, made once per round and theme. */
export function floorPicture({ width, height, level }: Floor, colour: string): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const context = canvas.getContext('2d') as CanvasRenderingContext2D
  const [red, green, blue] = rgb(colour)
  const picture = context.createImageData(width, height)
  for (const [cell, value] of level.entries()) {
    if (value === 0) continue
    picture.data[4 * cell] = red
    picture.data[4 * cell + 1] = green
    picture.data[4 * cell + 2] = blue
    picture.data[4 * cell + 3] = FAINTEST + ((STRONGEST - FAINTEST) * (value - 1)) / 254
  }
  context.putImageData(picture, 0, 0)
  return canvas
}

function rgb(colour: string): readonly [number, number, number] {
  const value = Number.parseInt(colour.slice(1), 16)
  return [value >> 16, (value >> 8) & 255, value & 255]
}

/** Draws the floor plan into a picture as large as the screen, which is kept until camera, size or theme change. */
export function drawFloor(
  context: CanvasRenderingContext2D,
  background: string,
  picture: HTMLCanvasElement,
  { left, top }: Floor,
  camera: Camera,
  width: number,
  height: number,
): void {
  context.fillStyle = background
  context.fillRect(0, 0, width, height)
  context.imageSmoothingEnabled = true
  const size = FLOOR_CELL_UNITS * camera.scale
  context.drawImage(
    picture,
    width / 2 + (left - camera.x) * camera.scale,
    height / 2 - (top - camera.y) * camera.scale,
    picture.width * size,
    picture.height * size,
  )
}
