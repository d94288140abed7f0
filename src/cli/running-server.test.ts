import { expect, test } from 'vitest'
import { addressOf } from './running-server.ts'

test.each([
  ['127.0.0.1', 'http://127.0.0.1:8000'],
  ['0.0.0.0', 'http://127.0.0.1:8000'],
  ['::', 'http://[::1]:8000'],
  ['2001:db8::7', 'http://[2001:db8::7]:8000'],
  ['stats.example.org', 'http://stats.example.org:8000'],
])('what is served at %s is found at %s', (host, address) => {
  expect(addressOf({ host, port: 8_000 })).toBe(address)
})
