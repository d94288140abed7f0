import type { Layer, MapAddress } from '../../map-address.ts'
import type { Figure } from '../../numbers/figure.ts'
import { count, counted } from '../../numbers/format.ts'
import { span } from '../../when.ts'
import { comparison, LEAST_EVENTS, ratioWords } from './compared.ts'
import { amount, type Cell, type EventLayer, isEventLayer, LAYER_WORDS, type MapReply, measureOf } from './layers.ts'

/** What is counted on each layer. */
const METRICS: Readonly<Record<Layer, readonly string[]>> = {
  kills: ['places', 'kills'],
  deaths: ['places', 'deaths'],
  push_deaths: ['push_deaths', 'places'],
  presence: ['presence'],
  fights: ['places', 'fights'],
  escapes: ['places', 'escape_distance'],
  lines: ['places', 'kills'],
  flow: ['presence'],
}

/** All of the layer that is shown. */
export function totalFigure({ layer }: MapAddress, { totals }: MapReply): Figure {
  const total = isEventLayer(layer) ? totals[layer] : layer === 'lines' ? totals.kills : totals.presence_ms
  return {
    id: 'total',
    title: LAYER_WORDS[layer][0],
    about: `${LAYER_WORDS[layer][0]} on this map: ${LAYER_WORDS[layer][1]}.`,
    metrics: METRICS[layer],
    basis: '',
    value: { kind: 'count', count: total, write: (value) => amount(value, layer) },
  }
}

/** The rounds that a map is drawn from. */
export function roundsFigure({ rounds }: MapReply): Figure {
  return {
    ...{ id: 'rounds', title: 'Rounds', metrics: ['rounds'], basis: '' },
    about: 'Rounds on this map of which the picture is made.',
    value: { kind: 'count', count: rounds, write: (value) => counted(value, 'round') },
  }
}

/** All of any layer, for the list of them; lines and flow are kills and time drawn otherwise. */
export function layerFigure(layer: EventLayer | 'presence', totals: MapReply['totals']): Figure {
  const [title, about] = LAYER_WORDS[layer]
  const value: Figure['value'] =
    layer === 'presence'
      ? { kind: 'count', count: totals.presence_ms, write: (ms) => span(ms) }
      : { kind: 'count', count: totals[layer] }
  return {
    ...{ id: `layer:${layer}`, title: `${title} on this map`, about: `${title} on this map: ${about}.` },
    ...{ metrics: METRICS[layer], basis: '', value },
  }
}

/** What one person has of the layer in a cell. */
export function whoFigure(layer: Layer, guid: string, name: string, value: number): Figure {
  return {
    id: `who:${guid}`,
    title: `${LAYER_WORDS[layer][0]} of ${name} in this cell`,
    about: `${LAYER_WORDS[layer][0]} of one player in one cell of the map: ${LAYER_WORDS[layer][1]}.`,
    metrics: METRICS[layer],
    basis: '',
    value: { kind: 'count', count: value, write: (sum) => amount(sum, layer) },
  }
}

/** What a cell has of the layer. */
export function cellFigure(layer: Layer, cell: Cell, id = 'cell'): Figure {
  const value = measureOf(cell, layer)
  return {
    id,
    title: `${LAYER_WORDS[layer][0]} in this cell`,
    about: `${LAYER_WORDS[layer][0]} in one cell of the map: ${LAYER_WORDS[layer][1]}.`,
    metrics: METRICS[layer],
    basis: isEventLayer(layer) && cell.presence_ms > 0 ? `In ${span(cell.presence_ms)} that people spent here` : '',
    value: { kind: 'count', count: value, write: (sum) => amount(sum, layer) },
  }
}

/** A cell against what the time that was spent there lets expect. */
export function versusFigure(layer: EventLayer, cell: Cell, { totals }: MapReply): Figure {
  const { ratio, expected } = comparison(layer, totals)(cell)
  const figure = {
    id: 'versus',
    title: `${LAYER_WORDS[layer][0]} against the time`,
    about: 'As if all of the map happened evenly over the time that people spent there. One is added to both numbers.',
    metrics: [...METRICS[layer], 'presence'],
    basis: `${amount(measureOf(cell, layer), layer)} here, ${expected < 10 ? expected.toFixed(1) : count(expected)} expected`,
  }
  const few = (reason: string): Figure => ({ ...figure, value: { kind: 'none', reason } })
  const n = totals[layer]
  if (n < LEAST_EVENTS) return few(`against the time: not enough yet (${n} of ${LEAST_EVENTS})`)
  if (ratio === null) return few('against the time: not enough yet in this cell')
  return { ...figure, value: { kind: 'measure', value: ratio, write: ratioWords } }
}
