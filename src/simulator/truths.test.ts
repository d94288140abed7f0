import { beforeAll, expect, test } from 'vitest'
import { type MatchPlayed, playMatch } from './match.ts'
import { CLASS, community, type Person } from './people.ts'
import { SCENARIOS } from './scenarios.ts'
import { type Happening, WORLD_ENTITY } from './world.ts'

const { people, pairs } = community(5, 12)
// sides so that partners are mates; everybody plays every side
const guests = people.map((person, slot) => ({ person, slot, team: slot % 4 < 2 ? (1 as const) : (2 as const) }))
const RIVALS = { map: 'sandmill', guests, pairs, minutes: 5, intermission_ms: 1_000, warm_up_ms: 500 } as const

let played: readonly MatchPlayed[]
let rounds: readonly (readonly Happening[])[]
beforeAll(() => {
  played = [1, 2, 3, 4, 5, 6].map((seed) => playMatch({ ...SCENARIOS.two_rounds, ...RIVALS, seed }))
  rounds = played.flatMap((match) => match.rounds.map(({ happenings }) => happenings))
})

function count(kind: Happening['kind'], slot: number, by: 'slot' | 'other'): number {
  return rounds.flat().filter((one) => one.kind === kind && one[by] === slot).length
}

/** How often the first hits of two mates on one target fall within a second. */
function crossfires(a: number, b: number): number {
  let found = 0
  for (const happenings of rounds) {
    const hits = happenings.filter(({ kind, other }) => kind === 'hit' && (other === a || other === b))
    const last = new Map<string, number>()
    for (const { time_ms, slot, other } of hits) {
      const before = last.get(`${slot} ${other === a ? b : a}`)
      const own = last.get(`${slot} ${other}`)
      if (before !== undefined && time_ms - before <= 1_000 && (own === undefined || time_ms - own > 1_000)) found++
      last.set(`${slot} ${other}`, time_ms)
    }
  }
  return found
}

test('chemistry: partners open fire on one target within a second far more often than other mates', () => {
  const mates = guests.flatMap((a) =>
    guests.filter((b) => b.slot > a.slot && b.team === a.team).map((b) => [a, b] as const),
  )
  const others = mates.filter(
    ([a, b]) => !pairs.some(({ guids }) => guids.includes(a.person.guid) && guids.includes(b.person.guid)),
  )
  const usual = others.reduce((sum, [a, b]) => sum + crossfires(a.slot, b.slot), 0) / others.length
  expect(crossfires(0, 1)).toBeGreaterThan(2 * usual)
  expect(crossfires(2, 3)).toBeGreaterThan(1.2 * usual)
})

test('skill: the better half hits more of its shots than the other', () => {
  const half = (better: boolean) => guests.filter(({ person }) => person.skill >= 0.5 === better)
  const rate = (some: typeof guests) => {
    const sum = (kind: 'hit' | 'shot', by: 'slot' | 'other') =>
      some.reduce((total, { slot }) => total + count(kind, slot, by), 0)
    return sum('hit', 'other') / sum('shot', 'slot')
  }
  expect(rate(half(true))).toBeGreaterThan(1.25 * rate(half(false)))
})

test('reaction: the quick fire back earlier at who surprised them', () => {
  const answers = (quick: boolean) => {
    const some = guests.filter(({ person }) => person.reaction_ms < 415 === quick).map(({ slot }) => slot)
    const delays: number[] = []
    for (const happenings of rounds) {
      const fired = new Map<number, number>()
      const waits = new Map<number, number>()
      for (const { kind, slot, time_ms } of happenings) {
        if (slot === undefined || !some.includes(slot)) continue
        if (kind === 'hit' && time_ms - (fired.get(slot) ?? 0) > 3_000 && !waits.has(slot)) waits.set(slot, time_ms)
        if (kind !== 'shot') continue
        const since = time_ms - (waits.get(slot) ?? Number.NEGATIVE_INFINITY)
        if (since < 1_500) delays.push(since)
        waits.delete(slot)
        fired.set(slot, time_ms)
      }
    }
    return delays.reduce((sum, delay) => sum + delay, 0) / delays.length
  }
  expect(answers(true)).toBeLessThan(answers(false) - 30)
})

test('support: the supporter revives more than any other medic of the evening', () => {
  const medics = guests.filter(({ person }) => person.player_class === CLASS.medic)
  const revives = (slot: number) => count('revive', slot, 'other')
  const best = medics.find(({ person }) => person.supports === 1)?.slot as number
  for (const { slot } of medics) if (slot !== best) expect(revives(best)).toBeGreaterThan(revives(slot))
})

test('holding: the holder dies less often than his skill would let expect', () => {
  const deaths = (slot: number) => count('death', slot, 'slot')
  const holder = people.findIndex(({ holds }) => holds === 1)
  const alike = guests.filter(
    ({ slot, person }) => slot !== holder && Math.abs(person.skill - (people[holder] as Person).skill) < 0.35,
  )
  const usual = alike.reduce((sum, { slot }) => sum + deaths(slot), 0) / alike.length
  expect(deaths(holder)).toBeLessThan(usual)
})

test('every death is one by somebody, and nobody is revived who did not die', () => {
  for (const happenings of rounds) {
    const down = new Set<number>()
    for (const { kind, slot, other } of happenings) {
      if (slot === undefined) continue
      if (kind === 'death') {
        expect(down.has(slot)).toBe(false)
        expect(other === WORLD_ENTITY || guests.some((one) => one.slot === other)).toBe(true)
        down.add(slot)
      } else if (kind === 'revive') expect(down.delete(slot)).toBe(true)
      else if (kind === 'spawn') down.delete(slot)
    }
  }
})
