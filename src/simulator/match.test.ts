import { describe, expect, test } from 'vitest'
import type { Vector } from './fields.ts'
import { mapOf } from './map.ts'
import { type Match, type MatchPlayed, playMatch } from './match.ts'
import { community } from './people.ts'
import { type Moment, replay } from './replay.fixtures.ts'
import { SCENARIOS } from './scenarios.ts'

const { people, pairs } = community(7, 12)
const whole: Match = {
  ...SCENARIOS.two_rounds,
  map: 'sandmill',
  guests: people.map((one, slot) => ({ person: one, slot, team: slot % 4 < 2 ? 1 : 2 })),
  pairs,
  minutes: 3,
}

const tapes: readonly (readonly [string, MatchPlayed])[] = [
  ['whole', playMatch(whole)],
  ...Object.entries(SCENARIOS).map(([name, match]) => [name, playMatch(match)] as const),
]
const [, full] = tapes[0] as (typeof tapes)[number]

/** The calls of a tape with what a module would see at each; the words of a call first. */
function calls(tape: Uint8Array, look: (words: readonly string[], moment: Moment) => void): void {
  for (const moment of replay(tape)) {
    if (moment.kind === 'call') look(moment.columns, moment)
    else if (moment.kind === 'frame') look(['et_RunFrame', moment.columns[0] as string], moment)
    else if (moment.kind === 'vm') look(['vm'], moment)
  }
}

test('the same match gives the same bytes, another seed gives others', () => {
  expect(playMatch(whole).tape).toEqual(full.tape)
  expect(playMatch({ ...whole, seed: 12 }).tape).not.toEqual(full.tape)
})

describe.each(tapes)('the engine’s order: %s', (_, { tape }) => {
  test('a hit is told before the health goes, and a death is Damage, Kill, Obituary', () => {
    let last: readonly string[] = []
    let health = 0
    let printed = ''
    calls(tape, (words, { read, cvars }) => {
      const [name, first, second, third] = words
      if (name === 'et_Damage') {
        last = words
        if (Number(first) < 64) health = read(Number(first), 'health') as number
      }
      if (name === 'et_Print' && first?.startsWith('Kill: ')) printed = first
      if (name !== 'et_Obituary') return
      const victim = Number(first)
      expect(read(victim, 'health')).toBeLessThanOrEqual(0)
      expect(read(victim, 'ps.stats[0]')).toBeGreaterThan(0)
      expect(read(victim, 'ps.pm_type')).toBe(3)
      if (first !== second || !['33', '59'].includes(third as string)) {
        expect(last.slice(1, 3).concat(last[5] as string)).toEqual(
          third === '60' ? [first, '1022', '32'] : [first, second, third],
        )
        // bullets stop at -174, and a great explosion leaves -176
        expect([health - Number(last[3]), -174, -176]).toContain(read(victim, 'health'))
      }
      if (cvars.get('gamestate') === '0') expect(printed).toMatch(new RegExp(`^Kill: ${second} ${first} ${third}: `))
      else expect(printed).toBe('')
      printed = ''
    })
  })

  test('a start has six frames with nobody, clients in order of their slots, one more frame, and a gap', () => {
    let start = 0
    let told: (readonly string[])[] = []
    calls(tape, (words, { read }) => {
      if (words[0] === 'et_InitGame') {
        start = Number(words[1])
        told = []
      }
      if (start === 0 || ['et_Print', 'et_InitGame'].includes(words[0] as string)) return
      if (words[0] === 'et_RunFrame' && Number(words[1]) <= start + 500) {
        for (let slot = 0; slot < 20; slot++) expect(read(slot, 'pers.connected')).toBe(0)
      }
      told.push(words)
      if (words[0] !== 'et_RunFrame' || Number(words[1]) < start + 750) return
      const frames = told.filter(([name]) => name === 'et_RunFrame').map(([, at]) => Number(at) - start)
      expect(frames).toEqual([0, 100, 200, 300, 400, 500, 600, 750])
      const clients = told.slice(6, -2)
      const slots = clients.filter(([name]) => name === 'et_ClientConnect').map(([, slot]) => Number(slot))
      expect(slots).toEqual([...slots].sort((a, b) => a - b))
      expect(clients.map(([name]) => name)).toEqual(
        slots.flatMap(() => ['et_ClientConnect', 'et_ClientUserinfoChanged', 'et_ClientSpawn', 'et_ClientBegin']),
      )
      start = 0
    })
  })

  test('the state is the next one before the shutdown, and round cvars change with "Exit:"', () => {
    let ended = false
    let round = ''
    let state = ''
    calls(tape, ([name, first], { cvars }) => {
      const now = cvars.get('gamestate') as string
      if (name === 'et_InitGame') ended = false
      if (name === 'et_InitGame') round = cvars.get('g_currentRound') as string
      if (name === 'et_Print' && first?.startsWith('Exit: ')) {
        expect(cvars.get('g_currentRound')).toBe(round)
        ended = true
      }
      if (name === 'et_RunFrame') {
        if (ended) expect(cvars.get('g_currentRound')).not.toBe(round)
        state = now
      }
      if (name === 'et_ShutdownGame' && state === '1') expect(now).toBe('0')
      if (name === 'et_ShutdownGame' && state === '3') expect(now).toBe('2')
    })
  })

  test('at the first frame of the intermission everybody is at the camera', () => {
    let state = ''
    calls(tape, ([name], { cvars, read, at }) => {
      if (name !== 'et_RunFrame') return
      const now = cvars.get('gamestate') as string
      if (now === '3' && state !== '3') {
        const connected = Array.from({ length: 20 }, (_, slot) => slot).filter(
          (slot) => read(slot, 'pers.connected') === 2,
        )
        for (const slot of connected) {
          expect(read(slot, 'ps.pm_type')).toBe(5)
          expect(at(slot)).toEqual(mapOf(cvars.get('mapname') as string).camera)
        }
      }
      state = now
    })
  })

  test('a revive spawns with full health, then tells the medic with the real one', () => {
    let patient = ''
    let full_health = 0
    calls(tape, ([name, ...args], { read }) => {
      if (name === 'et_ClientSpawn' && args[1] === '1') {
        expect(args).toEqual([args[0], '1', '0', '1'])
        patient = args[0] as string
        full_health = read(Number(patient), 'health') as number
      } else if (name === 'et_Revive') {
        expect(args[0]).toBe(patient)
        expect(read(Number(patient), 'health')).toBe(Math.floor(full_health / 2))
        patient = `${args[1]} ${args[0]}`
      } else if (name === 'et_Print' && args[0]?.startsWith('Medic_Revive')) {
        expect(args[0]).toBe(`Medic_Revive: ${patient}\n`)
      }
    })
  })

  test('nobody stands in a wall', () => {
    let boxes: (readonly [Vector, Vector])[] = []
    for (const { kind, cvars, read, at } of replay(tape)) {
      if (kind === 'vm') boxes = mapOf(cvars.get('mapname') as string).boxes.map(({ mins, maxs }) => [mins, maxs])
      if (kind !== 'frame' || cvars.get('gamestate') !== '0') continue
      for (let slot = 0; slot < 12; slot++) {
        if ((read(slot, 'health') as number) <= 0 || read(slot, 'pers.connected') !== 2) continue
        const place = at(slot)
        const inside = boxes.some(([mins, maxs]) =>
          place.every((value, axis) => value > (mins[axis] as number) && value < (maxs[axis] as number)),
        )
        if (inside) expect(place).toBe('outside of walls')
      }
    }
  })
})

test('waves land when the arithmetic of configstring 31 says', () => {
  const SEEDS = [11, 3, 13, 7, 2, 5, 1, 17]
  let start = 0
  let seen = 0
  calls(full.tape, ([name, first, revived, teamChange], { cvars, configstrings, read, now }) => {
    if (name === 'et_InitGame') start = Number(first)
    if (name !== 'et_ClientSpawn' || revived !== '0' || teamChange !== '0' || cvars.get('gamestate') !== '0') return
    const team = read(Number(first), 'sess.sessionTeam')
    const [allies = 0, axis = 0, ...values] = (configstrings.get(31) as string).split(' ').map(Number)
    const place = team === 1 ? Math.floor(axis / 4) : Math.floor(allies / 8)
    const offset = (1000 * (values[place] as number)) / (SEEDS[place] as number)
    const limbo = Number(cvars.get(team === 1 ? 'g_redlimbotime' : 'g_bluelimbotime'))
    const spawned = read(Number(first), 'pers.lastSpawnTime') as number
    expect(spawned).toBe(now + 50)
    expect((offset + spawned - start) % limbo).toBeLessThan((offset + now - start) % limbo)
    seen++
  })
  expect(seen).toBeGreaterThan(20)
})

test('who is in limbo stands where the mate stands whom he watches, with his own health', () => {
  let seen = 0
  for (const { kind, cvars, read, at } of replay(full.tape)) {
    if (kind !== 'frame' || cvars.get('gamestate') !== '0') continue
    for (let slot = 0; slot < 12; slot++) {
      if ((read(slot, 'ps.pm_flags') as number) % 32_768 < 16_384) continue
      expect(read(slot, 'health')).toBeLessThanOrEqual(0)
      const others = Array.from({ length: 12 }, (_, other) => other).filter((other) => other !== slot)
      const near = others.some((other) =>
        at(other).every((value, axis) => Math.abs(value - (at(slot)[axis] as number)) < 0.01),
      )
      if (near) seen++
    }
  }
  expect(seen).toBeGreaterThan(1_000)
})

test('who joins in play is placed alive and waits in the same instant; the wave then spawns him', () => {
  let spawned = 0
  let placed = 0
  let frames = 0
  calls(playMatch(SCENARIOS.slot_reuse).tape, ([name, slot, revived, teamChange], { read, cvars }) => {
    if (cvars.get('gamestate') !== '0') return
    if (name === 'et_ClientConnect' && slot === '9') {
      expect(read(9, 'health')).toBe(0)
      expect(read(9, 'pers.netname')).toBe(0)
    }
    if (name === 'et_ClientSpawn' && slot === '9') {
      expect(read(9, 'health')).toBeGreaterThan(0)
      if (read(9, 'sess.sessionTeam') === 3) return
      if (teamChange === '1') placed++
      else if (revived === '0') spawned++
    }
    if (name === 'et_RunFrame' && placed === 1 && spawned === 0) {
      frames++
      expect(read(9, 'health')).toBeLessThanOrEqual(0)
      expect(read(9, 'ps.pm_flags')).toBeGreaterThanOrEqual(16_384)
    }
  })
  expect({ placed, spawned }).toEqual({ placed: 1, spawned: expect.any(Number) })
  expect(spawned).toBeGreaterThan(0)
  expect(frames).toBeGreaterThan(20)
})

test('the statistics are printed 300 ms into the intermission, and at a disconnect', () => {
  let intermission = 0
  const printed: number[] = []
  let leaving = ''
  calls(playMatch(SCENARIOS.slot_reuse).tape, ([name, first], { cvars, now }) => {
    if (name === 'et_RunFrame' && cvars.get('gamestate') === '3' && intermission === 0) intermission = now
    if (name === 'et_ClientDisconnect') leaving = first as string
    if (name !== 'et_Print' || !first?.startsWith('WeaponStats: ')) return
    if (intermission === 0) expect(first).toMatch(new RegExp(`^WeaponStats: ${leaving} `))
    else printed.push(now + 50 - intermission)
  })
  expect(leaving).toBe('2')
  expect(new Set(printed)).toEqual(new Set([300]))
})

test('a pause moves the zero of the clock in steps, and the round ends later by its length', () => {
  const { tape, rounds } = playMatch(SCENARIOS.pause)
  const zeros = new Set<number>()
  let toggles = 0
  let frozen = 0
  for (const { kind, cvars, configstrings, read } of replay(tape)) {
    if (kind !== 'frame' || cvars.get('gamestate') !== '0') continue
    zeros.add(Number(configstrings.get(11)))
    if (configstrings.get(32) === '662') {
      toggles++
      for (let slot = 0; slot < 6; slot++) {
        if ((read(slot, 'health') as number) <= 0) continue
        expect(read(slot, 'ps.pm_type')).toBe(4)
        frozen++
      }
    }
  }
  const steps = [...zeros].sort((a, b) => a - b)
  expect((steps.at(-1) as number) - (steps[0] as number)).toBe(17_650)
  expect(steps.length).toBe(37)
  expect(toggles).toBe(353)
  expect(frozen).toBeGreaterThan(300)
  expect(rounds[0]).toMatchObject({ paused_ms: 17_650, duration_ms: 45_000 })
})

test('an end names its reason, and broken rounds have none', () => {
  const reasons = (name: keyof typeof SCENARIOS) =>
    playMatch(SCENARIOS[name]).rounds.map(({ number, reason }) => `${number} ${reason}`)
  expect(reasons('objective')).toEqual(['1 objective', '2 time_limit'])
  expect(reasons('surrender')).toEqual(['1 surrender', '2 time_limit'])
  expect(reasons('restart')).toEqual(['1 restart', '1 time_limit'])
  expect(reasons('reset_match')).toEqual(['1 reset_match', '1 time_limit'])
  expect(reasons('map_change')).toEqual(['1 map_change'])
  expect(reasons('crash')).toEqual(['1 crash'])
})
