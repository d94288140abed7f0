import { expect, test } from 'vitest'
import { mapChoices, roundChoices, type ScopedRound, serverChoices, timeChoices } from './choices.ts'
import { EVERYTHING, type Evening, NO_SCOPE, type Scope, scopeOfRound } from './scope.ts'

const NOON = Date.UTC(2026, 1, 19, 12) / 1000

function anEvening(id: number, maps: readonly string[], server = ''): Evening {
  return {
    id,
    server,
    start_unix: NOON + id * 86_400,
    end_unix: NOON + id * 86_400 + 3600,
    session_dates: [],
    rounds: 2 * maps.length,
    excluded_rounds: 0,
    maps: maps.map((map_name) => ({ map_name, rounds: 2 })),
    players: 6,
    fights: 100,
    killed: 50,
    crossfires: 20,
  }
}

const ROUND: ScopedRound = {
  id: 9,
  map_name: 'supply',
  round_number: 2,
  round_start_unix: NOON,
  started_unix: NOON,
  round_date: '2026-02-19',
  session_id: 1,
}

const EVENINGS = [anEvening(2, ['radar']), anEvening(1, ['supply', 'radar'])]
const chosen = (choices: readonly { isChosen: boolean; words: string }[]) =>
  choices.filter(({ isChosen }) => isChosen).map(({ words }) => words)
const named = <T extends { words: string }>(choices: readonly T[], words: string | RegExp) =>
  choices.find((choice) => (typeof words === 'string' ? choice.words === words : words.test(choice.words)))

test('exactly one word of each part of the scope is chosen', () => {
  const scopes: Scope[] = [
    EVERYTHING,
    NO_SCOPE,
    { ...NO_SCOPE, session_id: 1 },
    { ...NO_SCOPE, session_id: 77 },
    { ...NO_SCOPE, session_date: '2026-02-19', map_name: 'gone' },
    { ...NO_SCOPE, range_days: 12, round_number: 2 },
    scopeOfRound(ROUND),
  ]
  for (const scope of scopes) {
    for (const opened of [null, ROUND]) {
      expect(chosen(timeChoices(scope, EVENINGS, null))).toHaveLength(1)
      expect(chosen(mapChoices(scope, EVENINGS))).toHaveLength(1)
      expect(chosen(roundChoices(scope, [ROUND], opened))).toHaveLength(1)
    }
  }
})

test('another evening keeps the map where it was played too, and no single round', () => {
  const choices = timeChoices(scopeOfRound(ROUND), EVENINGS, null)
  expect(choices.slice(0, 2).map(({ leadsTo }) => leadsTo.scope)).toEqual([
    { ...NO_SCOPE, session_id: 2 },
    { ...NO_SCOPE, session_id: 1, map_name: 'supply' },
  ])
})

test('the maps are those of the evening in the order of play, or all by name', () => {
  const words = (scope: Scope) => mapChoices(scope, EVENINGS).map((choice) => choice.words)
  expect(words({ ...NO_SCOPE, session_id: 1 })).toEqual(['all maps', 'supply', 'radar'])
  expect(words(EVERYTHING)).toEqual(['all maps', 'radar', 'supply'])
  expect(words({ ...EVERYTHING, map_name: 'gone' })).toContain('gone')
})

test('a round opens with its own scope, and all rounds lead back out of it', () => {
  const scope: Scope = { ...NO_SCOPE, session_id: 1 }
  expect(named(roundChoices(scope, [ROUND], null), /supply, round 2/)?.leadsTo).toEqual({
    scope: { ...NO_SCOPE, session_id: 1, map_name: 'supply', round_number: 2, round_start_unix: NOON },
    round_id: 9,
  })
  expect(named(roundChoices(scopeOfRound(ROUND), [], ROUND), 'all rounds')?.leadsTo).toEqual({
    scope: { ...NO_SCOPE, session_id: 1, map_name: 'supply' },
    round_id: null,
  })
})

test('servers can be chosen where there are several', () => {
  expect(serverChoices(EVERYTHING, [anEvening(1, [], 'one')])).toEqual([])
  const choices = serverChoices(EVERYTHING, [anEvening(1, [], 'two'), anEvening(2, [], 'one')])
  expect(choices.map(({ words }) => words)).toEqual(['all servers', 'one', 'two'])
})

test('an evening of which nothing counts says so before it is chosen', () => {
  const evenings = [anEvening(1, ['supply']), { ...anEvening(2, ['radar']), rounds: 0, excluded_rounds: 2 }]
  const words = timeChoices(EVERYTHING, evenings, null).flatMap(({ group, words }) =>
    group === 'Evenings' ? [words] : [],
  )
  expect(words.map((text) => text.endsWith(' (nothing counts)'))).toEqual([false, true])
})

test('a map whose name is no UTF-8 can be read, and keeps its name in the address', () => {
  const found = mapChoices(EVERYTHING, [anEvening(1, ['stra\uefdfe'])])[1]
  expect([found?.words, found?.leadsTo.scope.map_name]).toEqual(['straße', 'stra\uefdfe'])
})

test('an evening older than those of the list has its date where the page knows it', () => {
  const scope = { ...NO_SCOPE, session_id: 77 }
  const wordsOf = (opened: Parameters<typeof timeChoices>[2]) =>
    timeChoices(scope, EVENINGS, opened).find(({ isChosen }) => isChosen)?.words
  expect(wordsOf(null)).toBe('One evening')
  expect(wordsOf({ id: 77, start_unix: 1_500_000_000 })).toMatch(/^Evening of Fri 14 Jul 2017, /)
})
