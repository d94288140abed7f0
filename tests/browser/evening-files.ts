import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { guidOf } from '../../src/metrics/round.fixtures.ts'
import { EVENING, type RoundFile, roundFile } from '../support/round-files.ts'

const SAMPLES = join(import.meta.dirname, '../../samples')
const DAY_S = 86_400

/** A name that tries to run a script, and others that try to break the page. */
export const HOSTILE = '<img src=x onerror=window.wasRun=1>'
const NAMES = [
  '^1Anvil',
  'Birch',
  HOSTILE,
  '"><script>window.wasRun=1</script>',
  '^2\u202eright to left',
  'M\ueffcller {{7*7}}',
]

/** The evening of the demo. */
export function sampleFiles(): readonly RoundFile[] {
  return readdirSync(SAMPLES)
    .sort()
    .map((name) => ({ name, bytes: readFileSync(join(SAMPLES, name)) }))
}

/** Two evenings with all that can happen to a file: good, superseded, cut, damaged, of bots, in test mode, no round. */
export function allKindsOfFiles(): readonly RoundFile[] {
  const whole = roundFile({ map_name: 'fjordworks', start: EVENING + DAY_S, trailer: true, seed: 7 })
  return [
    ...sampleFiles(),
    roundFile({ start: EVENING, players: NAMES, seed: 2 }),
    roundFile({ start: EVENING + 600, players: NAMES, seed: 3, round_number: 2 }),
    roundFile({
      start: EVENING + 1_200,
      players: ['a'.repeat(36), ...NAMES.slice(1)],
      map_name: 'm'.repeat(60),
      // one byte of Latin-1, as old clients and servers write it
      header: { map_name: `stra\uefdfe_${'m'.repeat(53)}` },
      seed: 4,
    }),
    { name: whole.name.replace(/\d{6}-/, '000000-'), bytes: whole.bytes.subarray(0, whole.bytes.length - 40) },
    whole,
    cut(roundFile({ start: EVENING + DAY_S + 600, trailer: true, seed: 8, map_name: 'sandmill' })),
    damaged(roundFile({ start: EVENING + DAY_S + 1_200, seed: 9, map_name: 'sandmill' })),
    ofBots(roundFile({ start: EVENING + DAY_S + 1_800, seed: 10, map_name: 'oldmarket' })),
    roundFile({
      start: EVENING + DAY_S + 2_400,
      seed: 11,
      trailer: true,
      map_name: 'oldmarket',
      header: sensorsOfAllKinds,
    }),
    roundFile({
      start: EVENING + DAY_S + 3_000,
      seed: 12,
      trailer: true,
      map_name: 'oldmarket',
      header: { test_mode: true },
    }),
    roundFile({ start: 0, seed: 13, map_name: 'sandmill' }),
    { name: 'notes.txt', bytes: new TextEncoder().encode('nothing of a round\n') },
  ]
}

const sensorsOfAllKinds = {
  capabilities: { shot_fired: 'on', aim_lock: 'off', hit_region_tracking: 'failed' },
} as const

function cut({ name, bytes }: RoundFile): RoundFile {
  return { name, bytes: bytes.subarray(0, Math.round(bytes.length * 0.6)) }
}

/** Some rows with too few columns: all of the fights and two of the lives. */
function damaged({ name, bytes }: RoundFile): RoundFile {
  let left = 14
  const lines = new TextDecoder('latin1').decode(bytes).split('\n')
  const broken = lines.map((line) =>
    !line.startsWith('#') && line.includes(';') && left-- > 0 ? line.slice(0, 9) : line,
  )
  return { name, bytes: Buffer.from(broken.join('\n'), 'latin1') }
}

function ofBots({ name, bytes }: RoundFile): RoundFile {
  let text = new TextDecoder('latin1').decode(bytes)
  for (const [slot, player] of ['^1Anvil', 'Birch', 'Cobalt', 'Dune', 'Ember', 'Flint'].entries()) {
    text = text.replaceAll(guidOf(player), `OMNIBOT0${slot}`.padEnd(32, '0'))
  }
  return { name, bytes: Buffer.from(text, 'latin1') }
}
