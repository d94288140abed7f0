import { expect, test } from 'vitest'
import { readSettings } from '../settings/read.ts'
import { apiSettings } from './api-settings.ts'

const given = (environment: Record<string, string>) => apiSettings(readSettings(environment, '/').settings)

test('what is not set is off, and a limit of 0 requests is none', () => {
  expect(given({})).toMatchObject({
    upload_token: null,
    map_pictures: null,
    requests_per_minute: 1_200,
    log_level: 'warn',
  })
  const set = { PROXIMITY_UPLOAD_TOKEN: 'x', PROXIMITY_MAP_PICTURES: '/maps', PROXIMITY_MAX_FILE_MB: '3' }
  expect(given({ ...set, PROXIMITY_RATE_LIMIT_PER_MINUTE: '0', PROXIMITY_DEBUG_LOG: 'true' })).toMatchObject({
    upload_token: 'x',
    map_pictures: '/maps',
    upload_limit_bytes: 3_000_000,
    requests_per_minute: Number.MAX_SAFE_INTEGER,
    log_level: 'info',
  })
})
