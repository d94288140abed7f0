import type { ReplyAt } from '../../../contract/client.ts'
import type { Layer } from '../../map-address.ts'
import { counted } from '../../numbers/format.ts'
import { span } from '../../when.ts'

export type MapReply = ReplyAt<'/api/proximity/maps/:map_name'>
export type Cell = MapReply['cells'][number]

/** A layer that counts events. */
const EVENT_LAYERS = ['kills', 'deaths', 'push_deaths', 'fights', 'escapes'] as const
export type EventLayer = (typeof EVENT_LAYERS)[number]

/** Name and meaning of each layer. */
export const LAYER_WORDS: Readonly<Record<Layer, readonly [name: string, about: string]>> = {
  kills: ['Kills', 'where the killer stood'],
  deaths: ['Deaths', 'where people died'],
  push_deaths: ['Pushes', 'where pushes died'],
  presence: ['Time', 'where people were'],
  fights: ['Fights', 'where they ended'],
  escapes: ['Escapes', 'where the target got away'],
  lines: ['Kill lines', 'from the killer to the dead'],
  flow: ['Flow', 'where people ran'],
}

export function isEventLayer(layer: Layer): layer is EventLayer {
  return EVENT_LAYERS.some((one) => one === layer)
}

/** What a cell has of a layer: events, or milliseconds. */
export function measureOf(cell: Cell, layer: Layer): number {
  if (isEventLayer(layer)) return cell[layer]
  return layer === 'lines' ? cell.kills : cell.presence_ms
}

const EVENTS: Readonly<Record<EventLayer, readonly [one: string, many: string]>> = {
  kills: ['kill', 'kills'],
  deaths: ['death', 'deaths'],
  push_deaths: ['death with a push', 'deaths with pushes'],
  fights: ['fight', 'fights'],
  escapes: ['escape', 'escapes'],
}

/** An amount of a layer in words. */
export function amount(value: number, layer: Layer): string {
  if (layer === 'lines') return counted(value, 'kill')
  return isEventLayer(layer) ? counted(value, ...EVENTS[layer]) : span(value)
}
