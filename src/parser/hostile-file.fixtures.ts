// Reads one hostile file and prints what became of it. Runs in a process of its own, whose memory is limited.
import { parseRound } from './parse-round.ts'

const MEGABYTE = 1024 * 1024

interface HostileFile {
  /** 6 if it is not given. */
  readonly generation?: number
  readonly header?: () => Uint8Array
  readonly section: string
  readonly rows: () => Uint8Array
}

/** The text again and again, until it fills so many bytes. */
const repeated = (text: string, bytes: number): Uint8Array => Buffer.alloc(bytes, text)

/** Different texts, one for each number up to `count`. */
function numbered(count: number, text: (i: number) => string): Uint8Array {
  const parts: Buffer[] = []
  for (let from = 0; from < count; from += 10_000) {
    const length = Math.min(10_000, count - from)
    parts.push(Buffer.from(Array.from({ length }, (_, i) => text(from + i)).join('')))
  }
  return Buffer.concat(parts)
}

/** 8,192 names of one length: `Aa` and `BB` weigh the same where a byte counts 31 times the next one. */
const name = (i: number, two: readonly [string, string]) =>
  Array.from({ length: 13 }, (_, bit) => two[(i >> bit) & 1]).join('')
const accuracy = (two: readonly [string, string]) =>
  numbered(100_000, (i) => `${name(i, two)};${name(i * 7, two)};AXIS;0;0;0;0;0\n`)

const fight = (attackers: string) => `1;0;0;0;F;F;AXIS;x;0;;;0;0;;;0;0;0;0;0;0;0;0,0,0,0,hit;${attackers}`
const attacker = (i: number) => `a${i},a,AXIS,0,0,0,0,0,1:1;|`
const manyAttackers = Array.from({ length: 256 }, (_, i) => attacker(i)).join('')
const life = 'F;F;AXIS;MEDIC;0;0;;;1'
const manyPoints = '0,0,0,0,0,0,0,0,0,sample|'.repeat(500_000)
const brokenName = (byte: number) => (byte === 0xbf ? 0xff : byte)

const cells = 'KILL_HEATMAP'
const fights = 'ENGAGEMENTS'
const lives = 'PLAYER_TRACKS'

const FILES: Readonly<Record<string, HostileFile>> = {
  'one line without end': { section: cells, rows: () => repeated('0;', 200 * MEGABYTE) },
  'lines of garbage': { section: cells, rows: () => repeated('x\n', 20_000_000) },
  'sound rows without end': { section: cells, rows: () => repeated('0;0;1;0\n', 80_000_000) },
  'comments without end': { section: cells, rows: () => repeated('# x\n', 8_000_000) },
  'sections without end': { section: cells, rows: () => numbered(200_000, (i) => `# NEW${i}\nx\n`) },
  'one section again and again': { section: cells, rows: () => repeated('# NEW\nx\n', 2_000_000) },
  'header keys without end': {
    header: () => numbered(200_000, (i) => `# key_${i}=${i}\n`),
    section: cells,
    rows: () => new Uint8Array(),
  },
  'fights without end': { section: fights, rows: () => repeated(`${fight('')}\n`, 8_000_000) },
  'lives without end': { section: lives, rows: () => repeated(`${life};0,0,0,0,0,0,0,0,0,spawn\n`, 8_000_000) },
  'points without end': { section: lives, rows: () => repeated(`${life};${manyPoints}\n`, 130 * MEGABYTE) },
  'empty points': { section: lives, rows: () => repeated(`${life};${'|'.repeat(10_000_000)}\n`, 10_000_023) },
  'attackers without end': {
    section: fights,
    rows: () => Buffer.concat([Buffer.from(fight('')), numbered(400_000, attacker)]),
  },
  'many fights of many attackers': { section: fights, rows: () => repeated(`${fight(manyAttackers)}\n`, 20_000_000) },
  'weapons without a colon': {
    section: fights,
    rows: () => repeated(`${fight('a,a,AXIS,0,0,0,0,0,1')}\n`, 10_000_000),
  },
  'names that collide': { section: 'WEAPON_ACCURACY', rows: () => accuracy(['Aa', 'BB']) },
  'names that differ': { section: 'WEAPON_ACCURACY', rows: () => accuracy(['Aa', 'Zz']) },
  'separators in names': {
    generation: 3,
    section: fights,
    rows: () => repeated(`1;0;0;0;F;${'AXIS;'.repeat(50)}\n`, 10_000_000),
  },
  'names of broken letters': {
    section: 'WEAPON_ACCURACY',
    rows: () => numbered(100_000, (i) => `${i}\ufffd;x;AXIS;0;0;0;0;0\n`).map(brokenName),
  },
  'lists without end': {
    section: 'FOCUS_FIRE',
    rows: () => numbered(9_000, (i) => `1;F;F;2;${i},${'aa,'.repeat(1_000)};0;0;0\n`),
  },
  'ids without end': {
    section: 'FOCUS_FIRE',
    rows: () => repeated(`1;F;F;2;${','.repeat(8_000_000)};0;0;0\n`, 20_000_000),
  },
}

const { generation = 6, header, section, rows } = FILES[process.argv[2] ?? ''] as HostileFile
const file = Buffer.concat([
  Buffer.from(`# PROXIMITY_TRACKER_V${generation}\n# map=yard\n`),
  header?.() ?? new Uint8Array(),
  Buffer.from(`# ${section}\n`),
  rows(),
])
const started = process.cpuUsage()
const { round, problem_count } = parseRound(file)
const cpu_ms = process.cpuUsage(started).user / 1000
const sections = Object.keys(round.sections).length
console.log(JSON.stringify({ ...round.sections[section], problem_count, sections, cpu_ms }))
