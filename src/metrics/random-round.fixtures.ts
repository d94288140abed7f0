import fc from 'fast-check'
import type { Team } from '../format/codec.ts'
import { PLAYER_CLASSES } from '../format/codec.ts'
import type { Round } from '../format/round.ts'
import { anAttacker, anEngagement, aPath, aReaction, aRound, aTrack, type PathPoint } from './round.fixtures.ts'

const NAMES = ['A', 'B', 'C', 'D', 'E', 'F'] as const
/** The side of each player, which he leaves for some lives. */
const sideOf = (player: number): Team => (player % 2 === 0 ? 'AXIS' : 'ALLIES')
const upTo = (max: number) => fc.integer({ min: 0, max })
const player = upTo(NAMES.length - 1)
const nameOf = (no: number) => NAMES[no] ?? NAMES[0]

const point = fc.record({
  dt: fc.integer({ min: 1, max: 1900 }),
  x: upTo(900),
  y: upTo(900),
  speed: upTo(300),
  stance: upTo(2),
  sprint: upTo(1),
})
const life = fc.record({
  gap: upTo(2000),
  duration: fc.integer({ min: 1, max: 8000 }),
  points: fc.array(point, { maxLength: 8 }),
  moved: fc.option(upTo(3000)),
  ending: fc.constantFrom('killed' as const, 'round_end' as const),
  changed_side: fc.integer({ min: 0, max: 5 }).map((n) => n === 0),
  player_class: fc.constantFrom(...PLAYER_CLASSES),
})
type Life = typeof life extends fc.Arbitrary<infer T> ? T : never

function track(no: number, spawn: number, { duration, points, moved, ending, changed_side, player_class }: Life) {
  const end = spawn + duration
  let now = spawn
  const path = points.flatMap(({ dt, x, y, ...rest }): PathPoint[] => {
    now += dt
    return now < end ? [[now, x, y, rest]] : []
  })
  const [, x, y] = path.at(-1) ?? [0, 500, 500]
  // the camera stands far from everybody
  path.push(ending === 'round_end' ? [end, 90_000, 90_000, { event: ending }] : [end, x, y, { event: ending }])
  return aTrack(nameOf(no), {
    team: sideOf(changed_side ? no + 1 : no),
    player_class,
    spawn_time_ms: spawn,
    death_time_ms: end,
    first_move_time_ms: moved === null ? null : spawn + moved,
    death_type: ending,
    path: aPath(path),
  })
}

const hit = fc.record({
  no: upTo(2),
  is_mate: upTo(4).map((n) => n === 0),
  first: upTo(3000),
  lasts: upTo(3000),
  damage: fc.integer({ min: 1, max: 150 }),
})
const reaction = fc.option(upTo(6000))
const engagement = fc.record({
  target: player,
  start: upTo(9000),
  duration: upTo(4000),
  outcome: fc.constantFrom('killed', 'killed', 'killed', 'escaped', 'round_end', 'teamkill'),
  killer: upTo(5),
  hits: fc.uniqueArray(hit, { maxLength: 4, selector: ({ no, is_mate }) => `${no} ${is_mate}` }),
  end_x: upTo(900),
  end_y: upTo(900),
  distance_traveled: upTo(1000),
  target_class: fc.constantFrom(...PLAYER_CLASSES),
  return_fire_ms: reaction,
  dodge_reaction_ms: reaction,
  support_reaction_ms: reaction,
})

/**
 * Rounds of up to six people who change sides now and then, with lives in sequence and engagements of every kind. Names
 * and identifiers belong together; times and places are whole numbers.
 */
export const randomRound: fc.Arbitrary<Round> = fc
  .record({
    lives: fc.array(fc.array(life, { maxLength: 4 }), { minLength: 4, maxLength: NAMES.length }),
    engagements: fc.array(engagement, { minLength: 1, maxLength: 14 }),
  })
  .map(({ lives, engagements }) => {
    const player_tracks = lives.flatMap((own, no) => {
      let now = 0
      return own.map((one) => {
        const spawn = now + one.gap
        now = spawn + one.duration
        return track(no, spawn, one)
      })
    })
    const rows = engagements.map((one, engagement_id) => {
      const hits = one.hits.map((hit) => ({ ...hit, by: 2 * hit.no + ((one.target + (hit.is_mate ? 0 : 1)) % 2) }))
      // mostly one of the attackers, now and then the target himself, somebody who hit nobody, or nobody
      const killers = [...hits.map(({ by }) => by), one.target, 0]
      const killer = one.outcome === 'killed' ? killers[one.killer] : undefined
      const row = anEngagement(nameOf(one.target), {
        engagement_id,
        start_time_ms: one.start,
        end_time_ms: one.start + one.duration,
        target_team: sideOf(one.target),
        attackers: hits.map(({ by, first, lasts, damage }) =>
          anAttacker(nameOf(by), {
            team: sideOf(by),
            damage,
            first_hit_ms: one.start + first,
            last_hit_ms: one.start + first + lasts,
          }),
        ),
        end_x: one.end_x,
        end_y: one.end_y,
        distance_traveled: one.distance_traveled,
        ...(killer !== undefined && { killer: nameOf(killer) }),
        outcome: one.outcome,
      })
      const { target_class, return_fire_ms, dodge_reaction_ms, support_reaction_ms } = one
      return { row, reaction: aReaction(row, { target_class, return_fire_ms, dodge_reaction_ms, support_reaction_ms }) }
    })
    return aRound({
      player_tracks,
      engagements: rows.map(({ row }) => row),
      reaction_metrics: rows.map((one) => one.reaction),
    })
  })
