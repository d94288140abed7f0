import { expect, test } from 'vitest'
import { eachEngine } from '../../tests/support/databases.ts'
import { EVENING, roundFile } from '../../tests/support/round-files.ts'
import { importRounds } from '../api/served.fixtures.ts'
import { derive } from '../metrics/derive.ts'
import { productLimit } from '../metrics/product-limit.ts'
import { parseRound } from '../parser/parse-round.ts'
import { classes } from './classes.ts'
import { dailyFights } from './daily-fights.ts'
import { duos } from './duos.ts'
import { busiestMap, hotzones } from './hotzones.ts'
import { movers } from './movers.ts'
import { reactions } from './reactions.ts'
import { EVERYTHING } from './scope.ts'
import { scopeTree } from './scope-tree.ts'
import { summary } from './summary.ts'
import { teamplay } from './teamplay.ts'
import { tradeSummary } from './trade-summary.ts'

// of unequal length, so that a mean of means is another number
const ROUNDS = [
  { seed: 1, start: EVENING },
  { seed: 2, start: EVENING + 600, map_name: 'radar' },
  { seed: 3, start: EVENING + 86_400, duration_s: 600 },
]
const DERIVED = ROUNDS.map((options) => derive(parseRound(roundFile(options).bytes).round))

function total(of: (derived: (typeof DERIVED)[number]) => number): number {
  return DERIVED.reduce((sum, derived) => sum + of(derived), 0)
}

eachEngine(
  'sums over rounds',
  (store) => {
    test('the key figures are sums over sums, never means of means', async () => {
      await importRounds(store(), ROUNDS)
      const found = await summary(store().reader, EVERYTHING)
      const fights = total(({ summary }) => summary.fights)
      expect(found).toMatchObject({
        sample_rounds: 3,
        total_engagements: fights,
        crossfire_events: total(({ summary }) => summary.crossfires),
        tracks: total(({ summary }) => summary.lives),
      })
      const [killed, escaped] = [total(({ summary }) => summary.killed), total(({ summary }) => summary.escaped)]
      expect(found).toMatchObject({ killed, escaped })
      expect(found.avg_duration_ms).toBe(Math.round(total(({ summary }) => summary.duration_sum_ms) / fights))
      expect(found.avg_distance_m).toBeCloseTo(total(({ summary }) => summary.distance_sum) / fights, 0)
      expect(found.avg_attackers).toBeCloseTo(total(({ summary }) => summary.attackers_sum) / fights, 2)
      expect(found.kill_rate_pct).toBeCloseTo((100 * total(({ summary }) => summary.killed)) / fights, 0)
      expect(found.avg_speed).toBeCloseTo(
        total(({ summary }) => summary.speed_sum) / total(({ summary }) => summary.speed_count),
        1,
      )
      expect(Object.values(found.shapes).reduce((sum, count) => sum + count, 0)).toBe(fights)
    })

    test('the same scope gives the same numbers, whichever question is asked', async () => {
      const { reader } = store()
      const {
        total_engagements,
        crossfire_events,
        unique_players,
        tracks,
        hotzones: cells,
        top_duos,
      } = await summary(reader, EVERYTHING)
      const days = await dailyFights(reader, EVERYTHING)
      const tree = await scopeTree(reader, EVERYTHING)
      const lives = await classes(reader, EVERYTHING)
      expect(days.reduce((sum, { engagements }) => sum + engagements, 0)).toBe(total_engagements)
      expect(days.reduce((sum, { crossfires }) => sum + crossfires, 0)).toBe(crossfire_events)
      expect(tree.reduce((sum, { engagements }) => sum + engagements, 0)).toBe(total_engagements)
      expect((await teamplay(reader, EVERYTHING, 25)).sampled_engagements).toBe(total_engagements)
      expect(lives.reduce((sum, { tracks: of }) => sum + of, 0)).toBe(tracks)
      expect((await movers(reader, EVERYTHING, 25)).distance).toHaveLength(unique_players)
      expect(await duos(reader, EVERYTHING, 10)).toEqual(top_duos)
      let places = 0
      for (const map_name of ['supply', 'radar']) {
        const found = await hotzones(reader, { ...EVERYTHING, map_name })
        places += found.filter(({ fights }) => fights > 0).length
      }
      expect(places).toBe(cells)
    })

    test('a cell counts fights, kills by enemies and deaths, and the busiest map comes first', async () => {
      const { reader } = store()
      expect(await busiestMap(reader, EVERYTHING)).toBe('supply')
      const found = await hotzones(reader, EVERYTHING)
      const rows = DERIVED.flatMap(({ fight_cells }) => fight_cells)
      for (const what of ['fights', 'kills', 'deaths'] as const) {
        const expected = rows.reduce((sum, row) => sum + row[what], 0)
        expect(found.reduce((sum, cell) => sum + cell[what], 0)).toBe(expected)
      }
      for (const { fights, kills, deaths } of found) expect(kills).toBeLessThanOrEqual(Math.min(fights, deaths))
    })

    test('trades are the sums of what each mate did', async () => {
      expect(await tradeSummary(store().reader, EVERYTHING)).toMatchObject({
        events: total(({ trades }) => trades.length),
        trade_opportunities: total(({ summary }) => summary.trade_opportunities),
        trade_attempts: total(({ summary }) => summary.trade_attempts),
        trade_success: total(({ summary }) => summary.trade_successes),
        missed_trade_candidates: total(({ summary }) => summary.trade_missed),
        isolation_deaths: total(({ summary }) => summary.isolation_deaths),
        traded_deaths: total(({ trades }) => trades.filter(({ successes }) => successes.length > 0).length),
        support_samples: total(({ summary }) => summary.support_samples),
        total_samples: total(({ summary }) => summary.total_samples),
      })
    })

    test('a reaction is judged by all fights, also those that ended before it', async () => {
      const { return_fire, class_summary } = await reactions(store().reader, EVERYTHING, 25)
      expect(return_fire.length).toBeGreaterThan(3)
      for (const { guid, player_class, samples, fights, median_ms } of return_fire) {
        const rows = DERIVED.flatMap(({ roster, reactions: all }) =>
          all.filter(
            (row) =>
              row.reaction === 'return_fire' &&
              row.player_class === player_class &&
              roster.players[row.player]?.guid === guid,
          ),
        )
        const bins = (of: 'happened' | 'censored') =>
          rows.reduce<number[]>((sum, row) => row[of].map((count, i) => count + (sum[i] ?? 0)), [])
        const expected = productLimit(bins('happened'), bins('censored'), 250).median_ms
        expect({ samples, fights, median_ms }).toEqual({
          samples: rows.reduce((sum, row) => sum + row.samples, 0),
          fights: rows.reduce((sum, row) => sum + row.fights, 0),
          median_ms: expected === null ? null : Math.round(expected),
        })
      }
      expect(return_fire.some(({ samples, fights }) => samples < fights)).toBe(true)
      expect(class_summary[0]?.events).toBe(
        total(({ reactions: all }) =>
          all.filter(({ reaction }) => reaction === 'dodge').reduce((sum, { fights }) => sum + fights, 0),
        ),
      )
    })
  },
  { keep: true },
)
