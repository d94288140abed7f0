import type { Value } from './figure.ts'
import { isTooFew } from './value-words.ts'

/** A share on a line from 0 to 100 %: the band is its 80 % interval. Nothing where there is no share to draw. */
export function ShareBar({ value }: { readonly value: Value }) {
  const drawn = drawnOf(value)
  return (
    <svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      <rect class="bar-ground" x="0" y="3" width="100" height="2" />
      {drawn !== null && (
        <>
          <rect class="bar-part" x="0" y="3" width={drawn.at} height="2" />
          <rect class="bar-band" x={drawn.low} y="1" width={drawn.high - drawn.low} height="6" />
          <rect class="bar-at" x={Math.min(drawn.at, 99.4)} y="0" width="0.6" height="8" />
        </>
      )}
    </svg>
  )
}

function drawnOf(value: Value): { readonly at: number; readonly low: number; readonly high: number } | null {
  if (value.kind === 'part') return { at: value.value * 100, low: value.value * 100, high: value.value * 100 }
  if (value.kind !== 'share' || isTooFew(value)) return null
  const { share } = value
  return { at: share.value * 100, low: share.low * 100, high: share.high * 100 }
}
