import { isRecorded } from './sections.ts'
import type { Round } from './use-round.ts'

/** What a page shows if the file has it, the section that holds it, and what is shown instead of older files. */
const PARTS = {
  tracks: { what: 'where the players were', section: 'player_tracks', older: [], instead: '' },
  deaths: {
    ...{ what: 'a list of deaths', section: 'deaths', older: ['player_tracks'] },
    instead: 'Deaths are the ends of lives, and who killed is known where a fight says it.',
  },
  revives: { what: 'revives', section: 'revives', older: [], instead: '' },
  waves: {
    ...{ what: 'spawn waves', section: 'reinforcements', older: ['spawn_timing'] },
    instead: 'Spawn waves are reckoned from how long the killed had to wait.',
  },
  objectives: {
    ...{ what: 'what happened to the objectives', section: 'game_events' },
    older: ['carrier_events', 'construction_events'],
    instead: 'Of the objectives only carriers and the work of engineers are known.',
  },
  shots: { what: 'shots', section: 'shot_fired', older: [], instead: '' },
  hits: {
    ...{ what: 'every hit', section: 'damage', older: ['engagements'] },
    instead: 'Hits are those of the fights.',
  },
} as const satisfies Readonly<Record<string, Part>>

interface Part {
  readonly what: string
  readonly section: string
  /** Sections of older trackers that say something of it. */
  readonly older: readonly string[]
  readonly instead: string
}

export type PartName = keyof typeof PARTS

/** What a file does not have of these parts and why, and what is shown instead, in sentences. */
export function missingWords(round: Round, names: readonly PartName[]): readonly string[] {
  const missing = names.map((name): Part => PARTS[name]).filter(({ section }) => !isRecorded(round, section))
  const byReason = new Map<string, string[]>()
  for (const { what, section } of missing) {
    const reason = reasonWords(round, section)
    byReason.set(reason, [...(byReason.get(reason) ?? []), what])
  }
  const reasons = [...byReason].map(([reason, whats]) => `Not captured, ${reason}: ${whats.join(', ')}.`)
  const instead = missing.filter(({ older }) => older.some((name) => isRecorded(round, name)))
  return [...reasons, ...instead.map((part) => part.instead)]
}

function reasonWords({ sensors, build }: Round, section: string): string {
  if (sensors[section] === 'off') return 'because it was switched off on the game server'
  if (sensors[section] === 'failed') return 'because the sensor failed'
  return build === null ? 'as this file says nothing of it' : `as this file of tracker ${build} says nothing of it`
}
