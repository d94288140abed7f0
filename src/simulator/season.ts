import type { Incident } from './incidents.ts'
import type { Match } from './match.ts'
import { type Community, community, type Person } from './people.ts'
import { PLANS } from './plans.ts'
import { type Random, random } from './random.ts'
import { ALLIES, AXIS } from './world.ts'

/** What season is to be played. */
export interface SeasonPlan {
  readonly seed: number
  readonly evenings: number
  /** People in the community; most of them come each evening. */
  readonly players: number
  /** When the last evening begins, s since 1970; the others lie two or three days before each other. */
  readonly last_unix: number
}

/** Maps played in a row, with sides swapped after the first round of each. */
export interface Season {
  readonly community: Community
  readonly matches: readonly Match[]
}

const DAY_S = 86_400
/** Days from one evening to the one before, in turn: Fridays, Wednesdays and Mondays. */
const DAYS = [2, 2, 3] as const
/** Maps of an evening, of two rounds each. */
const MAPS = [6, 8] as const
const MOST_PER_SIDE = 6
/** What lies between two maps besides the rounds: warm-ups and talk. */
const BREAK_S = 90
/** How often partners ask to be on one side; by chance they are nearly half of the other times. */
const TOGETHER = 0.6
const WARM_UP_MS = 3_000
const INTERMISSION_MS = 15_000
const SLOTS = 20

/** The matches of some evenings: who comes, who plays with whom, and what goes wrong is drawn from the seed. */
export function seasonOf({ seed, evenings, players, last_unix }: SeasonPlan): Season {
  const people = community(seed, players)
  const chance = random(seed)
  const matches: Match[] = []
  const begins = [last_unix]
  while (begins.length < evenings) {
    begins.unshift((begins[0] as number) - (DAYS[(begins.length - 1) % DAYS.length] as number) * DAY_S)
  }
  for (const [evening, evening_unix] of begins.entries()) {
    const present = shuffled(people.people, chance).slice(0, Math.min(players, 2 * MOST_PER_SIDE))
    const maps = chance.whole(...MAPS)
    let start_unix = evening_unix
    let level_time_ms = 60_000
    let sides = drawSides(people, present, chance)
    for (let i = 0; i < maps; i++) {
      // the second half of an evening is played in new teams
      if (i === Math.ceil(maps / 2)) sides = drawSides(people, present, chance)
      const plan = PLANS[(evening + i) % PLANS.length] as (typeof PLANS)[number]
      const guests = sides.flatMap((side, place) =>
        side.map(
          (person, slot) => ({ person, slot: 2 * slot + place, team: place === i % 2 ? AXIS : ALLIES }) as const,
        ),
      )
      matches.push({
        seed: chance.whole(1, 1_000_000_000),
        map: plan.name,
        server_name: 'Simulated evenings',
        unix: start_unix,
        level_time_ms,
        frame_ms: 50,
        guests,
        pairs: people.pairs,
        rounds: [incidents(guests, chance), incidents(guests, chance)],
        warm_up_ms: WARM_UP_MS,
        intermission_ms: INTERMISSION_MS,
      })
      // as long as both rounds can take, because nobody knows yet how they end
      const length_s = 2 * plan.minutes * 60 + BREAK_S
      start_unix += length_s
      level_time_ms += length_s * 1_000
    }
  }
  return { community: people, matches }
}

/** Two sides of one size; partners mostly want to be on one. */
function drawSides({ pairs }: Community, present: readonly Person[], chance: Random): [Person[], Person[]] {
  const sides: [Person[], Person[]] = [[], []]
  const size = Math.floor(present.length / 2)
  const left = new Set(shuffled(present, chance))
  const put = (person: Person, place: 0 | 1) => {
    sides[place].push(person)
    left.delete(person)
  }
  for (const { guids } of pairs) {
    const both = present.filter(({ guid }) => guids.includes(guid))
    if (both.length < 2 || !chance.chance(TOGETHER)) continue
    const place = chance.chance(0.5) ? 0 : 1
    if (sides[place].length + 2 <= size) for (const person of both) put(person, place)
  }
  for (const person of left) {
    const place = sides[0].length < sides[1].length ? 0 : 1
    if (sides[place].length < size) sides[place].push(person)
  }
  return sides
}

function incidents(guests: Match['guests'], chance: Random): Incident[] {
  const list: Incident[] = []
  const some = () => chance.pick(guests)
  const at = () => 1_000 * chance.whole(30, 300)
  if (chance.chance(0.06)) list.push({ at_ms: at(), kind: 'pause', for_ms: 1_000 * chance.whole(15, 90) })
  if (chance.chance(0.1)) {
    const { slot, person, team } = some()
    const left_ms = at()
    list.push({ at_ms: left_ms, kind: 'leave', slot })
    const again = { kind: 'join', person, team } as const
    // the slot may be somebody else's by then
    list.push({ ...again, at_ms: left_ms + 1_000 * chance.whole(15, 60), slot: chance.chance(0.5) ? slot : SLOTS - 1 })
  }
  if (chance.chance(0.05)) {
    const { slot, person } = some()
    list.push({ at_ms: at(), kind: 'rename', slot, name: `^${chance.whole(1, 9)}${person.name.slice(0, 20)}` })
  }
  if (chance.chance(0.02)) list.push({ at_ms: 1_000 * chance.whole(120, 400), kind: 'surrender', team: some().team })
  if (chance.chance(0.02)) list.push({ at_ms: 1_000 * chance.whole(20, 60), kind: 'restart' })
  return list
}

function shuffled<T>(list: readonly T[], chance: Random): T[] {
  const left = [...list]
  return list.map(() => left.splice(chance.whole(0, left.length - 1), 1)[0] as T)
}
