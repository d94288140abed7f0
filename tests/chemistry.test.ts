import { expect, test } from 'vitest'
import { derive } from '../src/metrics/derive.ts'
import { likeness, type RateByRounds, synergyOf } from '../src/metrics/synergy.ts'
import { playMatch } from '../src/simulator/match.ts'
import { community, type Pair } from '../src/simulator/people.ts'
import { SCENARIOS } from '../src/simulator/scenarios.ts'
import { track } from './support/tracker.ts'

const { people, pairs: PARTNERS } = community(5, 12)
const SEEDS = [1, 2, 3, 4]
const NONE: RateByRounds = { done: 0, chances: 0, squares: 0, rounds: 0 }

/** The crossfires of every two mates after some matches, by guids, as the tracker saw them. */
async function crossfires(pairs: readonly Pair[]): Promise<ReadonlyMap<string, RateByRounds>> {
  const found = new Map<string, RateByRounds>()
  for (const seed of SEEDS) {
    // other sides each time; partners are always mates
    const guests = people.map((person, slot) => {
      const place = (Math.floor(slot / 2) * seed) % 3
      return { person, slot, team: (place + Math.floor(slot / 6)) % 2 === 0 ? (1 as const) : (2 as const) }
    })
    const match = { ...SCENARIOS.two_rounds, map: 'sandmill', guests, pairs, minutes: 5, seed }
    const { rounds } = await track({ bytes: () => playMatch(match).tape })
    for (const { round } of rounds) {
      const { pairs: rows, roster } = derive(round)
      for (const { player1, player2, crossfire_count: done, crossfire_chances: chances } of rows) {
        if (!chances) continue
        const key = [player1, player2].map((player) => roster.players[player]?.guid).join(' ')
        const sum = found.get(key) ?? NONE
        found.set(key, {
          done: sum.done + done,
          chances: sum.chances + chances,
          squares: sum.squares + (done * done) / chances,
          rounds: sum.rounds + 1,
        })
      }
    }
  }
  return found
}

/** The effect of each pair, from the words of its definition. */
function effects(found: ReadonlyMap<string, RateByRounds>) {
  const alike = likeness([...found.values()])
  const sumOf = (keys: readonly string[]) => {
    const rates = keys.map((key) => found.get(key) ?? NONE)
    const sum = (of: 'done' | 'chances') => rates.reduce((total, rate) => total + rate[of], 0)
    return { done: sum('done'), chances: sum('chances') }
  }
  return [...found].flatMap(([key, pair]) => {
    const [one = '', other = ''] = key.split(' ')
    const rest = [...found.keys()].filter((name) => name !== key)
    const synergy = synergyOf(
      pair,
      sumOf(rest.filter((name) => name.includes(one))),
      sumOf(rest.filter((name) => name.includes(other))),
      sumOf(rest.filter((name) => !name.includes(one) && !name.includes(other))),
      alike,
    )
    return synergy === null ? [] : [{ guids: [one, other], ...synergy.effect }]
  })
}

test('the chemistry of partners is found in what the tracker writes', async () => {
  const found = effects(await crossfires(PARTNERS))
  for (const { guids } of PARTNERS) {
    const pair = found.find((one) => guids.every((guid) => one.guids.includes(guid)))
    expect(pair?.low, guids.join(' ')).toBeGreaterThan(0)
  }
}, 300_000)

test('where nobody has chemistry, about four of five intervals hold zero', async () => {
  const found = effects(await crossfires([]))
  expect(found.length).toBeGreaterThan(30)
  const covered = found.filter(({ low, high }) => low <= 0 && 0 <= high).length / found.length
  expect(covered).toBeGreaterThan(0.65)
  expect(covered).toBeLessThan(0.95)
}, 300_000)
