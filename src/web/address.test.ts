import { expect, test } from 'vitest'
import { LATEST, type Place, readAddress, writeAddress } from './address.ts'
import { NO_SCOPE } from './scope/scope.ts'

const at = (url: string) => readAddress(new URL(url, 'http://localhost'))

test.each<[string, Place]>([
  ['/', LATEST],
  ['/files', { page: 'files', state: null }],
  ['/files?state=rejected', { page: 'files', state: 'rejected' }],
  ['/status', { page: 'status' }],
  ['/rounds/12', { page: 'round', id: 12, player: null }],
  ['/rounds/12?player=A1', { page: 'round', id: 12, player: 'A1' }],
  ['/rounds/12/replay', { page: 'replay', id: 12, t_ms: null, fight: null, player: null }],
  ['/rounds/12/replay?t=252.35&fight=7&player=A1', { page: 'replay', id: 12, t_ms: 252_350, fight: 7, player: 'A1' }],
  ['/rounds/12/replay?t=-0.6', { page: 'replay', id: 12, t_ms: -600, fight: null, player: null }],
  [
    '/?session_id=3&map_name=supply&round_number=2&round_start_unix=1771445400&server=a%2Bb+c&round_id=9&card=trades',
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
      card: 'trades',
    },
  ],
])('%s is written as it is read', (url, place) => {
  expect(at(url)).toEqual(place)
  expect(writeAddress(place)).toBe(url)
})

test.each([
  ['/nowhere', 'There is no such page.'],
  ['/rounds/twelve', 'There is no such page.'],
  ['/rounds/12/replay?t=soon', 'This link has a mistake: t must be a number of seconds.'],
  ['/files?state=lost', 'There is no such page.'],
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
