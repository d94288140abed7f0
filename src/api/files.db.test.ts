import { expect, test } from 'vitest'
import { eachEngine } from '../../tests/support/databases.ts'
import { roundFile } from '../../tests/support/round-files.ts'
import { importFile } from '../importer/import-file.ts'
import { edited, NOW, serve } from './served.fixtures.ts'

const START = 1_771_445_400

eachEngine('the ledger of files', (store) => {
  test('tells which tracker wrote a file, how it was set, and why a file is incomplete', async () => {
    const header = [
      ...['# tracker=proximity', '# tracker_version_full=1.0.3', '# build_hash=a1b2c3d4'],
      '# settings=profile:kills,escape_distance:300,sensors.aim_lock:false',
      '# ENGAGEMENTS\n',
    ].join('\n')
    const whole = edited(roundFile({ start: START }), (text) => text.replace('# ENGAGEMENTS\n', header))
    const silent = roundFile({ start: START + 600 })
    const long = roundFile({ start: START + 1_200, trailer: true })
    const cut = { ...long, bytes: long.bytes.subarray(0, long.bytes.length - 40) }
    const none = { name: 'x_engagements.txt', bytes: Buffer.from('nothing\n') }
    for (const file of [whole, silent, cut, none]) {
      await importFile(store().db, file, { timeZone: 'UTC', now: NOW })
    }
    const served = await serve(store())
    const { files } = (await served.get('/api/proximity/files')) as { files: Record<string, unknown>[] }
    expect(files.map(({ tracker, reason }) => ({ tracker, reason }))).toEqual([
      { tracker: null, reason: expect.stringContaining('no round file') },
      { tracker: expect.any(Object), reason: expect.stringContaining('the file stops') },
      { tracker: { name: null, version: null, build_hash: null, changed_settings: null }, reason: null },
      {
        tracker: {
          ...{ name: 'proximity', version: '1.0.3', build_hash: 'a1b2c3d4' },
          changed_settings: [
            { name: 'profile', value: 'kills', default: 'full' },
            { name: 'sensors.aim_lock', value: 'false', default: null },
          ],
        },
        reason: null,
      },
    ])
  })
})
