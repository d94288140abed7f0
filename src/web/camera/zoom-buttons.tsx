import './zoom-buttons.css'

/** A press of a button or a key makes everything so many times as large. */
export const ZOOM_STEP = 1.4

interface ZoomButtonsProps {
  readonly zoomBy: (factor: number) => void
  readonly showWhole: () => void
}

/** Over a map, at its right: nearer, farther, all of it. */
export function ZoomButtons({ zoomBy, showWhole }: ZoomButtonsProps) {
  return (
    <div class="zoom-buttons">
      <button type="button" aria-label="Closer" onClick={() => zoomBy(ZOOM_STEP)}>
        +
      </button>
      <button type="button" aria-label="Farther" onClick={() => zoomBy(1 / ZOOM_STEP)}>
        −
      </button>
      <button type="button" aria-label="All of the map" onClick={showWhole}>
        All
      </button>
    </div>
  )
}
