import { useId } from 'preact/hooks'
import { cssColour, DIFFERENCE } from '../../ramp.ts'
import { useTheme } from '../../theme.ts'

const STOPS = 12

/** What colour, width and strength of the lines say. */
export function EffectLegend({ scale, isNetwork }: { readonly scale: number; readonly isNetwork: boolean }) {
  const theme = useTheme()
  const id = useId()
  const points = Math.round(scale * 100)
  return (
    <div class="effect-legend">
      <svg class="effect-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
        <defs>
          <linearGradient id={id}>
            {Array.from({ length: STOPS + 1 }, (_, i) => (
              <stop key={i} offset={i / STOPS} stop-color={cssColour(DIFFERENCE[theme](i / STOPS))} />
            ))}
          </linearGradient>
        </defs>
        <rect width="100" height="8" fill={`url(#${id})`} />
      </svg>
      <p class="effect-marks muted">
        <span>{points} points less</span>
        <span>as with others</span>
        <span>{points} more</span>
      </p>
      <p class="muted">
        {isNetwork ? 'The thicker, the longer together; the fainter, the less sure.' : 'The fainter, the less sure.'}
      </p>
    </div>
  )
}
