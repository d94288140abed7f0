import { plainName } from '../../names/colour-codes.ts'
import type { PairMeasure } from '../../pair-address.ts'
import { cssColour, DIFFERENCE, type Theme } from '../../ramp.ts'
import type { Palette } from '../replay/palette.ts'
import type { Node } from './layout.ts'
import { certainty, type PairOfAll, type Pairs } from './measures.ts'

/** What is drawn. */
export interface Scene {
  readonly people: Pairs['people']
  readonly pairs: readonly PairOfAll[]
  readonly measure: PairMeasure
  /** The effect at which the colours end. */
  readonly scale: number
  /** Who stands out; the others are drawn fainter. */
  readonly person: number | null
  readonly pair: PairOfAll | null
}

const FONT = '13px system-ui, sans-serif'
const DOT = 6
const WIDTHS = [1, 9] as const
/** Opacity of a line about which nothing is known, and of one that is sure. */
const OPACITIES = [0.22, 0.95] as const
const BESIDE = 0.12

/** Draws the network at these places, in pixels of the page. */
export function drawNetwork(
  context: CanvasRenderingContext2D,
  scene: Scene,
  nodes: ReadonlyMap<number, Node>,
  { theme, palette }: { readonly theme: Theme; readonly palette: Palette },
): void {
  const { people, pairs, measure, scale, person, pair } = scene
  const most_ms = Math.max(1, ...pairs.map(({ together_ms }) => together_ms))
  const standsOut = (one: PairOfAll) =>
    pair === null ? person === null || one.player1 === person || one.player2 === person : one === pair
  // the sure ones above the unsure
  const sorted = pairs.toSorted((a, b) => certainty(a.synergy[measure]) - certainty(b.synergy[measure]))
  context.lineCap = 'round'
  for (const one of sorted) {
    const [from, to] = [nodes.get(one.player1), nodes.get(one.player2)]
    if (from === undefined || to === undefined) continue
    const synergy = one.synergy[measure]
    const share = synergy === null ? 0.5 : 0.5 + synergy.effect.value / (2 * scale)
    const opacity = OPACITIES[0] + (OPACITIES[1] - OPACITIES[0]) * certainty(synergy) ** 2
    context.strokeStyle = cssColour(
      DIFFERENCE[theme](share),
      standsOut(one) ? Math.max(opacity, pair === one ? 0.6 : 0) : BESIDE,
    )
    context.lineWidth = WIDTHS[0] + ((WIDTHS[1] - WIDTHS[0]) * one.together_ms) / most_ms
    context.beginPath()
    context.moveTo(from.x, from.y)
    context.lineTo(to.x, to.y)
    context.stroke()
  }
  drawPeople(context, people, nodes, palette, (who) => {
    if (pair !== null) return who === pair.player1 || who === pair.player2
    return person === null || pairs.some((one) => standsOut(one) && (one.player1 === who || one.player2 === who))
  })
}

function drawPeople(
  context: CanvasRenderingContext2D,
  people: Pairs['people'],
  nodes: ReadonlyMap<number, Node>,
  palette: Palette,
  standsOut: (person: number) => boolean,
): void {
  const width = context.canvas.width / devicePixelRatio
  context.font = FONT
  context.textAlign = 'center'
  context.lineJoin = 'round'
  for (const { person, x, y } of nodes.values()) {
    const who = people[person]
    if (who === undefined) continue
    context.globalAlpha = standsOut(person) ? 1 : 0.35
    context.beginPath()
    context.arc(x, y, DOT, 0, 2 * Math.PI)
    context.fillStyle = palette.text
    context.fill()
    const name = shortened(plainName(who.name, who.guid))
    const half = context.measureText(name).width / 2 + 2
    const middle = Math.min(Math.max(x, half), width - half)
    context.strokeStyle = palette.panel
    context.lineWidth = 4
    context.strokeText(name, middle, y + DOT + 15)
    context.fillText(name, middle, y + DOT + 15)
  }
  context.globalAlpha = 1
}

const LONGEST = 16

function shortened(name: string): string {
  const letters = [...name]
  return letters.length <= LONGEST ? name : `${letters.slice(0, LONGEST - 1).join('')}…`
}
