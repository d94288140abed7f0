import { useId } from 'preact/hooks'
import type { Layer } from '../../map-address.ts'
import { cssColour, DIFFERENCE, HEAT, type Theme } from '../../ramp.ts'
import { SideMark } from '../../round/side-mark.tsx'
import { useTheme } from '../../theme.ts'
import { amount, isEventLayer } from './layers.ts'
import type { Scale } from './scale.ts'

const STOPS = 12

interface LegendProps {
  readonly layer: Layer
  readonly relative: boolean
  readonly scale: Scale
}

/** What the colours of the map say, with numbers. */
export function Legend({ layer, relative, scale }: LegendProps) {
  const theme = useTheme()
  if (layer === 'lines') {
    return (
      <p class="map-legend muted">
        <SideMark team="AXIS" /> Axis kill, <SideMark team="ALLIES" /> Allies kill; the dot is the dead.
      </p>
    )
  }
  if (layer === 'flow') {
    return <p class="map-legend muted">An arrow is the mean direction; the longer, the more all ran the same way.</p>
  }
  if (relative && isEventLayer(layer)) {
    return <Bar theme={theme} ramp={DIFFERENCE} marks={['¼ of expected', 'as expected', '4 times']} />
  }
  if (scale.most === 0) return <p class="map-legend muted">Nothing of this kind.</p>
  const middle = layer === 'presence' ? scale.most / 4 : Math.max(1, Math.round(scale.most / 4))
  const last = `${amount(scale.most, layer)}${scale.isCut ? ' and more' : ''}`
  return <Bar theme={theme} ramp={HEAT} marks={['0', middle < scale.most ? amount(middle, layer) : '', last]} />
}

interface BarProps {
  readonly theme: Theme
  readonly ramp: typeof HEAT | typeof DIFFERENCE
  readonly marks: readonly [string, string, string]
}

function Bar({ theme, ramp, marks }: BarProps) {
  const id = useId()
  return (
    <div class="map-legend">
      <svg class="legend-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
        <defs>
          <linearGradient id={id}>
            {Array.from({ length: STOPS + 1 }, (_, i) => (
              <stop key={i} offset={i / STOPS} stop-color={cssColour(ramp[theme](i / STOPS))} />
            ))}
          </linearGradient>
        </defs>
        <rect width="100" height="8" fill={`url(#${id})`} />
      </svg>
      <p class="legend-marks muted">
        {marks.map((mark) => (
          <span key={mark}>{mark}</span>
        ))}
      </p>
    </div>
  )
}
