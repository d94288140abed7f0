import { CELL_SIZES, LAYERS, type MapAddress } from '../../map-address.ts'
import { FigureValue } from '../../numbers/figure-value.tsx'
import { isEventLayer, LAYER_WORDS, type MapReply } from './layers.ts'
import { layerFigure } from './map-figures.ts'

interface LayerListProps {
  readonly address: MapAddress
  readonly totals: MapReply['totals'] | null
  readonly change: (to: MapAddress) => void
}

/** What is drawn, and how. */
export function LayerList({ address, totals, change }: LayerListProps) {
  const { layer: shown, relative, cell_units } = address
  return (
    <div class="map-layers">
      <fieldset>
        <legend>Layer</legend>
        {LAYERS.map((layer) => {
          const [name, about] = LAYER_WORDS[layer]
          return (
            <div key={layer} class={layer === shown ? 'layer is-shown' : 'layer'}>
              <label>
                <input
                  type="radio"
                  name="layer"
                  value={layer}
                  checked={layer === shown}
                  onChange={() => change({ ...address, layer })}
                />
                <span class="layer-name">{name}</span>
                <span class="layer-about muted">{about}</span>
              </label>
              {totals !== null && (isEventLayer(layer) || layer === 'presence') && (
                <span class="layer-count">
                  <FigureValue figure={layerFigure(layer, totals)} />
                </span>
              )}
            </div>
          )
        })}
      </fieldset>
      <fieldset class="map-how">
        <legend>Drawn</legend>
        <label class="check">
          <input
            type="checkbox"
            checked={relative}
            disabled={!isEventLayer(shown)}
            onChange={() => change({ ...address, relative: !relative })}
          />
          against the time spent there
        </label>
        <label class="check">
          in cells of{' '}
          <select
            value={cell_units}
            onChange={({ currentTarget }) => {
              const size = CELL_SIZES.find((one) => String(one) === currentTarget.value) ?? cell_units
              change({ ...address, cell_units: size, at: null })
            }}
          >
            {CELL_SIZES.map((size) => (
              <option key={size} value={size} selected={size === cell_units}>
                {size} units
              </option>
            ))}
          </select>
        </label>
      </fieldset>
    </div>
  )
}
