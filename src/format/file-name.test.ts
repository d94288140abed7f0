import { expect, test } from 'vitest'
import { parseFileName } from './file-name.ts'

test.each([
  ['2026-02-19-221022-yard_demo-round-1_engagements.txt', 'yard_demo', 1],
  ['2026-02-19-221022-te-valhalla-b2-round-2_engagements.txt', 'te-valhalla-b2', 2],
  ['2025-12-03-000000-supply-round-0_engagements.txt', 'supply', 0],
  ['2026-02-19-221022-all-round-3-round-1_engagements.txt', 'all-round-3', 1],
  ['2026-02-19-221022-Radar-ROUND-2_Engagements.TXT', 'Radar', 2],
  ['2026-02-19-221022-round-round-1_engagements.txt', 'round', 1],
  ['2026-02-19-221022-bergen (v 9.1)-round-1_engagements.txt', 'bergen (v 9.1)', 1],
])('%s is round %s of its map', (name, map_name, round_number) => {
  expect(parseFileName(name)).toEqual({
    date: name.slice(0, 10),
    time: name.slice(11, 17),
    map_name,
    round_number,
  })
})

test.each([
  ['2025-11-30-201500--round-1_engagements.txt', 'the first prototype'],
  ['2026-02-19-221022-yard_demo-round-1_proximity.txt', 'the second prototype'],
  ['2026-02-19-221022-yard_demo-round-1_lifecycle.txt', 'a log for people'],
  ['2026-02-19-221022-yard_demo-round-1_engagements.txt.part', 'half a file'],
  ['2026-02-19-221022-yard_demo-round-_engagements.txt', 'no round number'],
  ['2026-02-19-221022-yard_demo_engagements.txt', 'no round'],
  ['26-02-19-221022-yard_demo-round-1_engagements.txt', 'a short year'],
  ['2026-02-19-2210-yard_demo-round-1_engagements.txt', 'a short time'],
  ['proximity/2026-02-19-221022-yard_demo-round-1_engagements.txt', 'a folder before it'],
  ['2026-02-19-221022-../../etc/passwd-round-1_engagements.txt', 'a way out of the folder'],
  ['2026-02-19-221022-..\\..\\boot-round-1_engagements.txt', 'a way out of the folder on Windows'],
  ['2026-02-19-221022-a\u0000b-round-1_engagements.txt', 'a NUL'],
  ['2026-02-19-221022-a\nb-round-1_engagements.txt', 'a line end'],
  ['2026-02-19-221022-yard_demo-round-9999999999_engagements.txt', 'a number beyond all rounds'],
  ['', 'nothing'],
])('%j is no round file: %s', (name) => {
  expect(parseFileName(name)).toBeUndefined()
})
