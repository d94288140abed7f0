import type { MapAddress } from '../../map-address.ts'
import { counted } from '../../numbers/format.ts'
import { LEAST_EVENTS } from './compared.ts'
import type { Kills } from './draw-map.ts'
import { amount, isEventLayer, LAYER_WORDS, type MapReply } from './layers.ts'

/** How much is shown, and of how many rounds. */
export function basisWords({ layer }: MapAddress, { rounds, totals }: MapReply): string {
  const n = isEventLayer(layer) ? totals[layer] : layer === 'lines' ? totals.kills : totals.presence_ms
  return `${amount(n, layer)}${layer === 'presence' || layer === 'flow' ? ' of time' : ''} in ${counted(rounds, 'round')}`
}

/** What is missing, as sentences. */
export function missingWords(
  { layer, relative, filter }: MapAddress,
  { missing, totals }: MapReply,
  kills: Kills | null,
): readonly string[] {
  const words: string[] = []
  const isOfKillers = layer === 'kills' || layer === 'lines'
  if (missing.rounds_not_derived > 0) {
    words.push(`${counted(missing.rounds_not_derived, 'round')} of an earlier version left out: run proximity rebuild.`)
  }
  if (missing.rounds_without_role > 0) {
    words.push(`${counted(missing.rounds_without_role, 'round')} left out that do not know who defended.`)
  }
  if (isOfKillers && missing.kills_without_place > 0) {
    words.push(`${counted(missing.kills_without_place, 'kill')} left out: nothing tells where the killer stood.`)
  }
  if (filter.means !== null && (isOfKillers || layer === 'deaths') && missing.kills_without_means > 0) {
    words.push(`${counted(missing.kills_without_means, 'kill')} left out: nothing tells the weapon.`)
  }
  if (filter.means !== null && !isOfKillers && layer !== 'deaths') {
    words.push(`The weapon narrows kills and deaths only, not ${LAYER_WORDS[layer][0].toLowerCase()}.`)
  }
  if (kills !== null && layer === 'lines' && kills.total > kills.kills.length) {
    words.push(`The newest ${counted(kills.kills.length, 'line')} of ${counted(kills.total, 'kill')}.`)
  }
  if (relative && isEventLayer(layer) && totals[layer] < LEAST_EVENTS) {
    words.push(`Not enough yet to compare (${totals[layer]} of ${LEAST_EVENTS}): amounts are shown.`)
  }
  return words
}
