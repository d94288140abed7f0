import { readableText } from '../../../format/file-text.ts'
import type { ObjectiveEvent } from '../../round/objectives.ts'
import type { Span } from './playback.ts'

/** An event of an objective on the scrubber; `words` is empty where another one's stand. */
export interface Pin {
  readonly event: ObjectiveEvent
  readonly words: string
  readonly anchor: 'start' | 'middle' | 'end'
}

/** How long the words of a pin are at most, and the share of the scrubber that this takes on a laptop. */
const LONGEST = 26
const SHARE = 0.2

/** The pins in the order of time. Words that would lie over those before are left out; the list of moments has them. */
export function pinsOf(events: readonly ObjectiveEvent[], { from_ms, to_ms }: Span): readonly Pin[] {
  let free = -1
  return events.map((event) => {
    const share = (event.time_ms - from_ms) / Math.max(to_ms - from_ms, 1)
    const anchor = share < SHARE / 2 ? 'start' : share > 1 - SHARE / 2 ? 'end' : 'middle'
    const left = anchor === 'start' ? share : anchor === 'end' ? share - SHARE : share - SHARE / 2
    if (left < free) return { event, words: '', anchor }
    free = left + SHARE
    const words = readableText(`${event.words} ${event.object}`.trim())
    return { event, words: words.length > LONGEST ? `${words.slice(0, LONGEST - 1)}…` : words, anchor }
  })
}
