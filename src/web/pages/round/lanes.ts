import { deathsOf } from '../../round/deaths.ts'
import { fightsOf, isIn, shapeOf } from '../../round/fights.ts'
import { momentsOf } from '../../round/moments.ts'
import { isRecorded, SIDE_WORDS, SIDES } from '../../round/sections.ts'
import type { Round } from '../../round/use-round.ts'
import { wavesOf, waveTimes } from '../../round/waves.ts'

/** Something on the timeline. */
export interface LaneMark {
  readonly from_ms: number
  readonly to_ms: number
  /** AXIS, ALLIES, or nothing. */
  readonly team: string
  readonly words: string
}

/** One line of the timeline; `marks` null: the file does not have it. */
export interface Lane {
  readonly name: string
  readonly about: string
  /** Definitions of what is counted, by name. */
  readonly metrics: readonly string[]
  readonly kind: 'bar' | 'tick' | 'ring' | 'pin' | 'wave'
  readonly marks: readonly LaneMark[] | null
}

/** The lines of the timeline, from the top: fights, deaths, revives, objectives, waves of both sides. */
export function lanesOf(round: Round, player: number | null): readonly Lane[] {
  const isShown = (players: readonly (number | null)[]) => player === null || players.includes(player)
  const at = (time_ms: number, team: string, words: string): LaneMark => ({
    from_ms: time_ms,
    to_ms: time_ms,
    team,
    words,
  })
  const moments = momentsOf(round)
  const hasDeaths = isRecorded(round, 'deaths') || round.tracks.length > 0
  const hasObjectives = ['game_events', 'carrier_events', 'construction_events'].some((name) => isRecorded(round, name))
  return [
    {
      name: 'Fights',
      about: 'One player is hit by enemies, until he dies, escapes or the round ends.',
      metrics: ['fights'],
      kind: 'bar',
      marks: fightsOf(round)
        .filter((fight) => player === null || isIn(fight, player))
        .map((fight) => ({
          ...{ from_ms: fight.start_time_ms, to_ms: fight.end_time_ms, team: fight.target_team },
          words: shapeOf(fight),
        })),
    },
    {
      name: 'Deaths',
      about: 'Deaths of every cause.',
      metrics: ['deaths'],
      kind: 'tick',
      marks: hasDeaths
        ? deathsOf(round)
            .filter(({ victim, killer }) => isShown([victim, killer]))
            .map(({ time_ms, victim_team }) => at(time_ms, victim_team, 'death'))
        : null,
    },
    {
      name: 'Revives',
      about: 'A medic put a fallen mate back on his feet.',
      metrics: ['revives'],
      kind: 'ring',
      marks: isRecorded(round, 'revives')
        ? moments.flatMap((one) =>
            one.kind === 'revive' && isShown(one.players) ? [at(one.time_ms, '', 'revive')] : [],
          )
        : null,
    },
    {
      name: 'Objective',
      about: 'What was taken, brought, built, blown up or defused.',
      metrics: ['objective_events'],
      kind: 'pin',
      marks: hasObjectives
        ? moments.flatMap((one) =>
            one.kind === 'objective' && (one.players.length === 0 || isShown(one.players))
              ? [at(one.time_ms, one.event.team ?? '', `${one.event.words} ${one.event.object}`)]
              : [],
          )
        : null,
    },
    ...SIDES.map((side): Lane => {
      const waves = wavesOf(round, side)
      const isKnown = waves[0] !== undefined && waves[0].wave_ms !== null
      const { from_ms, to_ms } = clockOf(round)
      const times = isKnown ? waveTimes(waves, from_ms, to_ms) : null
      return {
        name: `${SIDE_WORDS[side]} waves`,
        about: 'Moments at which those who wait can spawn.',
        metrics: ['spawn_waves'],
        kind: 'wave',
        marks: times?.map((time_ms) => at(time_ms, side, 'wave')) ?? null,
      }
    }),
  ]
}

/** When the clock of the file begins and ends, ms. */
export function clockOf({ sums }: Round): { readonly from_ms: number; readonly to_ms: number } {
  const from_ms = sums.clock_start_ms ?? 0
  return { from_ms, to_ms: Math.max(sums.clock_end_ms ?? 0, from_ms + 1000) }
}
