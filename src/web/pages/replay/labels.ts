import { plainName } from '../../names/colour-codes.ts'
import type { Palette } from './palette.ts'
import type { Actor } from './tape.ts'

/** Size of a name on the map, pixels. */
const SIZE = 14
const OUTLINE = 3
const LONGEST = 18

/** Names as small pictures: outlined text is slow to draw. */
export interface Label {
  readonly picture: HTMLCanvasElement
  /** Size on the screen, pixels. */
  readonly width: number
  readonly height: number
}

export function labelsOf(
  actors: readonly (Actor | null)[],
  palette: Palette,
  font: string,
  ratio: number,
): readonly (Label | null)[] {
  return actors.map((actor) =>
    actor === null ? null : labelOf(plainName(actor.name, actor.guid), palette, font, ratio),
  )
}

function labelOf(name: string, palette: Palette, font: string, ratio: number): Label {
  const text = name.length > LONGEST ? `${name.slice(0, LONGEST - 1)}…` : name
  const picture = document.createElement('canvas')
  const context = picture.getContext('2d') as CanvasRenderingContext2D
  const style = () => {
    context.font = `${SIZE}px ${font}`
    context.textBaseline = 'middle'
    context.lineJoin = 'round'
    context.lineWidth = OUTLINE
    context.strokeStyle = palette.background
    context.fillStyle = palette.text
  }
  style()
  const width = Math.ceil(context.measureText(text).width) + 2 * OUTLINE
  const height = SIZE + 2 * OUTLINE
  picture.width = width * ratio
  picture.height = height * ratio
  // a new size forgets the style
  style()
  context.scale(ratio, ratio)
  context.strokeText(text, OUTLINE, height / 2)
  context.fillText(text, OUTLINE, height / 2)
  return { picture, width, height }
}
