import type uPlot from 'uplot'
import type { MeasureName } from '../../player-address.ts'
import { day } from '../../when.ts'
import type { Trends } from './use-player.ts'

type Usual = Trends['trends'][MeasureName]['usual']

/** An evening with fewer cases is drawn fainter. */
const FEW_CASES = 20

/** Times, the line, the points of many cases and those of few. */
export function dataOf({ evenings, trends }: Trends, name: MeasureName): uPlot.AlignedData {
  const { values, n } = trends[name]
  const pointsOf = (isFew: boolean) => values.map((value, at) => ((n[at] ?? 0) < FEW_CASES === isFew ? value : null))
  return [evenings.map(({ start_unix }) => start_unix), [...values], pointsOf(false), pointsOf(true)]
}

/** How a trend is drawn, in the colours of the page; `hover` tells which evening is under the pointer. */
export function optionsOf(
  usual: Usual,
  write: (value: number) => string,
  size: { readonly width: number; readonly height: number },
  hover: (at: number | null) => void,
): uPlot.Options {
  const style = getComputedStyle(document.documentElement)
  const colour = (token: string) => style.getPropertyValue(`--${token}`)
  const axis = {
    stroke: colour('muted'),
    font: '12px system-ui',
    grid: { stroke: colour('line'), width: 1 },
    ticks: { show: false },
  }
  const points = (stroke: string, fill: string) => ({ show: true, size: 8, width: 1.5, stroke, fill })
  return {
    ...size,
    legend: { show: false },
    cursor: { y: false, drag: { x: false, y: false }, points: { show: false } },
    scales: {
      x: { range: (_, min, max) => padded(min, max) },
      y: { range: (_, min, max) => withUsual(min, max, usual) },
    },
    axes: [
      { ...axis, size: 30, space: 90, values: (_, times) => times.map((time) => day(time)) },
      { ...axis, size: 72, space: 36, values: (_, values) => values.map(write) },
    ],
    series: [
      {},
      { stroke: colour('muted'), width: 1.5, spanGaps: true, points: { show: false } },
      { stroke: 'transparent', width: 0, points: points(colour('accent'), colour('accent')) },
      { stroke: 'transparent', width: 0, points: points(colour('muted'), colour('panel')) },
    ],
    hooks: {
      drawClear: [(plot) => drawUsual(plot, usual, colour('raised'))],
      setCursor: [({ cursor: { idx } }) => hover(idx ?? null)],
    },
  }
}

/** A day before the first and after the last, so that points keep off the edge. */
function padded(min: number, max: number): [number, number] {
  const edge = Math.max((max - min) * 0.04, 43_200)
  return [min - edge, max + edge]
}

function withUsual(min: number, max: number, usual: Usual): [number, number] {
  const [low, high] = [Math.min(min, usual?.low ?? min), Math.max(max, usual?.high ?? max)]
  const edge = Math.max((high - low) * 0.15, high * 0.02, 0.1)
  return [Math.max(0, low - edge), high + edge]
}

function drawUsual({ ctx, bbox, valToPos }: uPlot, usual: Usual, fill: string): void {
  if (usual === null) return
  const [top, bottom] = [valToPos(usual.high, 'y', true), valToPos(usual.low, 'y', true)]
  ctx.save()
  ctx.fillStyle = fill
  ctx.fillRect(bbox.left, top, bbox.width, Math.max(bottom - top, 2))
  ctx.restore()
}
