import { expect, test } from 'vitest'
import { eachEngine } from '../../tests/support/databases.ts'
import { EVENING, roundFile } from '../../tests/support/round-files.ts'
import { ENDPOINTS } from '../contract/endpoints.ts'
import type { Engagement } from '../format/core-sections.ts'
import { guidOf } from '../metrics/round.fixtures.ts'
import { parseRound } from '../parser/parse-round.ts'
import { addressOf, content, edited, importRounds, type Served, serve } from './served.fixtures.ts'

const BOT = 'OMNIBOT01'.padEnd(32, '0')

/** Statistics; the list of rounds shows every round with its bots. */
const STATISTICS = ENDPOINTS.filter(
  ({ path, query }) => 'range_days' in query.shape && path !== '/api/proximity/rounds',
)

async function answers(served: Served): Promise<Record<string, unknown>> {
  const all: Record<string, unknown> = {}
  for (const { path } of STATISTICS) {
    const { excluded: _, ...rest } = content(await served.get(addressOf(path)))
    all[path] = JSON.parse(JSON.stringify(rest, (key, value) => (key === 'excluded_rounds' ? undefined : value)))
  }
  return all
}

eachEngine('bots', (store) => {
  test('a round of bots changes nothing but the number of excluded rounds', async () => {
    await importRounds(store(), [{ seed: 1 }, { seed: 2, start: EVENING + 600, round_number: 2 }])
    const served = await serve(store())
    const before = await answers(served)
    const names = ['Birch', 'Cobalt', 'Dune', 'Ember']
    const people = roundFile({ seed: 3, start: EVENING + 1_200 })
    const ofBots = edited(people, (text) =>
      names.reduce((rest, name, i) => rest.replaceAll(guidOf(name), `OMNIBOT0${i}`.padEnd(32, '0')), text),
    )
    await importRounds(store(), [ofBots])

    expect(await answers(served)).toEqual(before)
    for (const { path } of STATISTICS) {
      const body = await served.get(addressOf(path))
      expect(body.excluded, path).toMatchObject({ rounds: { bots: 1 }, bot_players: 0 })
    }
  })

  test('a bot among people is in no list and no mean, and is counted', async () => {
    const people = roundFile({ seed: 1 })
    const life = `${BOT};Robo;ALLIES;SOLDIER;0;1;;killed;1;0,9000.0,9000.0,24.0,100,0.0,8,0,0,spawn`
    await importRounds(store(), [people])
    const served = await serve(store())
    const before = await answers(served)

    await store().db.deleteFrom('rounds').execute()
    await store().db.deleteFrom('round_file').execute()
    await importRounds(store(), [edited(people, (text) => text.replace('# KILL_HEATMAP', `${life}\n# KILL_HEATMAP`))])
    const renumbered = (all: unknown) =>
      JSON.parse(JSON.stringify(all).replaceAll(/"(id|round_id|session_id)":\d+/g, '"$1":0'))
    expect(renumbered(await answers(served))).toEqual(renumbered(before))
    for (const { path } of STATISTICS) {
      const body = await served.get(addressOf(path))
      expect(body.excluded, path).toMatchObject({ bot_players: 1 })
    }
    expect((await served.ask(`/api/proximity/players/${BOT}`)).status).toBe(404)
  })

  test('fights with a bot among people are in no sum, and are counted', async () => {
    const isRobos = ({ target_name, attackers }: Engagement) =>
      [target_name, ...attackers.map(({ name }) => name)].includes('Robo')
    const mixed = roundFile({ seed: 5, players: ['Anvil', 'Birch', 'Cobalt', 'Dune', 'Ember', 'Robo'] })
    const asBot = edited(mixed, (text) => text.replaceAll(guidOf('Robo'), BOT))
    const withRobo = parseRound(asBot.bytes).round.rows.engagements
    const others = withRobo.filter((engagement) => !isRobos(engagement))
    expect([others.length > 0, others.length < withRobo.length]).toEqual([true, true])
    await importRounds(store(), [asBot])
    const served = await serve(store())
    const summary = await served.get('/api/proximity/summary')
    expect(summary).toMatchObject({
      total_engagements: others.length,
      excluded: { engagements: { bots: withRobo.length - others.length } },
    })

    const killedIn = ({ outcome }: Engagement) => outcome === 'killed'
    for (const name of ['Anvil', 'Birch', 'Cobalt', 'Dune', 'Ember']) {
      const against = others.filter(({ target_name }) => target_name === name)
      const { sums } = await served.get(`/api/proximity/players/${guidOf(name)}`)
      expect(sums).toMatchObject({
        times_targeted: against.length,
        deaths: against.filter(killedIn).length,
        kills: others.filter((fight) => killedIn(fight) && fight.killer_name === name).length,
      })
      const zones = await served.get(`/api/proximity/hotzones?map_name=supply&player_guid=${guidOf(name)}`)
      const deaths = (zones.hotzones as { deaths: number }[]).reduce((sum, zone) => sum + zone.deaths, 0)
      expect(deaths).toBe(against.filter(killedIn).length)
    }
    const { events } = (await served.get('/api/proximity/events')) as { events: { target: string }[] }
    expect(events).toHaveLength(others.length)
  })

  test.each([
    ['incomplete', (text: string) => text.slice(0, text.indexOf('# REACTION_METRICS') - 3)],
    ['test_mode', (text: string) => text.replace('# ENGAGEMENTS\n', '# test_mode=1\n# ENGAGEMENTS\n')],
    ['clock', (text: string) => text.replace(/(round_(?:start|end)_unix)=\d+/g, '$1=86400')],
  ])('a round that is out for %s is counted as such', async (reason, edit) => {
    await importRounds(store(), [{ seed: 1 }, edited(roundFile({ seed: 2, start: EVENING + 600 }), edit)])
    const served = await serve(store())
    const summary = await served.get('/api/proximity/summary')
    expect(summary).toMatchObject({ sample_rounds: 1, excluded: { rounds: { [reason]: 1 } } })
    const { rounds } = (await served.get('/api/proximity/rounds')) as { rounds: { exclusion: string | null }[] }
    expect(rounds.map(({ exclusion }) => exclusion)).toEqual(expect.arrayContaining([null, reason]))
  })

  test('an evening of which no round counts is listed with what it holds, the others by what counts', async () => {
    const DAY_S = 86_400
    const cut = (seed: number, start: number, map_name: string) =>
      edited(roundFile({ seed, start, map_name }), (text) => text.slice(0, text.indexOf('# REACTION_METRICS') - 3))
    await importRounds(store(), [
      cut(1, EVENING, 'supply'),
      { seed: 2, start: EVENING + 600, map_name: 'radar' },
      cut(3, EVENING + DAY_S, 'oldmarket'),
      cut(4, EVENING + DAY_S + 600, 'radar'),
    ])
    const { status, sessions } = await (await serve(store())).get('/api/proximity/sessions')
    expect(status).toBe('ok')
    expect(sessions).toMatchObject([
      {
        start_unix: EVENING + DAY_S,
        rounds: 0,
        excluded_rounds: 2,
        maps: [
          { map_name: 'oldmarket', rounds: 1 },
          { map_name: 'radar', rounds: 1 },
        ],
        players: 0,
        fights: 0,
        killed: 0,
        crossfires: 0,
      },
      {
        start_unix: EVENING + 600,
        rounds: 1,
        excluded_rounds: 1,
        maps: [{ map_name: 'radar', rounds: 1 }],
        players: 6,
        fights: 12,
      },
    ])
  })

  test('a round that only another source has told of counts for nothing', async () => {
    await importRounds(store(), [{ seed: 1 }])
    const before = await answers(await serve(store()))
    const told = { round_number: 2, round_date: '2026-02-18', round_time: '220000', map_name: 'radar' }
    await store().db.insertInto('rounds').values(told).execute()
    const served = await serve(store())
    expect(await answers(served)).toEqual(before)
    expect(await served.get('/api/proximity/summary')).toMatchObject({
      sample_rounds: 1,
      excluded: { rounds: { without_file: 1 } },
    })
    const { rounds } = await served.get('/api/proximity/rounds')
    expect(rounds).toEqual(expect.arrayContaining([expect.objectContaining({ state: 'without_file', version: null })]))
  })
})
