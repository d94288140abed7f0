import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Round } from '../format/round.ts'
import { derive } from './derive.ts'
import type { Derived } from './derived.ts'
import { naiveSupport, naiveTrades } from './naive.fixtures.ts'
import { randomRound } from './random-round.fixtures.ts'

const RUNS = { numRuns: 200 }

function holds(law: (round: Round) => void) {
  fc.assert(fc.property(randomRound, law), RUNS)
}

/** The side that a killer who hit nobody is taken to have: that of the life he is in, or was in last, or his first. */
function sideOf({ rows }: Round, guid: string, time_ms: number): string | undefined {
  const own = rows.player_tracks.filter((track) => track.guid === guid)
  return (own.findLast(({ spawn_time_ms }) => spawn_time_ms <= time_ms) ?? own[0])?.team
}

test('support is what its definition says', () => {
  holds((round) => {
    const { support_samples, total_samples } = derive(round).summary
    expect([support_samples, total_samples]).toEqual(naiveSupport(round))
  })
})

test('trades are what their definition says', () => {
  holds((round) => {
    const { trades, roster } = derive(round)
    const guids = (rows: readonly { readonly player: number }[]) =>
      rows.map(({ player }) => roster.players[player]?.guid ?? '').sort()
    const ours = trades.map((trade) => ({
      row_no: trade.row_no,
      opportunities: guids(trade.opportunities),
      attempts: guids(trade.attempts),
      successes: guids(trade.successes),
      missed: guids(trade.missed),
      isolated: trade.is_isolation_death,
    }))
    expect(ours).toEqual(naiveTrades(round, (guid, time_ms) => sideOf(round, guid, time_ms)))
  })
})

/** The same value with every field passed through `change`; columns of numbers stay as they are. */
function changed<T>(value: T, change: (key: string, value: unknown) => readonly [key: string, value: unknown]): T {
  const walk = (inner: unknown): unknown => {
    if (Array.isArray(inner)) return inner.map(walk)
    if (typeof inner !== 'object' || inner === null || ArrayBuffer.isView(inner)) return inner
    return Object.fromEntries(Object.entries(inner).map(([key, own]) => change(key, walk(own))))
  }
  return walk(value) as T
}

/** The same value with the sides exchanged, in words and in names of fields. */
function mirrored<T>(value: T): T {
  const other: Readonly<Record<string, string>> = { AXIS: 'ALLIES', ALLIES: 'AXIS', axis: 'allies', allies: 'axis' }
  return changed(value, (key, inner) => [
    key.replace(/^(axis|allies)/, (side) => other[side] ?? side),
    typeof inner === 'string' ? (other[inner] ?? inner) : inner,
  ])
}

test('mirrored sides give mirrored numbers', () => {
  holds((round) => {
    expect(derive({ ...round, rows: mirrored(round.rows) })).toEqual(mirrored(derive(round)))
  })
})

/** All sums of a round by name, so that the numbering of people does not matter; rounded to 6 places. */
function sumsOf({ roster, summary, players, classes, pairs, reactions, cells, fight_cells }: Derived) {
  const named = (rows: readonly object[]) =>
    rows
      .map((row) =>
        JSON.stringify(row, (key, value) => {
          if (/^player\d?$/.test(key)) return roster.players[value]?.name
          return typeof value === 'number' ? Math.round(value * 1e6) / 1e6 : value
        }),
      )
      .sort()
  return [[summary], players, classes, pairs, reactions, cells, fight_cells].map(named)
}

test('the order of rows does not matter for sums', () => {
  const orders = fc.array(fc.nat(), { minLength: 30, maxLength: 30 })
  fc.assert(
    fc.property(randomRound, orders, (round, keys) => {
      const shuffled = <T>(rows: readonly T[]) =>
        rows
          .map((row, i) => ({ row, key: keys[i] ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ row }) => row)
      const { engagements, player_tracks, reaction_metrics } = round.rows
      const rows = {
        ...round.rows,
        engagements: shuffled(engagements),
        player_tracks: shuffled(player_tracks),
        reaction_metrics: shuffled(reaction_metrics),
      }
      expect(sumsOf(derive({ ...round, rows }))).toEqual(sumsOf(derive(round)))
    }),
    RUNS,
  )
})

const FACT_TIMES = /^(start_time|end_time|spawn_time|death_time|first_move_time|first_hit|last_hit)_ms$/
const DERIVED_TIMES = /^(spawn_time|end_time|death_time|first_hit|kill_time|clock_start|clock_end)_ms$/

/** The same value with all its times later; of points the times too. */
function later<T>(value: T, times: RegExp, by_ms: number): T {
  return changed(value, (key, inner) => {
    if (inner instanceof Int32Array) return [key, inner.map((time_ms) => time_ms + by_ms)]
    return [key, times.test(key) && typeof inner === 'number' ? inner + by_ms : inner]
  })
}

test('a clock that begins elsewhere changes nothing but times', () => {
  fc.assert(
    fc.property(randomRound, fc.integer({ min: -40_000, max: 40_000 }), (round, by_ms) => {
      const other = { ...round, rows: later(round.rows, FACT_TIMES, by_ms) }
      expect(derive(other)).toEqual(later(derive(round), DERIVED_TIMES, by_ms))
    }),
    RUNS,
  )
})

test('no number exceeds what it is a part of', () => {
  holds((round) => {
    const { players, summary, pairs, trades, cells, classes, fights } = derive(round)
    for (const p of players) {
      expect(p.kills).toBe(p.solo_kills + p.assisted_kills)
      expect(p.alive_ms).toBe(p.axis_ms + p.allies_ms)
      const chains: readonly (readonly number[])[] = [
        [p.deaths_by_enemy, p.deaths],
        [p.solo_attacks, p.attacks],
        [p.focus_escapes + p.focus_deaths, p.times_focused, p.times_targeted],
        [p.solo_escapes + p.solo_deaths, p.times_targeted - p.times_focused],
        [p.crossfire_final_blows, p.crossfire_kills, p.crossfire_participations, p.attacks - p.crossfire_late_joins],
        [p.crossfire_damage, p.damage_dealt],
        [p.trade_opportunity_successes, p.trade_successes],
        [p.trade_opportunity_successes, p.trade_opportunities],
        [p.baits, p.bait_chances, p.trade_opportunities],
        [p.baits, p.trade_missed, p.trade_opportunities],
        [p.traded_deaths, p.tradable_deaths, p.deaths_by_enemy],
        [p.isolation_deaths, p.tradable_deaths],
        [p.support_samples, p.total_samples],
        [p.standing_ms + p.crouching_ms + p.prone_ms, p.alive_ms],
        [p.sprint_ms, p.alive_ms],
        [p.sprint_percentage_sum, 100 * p.sprint_percentage_count],
      ]
      for (const chain of chains) expect(chain).toEqual(chain.toSorted((a, b) => a - b))
    }
    const total = (of: (player: (typeof players)[number]) => number) => players.reduce((sum, one) => sum + of(one), 0)
    expect(total((p) => p.kills)).toBe(total((p) => p.deaths_by_enemy))
    expect(total((p) => p.damage_dealt)).toBe(total((p) => p.damage_taken))
    expect(total((p) => p.times_targeted)).toBe(summary.fights)
    expect(total((p) => p.attacks)).toBe(summary.attackers_sum)
    expect(total((p) => p.support_samples)).toBe(summary.support_samples)
    expect(total((p) => p.trade_opportunities)).toBe(summary.trade_opportunities)
    expect(total((p) => p.lives)).toBe(summary.lives)
    expect(classes.reduce((sum, one) => sum + one.lives, 0)).toBe(summary.lives)
    expect(trades).toHaveLength(summary.trade_events)
    const { shape_1v1, shape_2v1, shape_2v2, shape_1v2, shape_other } = summary
    expect(shape_1v1 + shape_2v1 + shape_2v2 + shape_1v2 + shape_other).toBe(summary.fights)
    expect(cells.reduce((sum, cell) => sum + cell.axis_deaths + cell.allies_deaths, 0)).toBe(total((p) => p.deaths))
    expect(cells.reduce((sum, cell) => sum + cell.axis_kills + cell.allies_kills, 0)).toBe(total((p) => p.kills))
    for (const { crossfire_players, attacker_players, defenders, category } of fights) {
      expect(attacker_players.slice(0, crossfire_players.length)).toEqual(crossfire_players)
      expect(defenders > 0).toBe(category === 'fight')
    }
    for (const pair of pairs) {
      expect(pair.crossfire_kills).toBeLessThanOrEqual(pair.crossfire_count)
      expect(pair.trades_1_for_2).toBeLessThanOrEqual(pair.trade_chances_1_for_2)
      expect(pair.trades_2_for_1).toBeLessThanOrEqual(pair.trade_chances_2_for_1)
    }
  })
})
