import { useEffect, useRef, useState } from 'preact/hooks'
import type uPlot from 'uplot'
import { FigureValue } from '../../numbers/figure-value.tsx'
import { SmallPrint } from '../../numbers/small-print.tsx'
import type { MeasureName } from '../../player-address.ts'
import { useTheme } from '../../theme.ts'
import { day } from '../../when.ts'
import { eveningFigure } from './figures.ts'
import { MEASURE_WORDS } from './measures.ts'
import { dataOf, optionsOf } from './trend-plot.ts'
import type { Trends } from './use-player.ts'

interface TrendChartProps {
  readonly data: Trends
  readonly name: MeasureName
}

/** The drawing; the table below it says the same. */
export function TrendChart({ data, name }: TrendChartProps) {
  const box = useRef<HTMLDivElement>(null)
  const theme = useTheme()
  const [hovered, setHovered] = useState<number | null>(null)
  const [isMissing, setMissing] = useState(false)
  const { title, write } = MEASURE_WORDS[name]
  useEffect(() => {
    const place = box.current
    if (place === null) return
    let plot: uPlot | undefined
    let isCurrent = true
    const watched = new ResizeObserver(() => plot?.setSize({ width: place.clientWidth, height: place.clientHeight }))
    const draw = ({ default: Plot }: typeof import('./plot.ts')) => {
      if (!isCurrent) return
      const size = { width: place.clientWidth, height: place.clientHeight }
      plot = new Plot(optionsOf(data.trends[name].usual, write, size, setHovered), dataOf(data, name), place)
      watched.observe(place)
    }
    import('./plot.ts').then(draw, () => setMissing(true))
    return () => {
      isCurrent = false
      watched.disconnect()
      plot?.destroy()
    }
  }, [data, name, theme])
  const at = hovered ?? data.evenings.length - 1
  const evening = data.evenings[at]
  const [value, n] = [data.trends[name].values[at] ?? null, data.trends[name].n[at] ?? 0]
  const figure = evening && eveningFigure(name, evening, { value, n })
  return (
    <>
      <p class="trend-at">
        {figure !== undefined && (
          <>
            {day(evening?.start_unix ?? 0)}: <FigureValue figure={figure} />{' '}
            <SmallPrint of={figure}>
              {figure.basis}
              {hovered === null && ', the last evening'}
            </SmallPrint>
          </>
        )}
      </p>
      {isMissing && <p class="muted">The drawing could not be loaded; the table has the same numbers.</p>}
      <div ref={box} class="trend-box" role="img" aria-label={`${title} over ${data.evenings.length} evenings`} />
    </>
  )
}
