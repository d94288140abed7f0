import { useEffect, useRef, useState } from 'preact/hooks'
import { readableText } from '../../../format/file-text.ts'
import { projectionOf, wholeOf } from '../../camera/camera.ts'
import { useTheme } from '../../theme.ts'
import { boundsOf, joined } from '../maps/bounds.ts'
import { drawMap, type Floor, type Scene } from '../maps/draw-map.ts'
import { scaleOf } from '../maps/scale.ts'
import { paletteOf } from '../replay/palette.ts'
import type { Pair } from './figures.ts'

interface WhereProps {
  readonly map: Pair['maps'][number]
  readonly floor: Floor
}

const MOST_OF_SCREEN = 0.5
const DOT = 4

/** The ground alone. */
const GROUND: Omit<Scene, 'floor'> = {
  ...{ picture: null, map: null, kills: null, layer: 'kills', relative: false, cell_units: 128 },
  ...{ scale: scaleOf([]), hovered: null, chosen: null },
}

function boundsOfAll({ cells, cell_units }: Floor, places: Pair['maps'][number]['places']) {
  const walked = cells.map(([x, y]) => [x, y] as const)
  const found = places.map(({ x, y }) => [x, y] as const)
  return joined(boundsOf(walked, cell_units), boundsOf(found, 1))
}

/** Where the targets of their crossfires were: full where one died. */
export function Where({ map: { map_name, places }, floor }: WhereProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const theme = useTheme()
  const [width, setWidth] = useState(0)
  useEffect(() => {
    const box = canvas.current?.parentElement
    if (box == null) return
    const observer = new ResizeObserver(() => setWidth(box.clientWidth))
    observer.observe(box)
    return () => observer.disconnect()
  }, [])
  useEffect(() => {
    const element = canvas.current
    const context = element?.getContext('2d')
    const bounds = boundsOfAll(floor, places)
    if (element === null || context == null || width === 0 || bounds === null) return
    const wanted = (width * (bounds.top - bounds.bottom)) / (bounds.right - bounds.left)
    const height = Math.round(Math.min(wanted, innerHeight * MOST_OF_SCREEN))
    element.width = width * devicePixelRatio
    element.height = height * devicePixelRatio
    context.scale(devicePixelRatio, devicePixelRatio)
    const view = projectionOf(wholeOf(bounds, width, height), width, height)
    const palette = paletteOf(element)
    drawMap(context, { ...GROUND, floor }, view, { theme, palette })
    context.strokeStyle = palette.accent
    context.fillStyle = palette.accent
    context.lineWidth = 1.5
    for (const { x, y, is_kill } of places) {
      context.beginPath()
      context.arc(view.x(x), view.y(y), DOT, 0, 2 * Math.PI)
      if (is_kill) context.fill()
      else context.stroke()
    }
  }, [floor, places, width, theme])
  const kills = places.filter(({ is_kill }) => is_kill).length
  return (
    <canvas
      ref={canvas}
      class="where-canvas"
      role="img"
      aria-label={`${places.length} crossfires on ${readableText(map_name)}, ${kills} of them with a kill`}
    />
  )
}
