import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { eachEngine } from '../../tests/support/databases.ts'
import { EVENING, roundFile } from '../../tests/support/round-files.ts'
import { edited, importRounds } from '../api/served.fixtures.ts'
import { playerSums } from '../contract/player-sums.ts'
import { guidOf } from '../metrics/round.fixtures.ts'
import type { Store } from '../store/open.ts'
import { PLAYER_SUMS } from '../store/player-sums.ts'
import { classes } from './classes.ts'
import { duos } from './duos.ts'
import { excludedIn } from './excluded.ts'
import { movers } from './movers.ts'
import { personOf } from './people.ts'
import { playerProfile } from './player-profile.ts'
import { players } from './players.ts'
import { reactions } from './reactions.ts'
import { EVERYTHING } from './scope.ts'
import { summary } from './summary.ts'
import { teamplay } from './teamplay.ts'

const EARLIER = { seed: 1, start: EVENING }
const LATER = { seed: 2, start: EVENING + 600 }
const renamed = (options: typeof EARLIER, name: string) =>
  edited(roundFile(options), (text) => text.replaceAll('Birch', name))

async function profileOf({ reader }: Store, guid: string) {
  const person = await personOf(reader, guid)
  return person && (await playerProfile(reader, EVERYTHING, person))
}

async function everyName({ reader }: Store): Promise<string[]> {
  const pairs = await duos(reader, EVERYTHING, 50)
  const moved = await movers(reader, EVERYTHING, 25)
  const played = await teamplay(reader, EVERYTHING, 25)
  const reacted = await reactions(reader, EVERYTHING, 25)
  const listed = await players(reader, EVERYTHING, null, 100, null)
  const entries = [moved.distance, moved.sprint, moved.reaction, moved.survival, played.sync, played.crossfire_kills]
  const lists = [...entries, played.focus_survival, reacted.return_fire, listed.players]
  return [...pairs.flatMap(({ player1, player2 }) => [player1, player2]), ...lists.flat().map(({ name }) => name)]
}

eachEngine('people', (store) => {
  test('a rename makes nobody two people, and the latest name is that of the latest round', async () => {
    // the later round is imported first
    await importRounds(store(), [renamed(LATER, '^2Willow'), renamed(EARLIER, 'Twig')])
    const names = await everyName(store())
    expect(names).toContain('^2Willow')
    expect(names).not.toContain('Twig')
    const { players: all } = await players(store().reader, EVERYTHING, null, 100, null)
    expect(all).toHaveLength(6)
    expect(all.find(({ guid }) => guid === guidOf('Birch'))).toMatchObject({ name: '^2Willow', rounds: 2 })
    expect((await summary(store().reader, EVERYTHING)).unique_players).toBe(6)
  })

  test('of two names of one round the later one is his', async () => {
    const [before, after] = Buffer.from(roundFile(EARLIER).bytes).toString().split('# PLAYER_TRACKS')
    const bytes = Buffer.from(`${before}# PLAYER_TRACKS${after?.replaceAll('Birch', 'Willow')}`)
    await importRounds(store(), [{ ...roundFile(EARLIER), bytes }])
    const { players: all } = await players(store().reader, EVERYTHING, null, 100, null)
    expect(all).toHaveLength(6)
    expect(all.find(({ guid }) => guid === guidOf('Birch'))?.name).toBe('Willow')
  })

  test('somebody can be found by any name he used, in any case, with or without colours', async () => {
    await importRounds(store(), [renamed(LATER, '^2Wil^7low'), renamed(EARLIER, 'Twig')])
    const find = async (search: string) =>
      (await players(store().reader, EVERYTHING, search, 100, null)).players.map(({ name }) => name)
    expect(await find('WILLOW')).toEqual(['^2Wil^7low'])
    expect(await find('^3twig')).toEqual(['^2Wil^7low'])
    const foundBy = async (search: string) =>
      (await players(store().reader, EVERYTHING, search, 100, null)).players.map(({ matched_name }) => matched_name)
    expect([await foundBy('low'), await foundBy('TWI')]).toEqual([[null], ['Twig']])
    expect(await find('nobody')).toEqual([])
    expect(await find('%')).toEqual([])
    const profile = await profileOf(store(), guidOf('Birch').toLowerCase())
    expect(profile).toMatchObject({
      name: '^2Wil^7low',
      names: [
        { name: '^2Wil^7low', rounds: 1, last_seen_unix: EVENING + 600 },
        { name: 'Twig', rounds: 1, last_seen_unix: EVENING },
      ],
    })
  })

  test('people without an identifier are never one person', async () => {
    const nameless = (options: typeof EARLIER) =>
      edited(roundFile(options), (text) => text.replaceAll(guidOf('Birch'), ''))
    await importRounds(store(), [nameless(EARLIER), nameless(LATER)])
    const { players: all } = await players(store().reader, EVERYTHING, null, 100, null)
    expect(all.filter(({ kind }) => kind === 'unknown')).toMatchObject([{ rounds: 1 }, { rounds: 1 }])
    expect(all).toHaveLength(7)
  })

  test('the parts of a player add up to what every other list says of him', async () => {
    await importRounds(store(), [EARLIER, LATER, { seed: 3, start: EVENING + 1_200, map_name: 'radar' }])
    const { reader } = store()
    const guid = guidOf('Birch')
    const profile = await profileOf(store(), guid)
    const scope = { ...EVERYTHING, player_guid: guid }
    const moved = await movers(reader, scope, 5)
    const [listed] = (await players(reader, scope, null, 5, null)).players
    const [played] = (await teamplay(reader, scope, 5)).crossfire_kills
    const pairs = await duos(reader, scope, 50)
    if (profile === undefined || played === undefined) throw new Error('he is missing')

    expect(listed).toMatchObject({ rounds: profile.rounds, lives: profile.sums.lives, kills: profile.sums.kills })
    expect(moved.distance).toMatchObject([{ guid, tracks: profile.sums.lives }])
    expect(moved.survival).toMatchObject([{ duration_ms: profile.means.life_duration_ms.value }])
    expect(played.crossfire_participations).toBe(profile.sums.crossfire_participations)
    expect(profile.maps).toEqual([
      { map_name: 'supply', rounds: 2 },
      { map_name: 'radar', rounds: 1 },
    ])
    const ofClasses = await classes(reader, scope)
    expect(profile.classes.reduce((sum, { lives }) => sum + lives, 0)).toBe(profile.sums.lives)
    expect(ofClasses.reduce((sum, { tracks }) => sum + tracks, 0)).toBe(profile.sums.lives)
    for (const { name, guid: partner, crossfire_count, crossfire_kills } of profile.partners) {
      const pair = pairs.find(({ player1_guid, player2_guid }) => [player1_guid, player2_guid].includes(partner))
      expect({ name, crossfire_count, crossfire_kills }).toEqual({
        name,
        crossfire_count: pair?.crossfire_count ?? 0,
        crossfire_kills: pair?.crossfire_kills ?? 0,
      })
    }
  })

  test('every sum that is stored of a player is told', async () => {
    const { rows } = await sql<{ column_name: string }>`select column_name from information_schema.columns
      where table_name = 'derived_player' and column_name not in ('round_id', 'player_id')`.execute(store().db)
    const columns = rows.map(({ column_name }) => column_name).sort()
    expect(Object.keys(playerSums.shape).sort()).toEqual(columns)
    expect([...PLAYER_SUMS].sort()).toEqual(columns)
  })

  test('what is counted and what is left out is everything', async () => {
    await importRounds(store(), [EARLIER, edited(roundFile(LATER), (text) => text.slice(0, -200))])
    const { reader } = store()
    const { rounds, engagements } = await excludedIn(reader, EVERYTHING)
    const { sample_rounds, total_engagements } = await summary(reader, EVERYTHING)
    expect(sample_rounds + Object.values(rounds).reduce((sum, count) => sum + count, 0)).toBe(2)
    expect(total_engagements + engagements.team + engagements.no_attacker + engagements.bots).toBe(12)
  })
})
