import { type Death, deathsOf } from './deaths.ts'
import { type ObjectiveEvent, objectivesOf } from './objectives.ts'
import { rowsOf } from './sections.ts'
import type { Round } from './use-round.ts'

/** Something of a round that can be told in a sentence; `players`: those it is about. */
export type Moment = { readonly time_ms: number; readonly players: readonly number[] } & (
  | { readonly kind: 'death'; readonly death: Death }
  | { readonly kind: 'revive'; readonly medic: number | null; readonly revived: number | null }
  | { readonly kind: 'crossfire'; readonly attackers: readonly number[]; readonly target: number }
  | { readonly kind: 'objective'; readonly event: ObjectiveEvent }
  | { readonly kind: 'pause'; readonly duration_ms: number }
)

const known = (players: readonly (number | null)[]) => players.filter((player) => player !== null)

/** What happened in a round, in the order of time; at one time in the order of {@link Moment}. */
export function momentsOf(round: Round): readonly Moment[] {
  const moments: Moment[] = [
    ...deathsOf(round).map((death): Moment => {
      return { kind: 'death', time_ms: death.time_ms, players: known([death.killer, death.victim]), death }
    }),
    ...rowsOf(round, 'revives').map(({ time_ms, medic, revived }): Moment => {
      return { kind: 'revive', time_ms, players: known([medic, revived]), medic, revived }
    }),
    ...crossfiresOf(round).map(({ time_ms, attackers, target }): Moment => {
      return { kind: 'crossfire', time_ms, players: [...attackers, target], attackers, target }
    }),
    ...(objectivesOf(round) ?? []).map((event): Moment => {
      return { kind: 'objective', time_ms: event.time_ms, players: known([event.player]), event }
    }),
    ...rowsOf(round, 'pauses').map(({ start_time_ms, duration_ms }): Moment => {
      return { kind: 'pause', time_ms: start_time_ms, players: [], duration_ms }
    }),
  ]
  return moments.sort((a, b) => a.time_ms - b.time_ms)
}

/** Several players who damaged one at once; the time is when the second of them joined. */
export interface Crossfire {
  readonly time_ms: number
  readonly target: number
  readonly attackers: readonly number[]
}

/** The crossfires of a round in the order of time. */
export function crossfiresOf({ engagements }: Round): readonly Crossfire[] {
  return engagements
    .filter(({ is_crossfire }) => is_crossfire)
    .map(({ target, crossfire, attackers }) => {
      const hits = attackers.filter(({ player }) => crossfire.includes(player)).map((one) => one.first_hit_ms)
      return { time_ms: hits.sort((a, b) => a - b)[1] ?? hits[0] ?? 0, target, attackers: crossfire }
    })
    .sort((a, b) => a.time_ms - b.time_ms)
}
