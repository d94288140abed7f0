import { expect, test } from 'vitest'
import { LATEST, type Place, readAddress, writeAddress } from './address.ts'
import { NO_SCOPE } from './scope/scope.ts'

const at = (url: string) => readAddress(new URL(url, 'http://localhost'))

test.each<[string, Place]>([
  ['/', LATEST],
  ['/files', { page: 'files', state: null }],
  ['/files?state=rejected', { page: 'files', state: 'rejected' }],
  ['/status', { page: 'status' }],
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
