import type { ComponentChildren } from 'preact'
import './zoom-buttons.css'

/** A press of a button or a key makes everything so many times as large. */
export const ZOOM_STEP = 1.4

interface ZoomButtonsProps {
  readonly zoomBy: (factor: number) => void
  readonly showWhole: () => void
  /** What stands at their left. */
  readonly children: ComponentChildren
}

/** A line above or below a map, never on it, for there it would hide what happens: nearer, farther, all of it. */
export function ZoomButtons({ zoomBy, showWhole, children }: ZoomButtonsProps) {
  return (
    <div class="zoom-line">
      <div class="zoom-beside">{children}</div>
      <div class="zoom-buttons">
        <button type="button" aria-label="Closer" onClick={() => zoomBy(ZOOM_STEP)}>
          +
        </button>
        <button type="button" aria-label="Farther" onClick={() => zoomBy(1 / ZOOM_STEP)}>
          −
        </button>
        <button type="button" aria-label="All of it" onClick={showWhole}>
          All
        </button>
      </div>
    </div>
  )
}
