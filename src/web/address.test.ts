import { expect, test } from 'vitest'
import { LATEST, type Place, readAddress, readCard, writeAddress } from './address.ts'
import { ALL_BOARDS } from './board-address.ts'
import { addressOfMap, mapOfFile } from './map-address.ts'
import { ALL_PAIRS, addressOfPair } from './pair-address.ts'
import { NO_SCOPE } from './scope/scope.ts'

const at = (url: string) => readAddress(new URL(url, 'http://localhost'))

test.each<[string, Place]>([
  ['/', LATEST],
  ['/files', { page: 'files', state: null }],
  ['/files?state=rejected', { page: 'files', state: 'rejected' }],
  ['/status', { page: 'status' }],
  ['/maps?range_days=7', { page: 'maps', scope: { ...NO_SCOPE, range_days: 7 } }],
  ['/maps/te_%26%2Fescape%202', addressOfMap('te_&/escape 2', NO_SCOPE)],
  [
    '/maps/supply?session_id=3&side=AXIS&class=MEDIC&role=attack&means=8&player=A1&layer=flow&relative=1&cell=256&at=-3%2C12&view=1200%2C-300%2C2.5',
    {
      page: 'map',
      map_name: 'supply',
      file: null,
      scope: { ...NO_SCOPE, session_id: 3 },
      filter: { side: 'AXIS', player_class: 'MEDIC', role: 'attack', means: 8, player_guid: 'A1' },
      ...{ layer: 'flow', relative: true, cell_units: 256, at: '-3,12', view: { x: 1200, y: -300, zoom: 2.5 } },
    },
  ],
  ['/try', { page: 'try' }],
  ['/try/2?player=A1', { page: 'round', id: 'file-2', player: 'A1' }],
  ['/try/2/replay?t=5', { page: 'replay', id: 'file-2', t_ms: 5000, fight: null, player: null, view: null }],
  ['/try/2/map?side=AXIS&at=1%2C2', { ...mapOfFile(2), filter: { ...mapOfFile(2).filter, side: 'AXIS' }, at: '1,2' }],
  ['/leaderboards', ALL_BOARDS],
  [
    '/leaderboards?session_id=3&board=reactions&class=MEDIC&player=A1',
    {
      ...ALL_BOARDS,
      scope: { ...NO_SCOPE, session_id: 3 },
      ...{ board: 'reactions', player_class: 'MEDIC', player: 'A1' },
    },
  ],
  ['/players?range_days=7&search=a%26b', { page: 'players', scope: { ...NO_SCOPE, range_days: 7 }, search: 'a&b' }],
  [
    '/players/A1B2?session_id=3&trend=escape_pct',
    { page: 'player', guid: 'A1B2', scope: { ...NO_SCOPE, session_id: 3 }, trend: 'escape_pct' },
  ],
  ['/pairs', ALL_PAIRS],
  [
    '/pairs?session_id=3&view=matrix&measure=support&rounds=5',
    { ...ALL_PAIRS, scope: { ...NO_SCOPE, session_id: 3 }, view: 'matrix', measure: 'support', least_rounds: 5 },
  ],
  ['/pairs/A1/B2?range_days=7', addressOfPair('A1', 'B2', { ...NO_SCOPE, range_days: 7 })],
  ['/pairs/A1/B2?where=te_escape2', { ...addressOfPair('A1', 'B2', NO_SCOPE), shown_map: 'te_escape2' }],
  ['/rounds/12', { page: 'round', id: 12, player: null }],
  ['/rounds/12?player=A1', { page: 'round', id: 12, player: 'A1' }],
  ['/rounds/12/replay', { page: 'replay', id: 12, t_ms: null, fight: null, player: null, view: null }],
  [
    '/rounds/12/replay?t=252.35&fight=7&player=A1',
    { page: 'replay', id: 12, t_ms: 252_350, fight: 7, player: 'A1', view: null },
  ],
  ['/rounds/12/replay?t=-0.6', { page: 'replay', id: 12, t_ms: -600, fight: null, player: null, view: null }],
  [
    '/rounds/12/replay?view=-1200%2C0%2C2.5',
    { page: 'replay', id: 12, t_ms: null, fight: null, player: null, view: { x: -1200, y: 0, zoom: 2.5 } },
  ],
  ['/?session_id=3&month=2026-02', { ...LATEST, scope: { ...NO_SCOPE, session_id: 3 }, month: '2026-02' }],
  [
    '/?session_id=3&map_name=supply&round_number=2&round_start_unix=1771445400&server=a%2Bb+c&round_id=9',
    {
      page: 'evenings',
      scope: {
        ...NO_SCOPE,
        session_id: 3,
        map_name: 'supply',
        round_number: 2,
        round_start_unix: 1_771_445_400,
        server: 'a+b c',
      },
      round_id: 9,
      month: null,
    },
  ],
])('%s is written as it is read', (url, place) => {
  expect(at(url)).toEqual(place)
  expect(writeAddress(place)).toBe(url)
})

test.each<[string, Place, string | null]>([
  ['/?card=trades', LATEST, 'trades'],
  ['/rounds/12?player=A1&card=kills+%26+A1', { page: 'round', id: 12, player: 'A1' }, 'kills & A1'],
  ['/status', { page: 'status' }, null],
])('%s has a page and the card that is open on it', (url, place, card) => {
  expect(at(url)).toEqual(place)
  expect(readCard(new URL(url, 'http://localhost'))).toBe(card)
  expect(writeAddress(place, card)).toBe(url)
})

test.each([
  ['/nowhere', 'There is no such page.'],
  ['/rounds/twelve', 'There is no such page.'],
  ['/maps/a/b', 'There is no such page.'],
  ['/pairs/A1', 'There is no such page.'],
  ['/pairs?view=circle', 'This link has a mistake: view must be one of network, matrix, trios.'],
  ['/maps/%ff', 'There is no such page.'],
  ['/maps/supply?side=RED', 'This link has a mistake: side must be one of AXIS, ALLIES.'],
  ['/rounds/12/replay?t=soon', 'This link has a mistake: t must be a number of seconds.'],
  ['/rounds/12/replay?view=1,2', 'This link has a mistake: view must be like 1200,-300,2.5.'],
  ['/rounds/12/replay?view=1,2,0', 'This link has a mistake: view must be like 1200,-300,2.5.'],
  [
    '/leaderboards?board=worst',
    'This link has a mistake: board must be one of crossfires, trades, support, escapes, reactions.',
  ],
  ['/files?state=lost', 'There is no such page.'],
  ['/?month=2026-13', 'This link has a mistake: month must be a year and a month, as 2026-02.'],
  ['/?round_number=two', 'This link has a mistake: round_number must be a whole number.'],
  [
    '/?session_id=-1&round_id=1.5',
    'This link has a mistake: session_id must be a whole number, round_id must be a whole number.',
  ],
])('%s is said to be wrong', (url, reason) => {
  expect(at(url)).toEqual({ page: 'unknown', reason })
})

test('parameters of others, such as a campaign, change nothing', () => {
  expect(at('/?utm_source=chat')).toEqual(LATEST)
})
