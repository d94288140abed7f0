import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BUILDS, type Build } from '../format/builds.ts'
import { someRound } from '../format/round.fixtures.ts'
import { SECTIONS } from '../format/sections.ts'
import { adler32, writeTrailer } from '../format/trailer.ts'
import { writeRound } from '../format/write-round.ts'
import { parseRound } from './parse-round.ts'
import { parseText } from './parse-text.fixtures.ts'

/** Thousands of files are read: more than the usual time on a busy machine. */
const SLOW = { timeout: 60_000 }

const LATEST = BUILDS.at(-1) as Build

/** A file with a trailer and at most `most` rows in each section, the same one in every run. */
function ownFile(rounds: number, most = Number.POSITIVE_INFINITY): Uint8Array {
  const parts = fc.sample(someRound(LATEST, true), { numRuns: rounds, seed: 7 })
  const rows = SECTIONS.map(({ key }) => [key, parts.flatMap((part): object[] => [...part.rows[key]]).slice(0, most)])
  const { header } = parts[0] as (typeof parts)[number]
  return writeRound({ header, rows: Object.fromEntries(rows) }, { build: LATEST.name, trailer: true }).bytes
}

const completeness = (bytes: Uint8Array) => {
  try {
    return parseRound(bytes).round.completeness
  } catch {
    return 'refused'
  }
}

describe('a file with a trailer', SLOW, () => {
  const small = ownFile(1, 1)
  const large = ownFile(20)

  test('is complete', () => {
    expect([completeness(small), completeness(large)]).toEqual(['complete', 'complete'])
    expect(parseRound(large).problems.filter(({ line }) => line === 0)).toEqual([])
  })

  test('that is cut at any byte is neither complete nor merely unverified', () => {
    const states = new Set<string>()
    for (let length = 0; length < small.length; length++) states.add(completeness(small.subarray(0, length)))
    // the line of the header that announces the trailer comes before every section
    expect(states).toEqual(new Set(['refused', 'incomplete']))
  })

  test('that is large and cut at the multiples of small primes is not complete', () => {
    const states = new Set<string>()
    for (const step of [1009, 1013, 2003]) {
      for (let length = 0; length < large.length; length += step) states.add(completeness(large.subarray(0, length)))
    }
    expect(states).toEqual(new Set(['refused', 'incomplete']))
  })

  test('in which any byte is changed is not complete', () => {
    const unnoticed: number[] = []
    const changed = small.slice()
    for (const [i, byte] of small.entries()) {
      for (const flip of [1, 128]) {
        changed[i] = byte ^ flip
        if (completeness(changed) === 'complete') unnoticed.push(i)
      }
      changed[i] = byte
    }
    expect(unnoticed).toEqual([])
  })

  test('in which any byte is missing is not complete', () => {
    const unnoticed: number[] = []
    const changed = small.slice(1)
    for (const [i, byte] of small.entries()) {
      if (completeness(changed) === 'complete') unnoticed.push(i)
      changed[i] = byte
    }
    expect(unnoticed).toEqual([])
  })

  test('in which any line is missing or stands twice or has changed places is not complete', () => {
    const lines = new TextDecoder('latin1').decode(small).split('\n')
    const file = (changed: readonly string[]) => Uint8Array.from(changed.join('\n'), (c) => c.charCodeAt(0))
    const unnoticed: string[] = []
    // the text behind the last line end is empty and belongs to nothing
    for (const [i, line] of lines.slice(0, -1).entries()) {
      const next = lines[i + 1] as string
      if (completeness(file(lines.toSpliced(i, 1))) === 'complete') unnoticed.push(`without line ${i}`)
      if (completeness(file(lines.toSpliced(i, 0, line))) === 'complete') unnoticed.push(`twice line ${i}`)
      if (i === lines.length - 2 || next === line) continue
      if (completeness(file(lines.toSpliced(i, 2, next, line))) === 'complete') unnoticed.push(`line ${i} later`)
    }
    expect(unnoticed).toEqual([])
  })

  test('is complete with the line ends of another system and with a byte order mark', () => {
    // with names of ASCII only, so that the text is the same in every encoding
    const text = new TextDecoder().decode(small.filter((byte) => byte < 0x80))
    const body = text.slice(0, text.indexOf('# END '))
    const file = (lines: string) => {
      const bytes = new TextEncoder().encode(body)
      const checksum = adler32(bytes, 0, bytes.length)
      return `${lines}${text.slice(text.indexOf('# END ')).replace(/adler32=\d+/, `adler32=${checksum}`)}`
    }
    expect(parseText(file(body)).round.completeness).toBe('complete')
    expect(parseText(`\ufeff${file(body)}`).round.completeness).toBe('complete')
    expect(parseText(file(body).replaceAll('\n', '\r\n')).round.completeness).toBe('complete')
    expect(parseText(file(body).replaceAll('\n', '\r')).round.completeness).toBe('complete')
  })

  test('that goes on behind it is not complete', () => {
    const more = new Uint8Array([...small, ...new TextEncoder().encode('# anything\n')])
    expect(completeness(more)).toBe('incomplete')
    expect(completeness(new Uint8Array([...small, ...small]))).toBe('incomplete')
  })
})

const always = (build: Build) => build.always.map((name) => `# ${name}\n`).join('\n')

function withTrailer(rows: readonly (readonly [string, number])[], body: string): string {
  const bytes = new TextEncoder().encode(body)
  return `${body}${writeTrailer({ rows, adler32: adler32(bytes, 0, bytes.length) })}\n`
}

describe('a trailer that does not tell the same as the file', () => {
  const body = '# PROXIMITY_TRACKER_V6\n# map=yard\n# ENGAGEMENTS\n# KILL_HEATMAP\n0;0;1;0\n'

  test.each([
    [
      'agrees',
      [
        ['ENGAGEMENTS', 0],
        ['KILL_HEATMAP', 1],
      ],
      undefined,
    ],
    [
      'counts too many rows',
      [
        ['ENGAGEMENTS', 0],
        ['KILL_HEATMAP', 2],
      ],
      'the trailer states 2 for KILL_HEATMAP, the file has 1',
    ],
    ['leaves out a section', [['KILL_HEATMAP', 1]], 'the trailer states nothing for ENGAGEMENTS, the file has 0'],
    [
      'names a section that is not there',
      [
        ['ENGAGEMENTS', 0],
        ['KILL_HEATMAP', 1],
        ['REVIVES', 0],
      ],
      'the trailer states 0 for REVIVES, the file has no section',
    ],
  ] as const)('%s', (_, rows, reason) => {
    const { round, problems } = parseText(withTrailer(rows, body))
    expect(round.completeness).toBe(reason === undefined ? 'complete' : 'incomplete')
    expect(problems.map((problem) => problem.reason)).toEqual(reason === undefined ? [] : [reason])
  })
})

describe('a file without a trailer', () => {
  test.each(BUILDS)('of $name with all sections that it always writes is unverified', (build) => {
    const header = build.header.map((key) => `# ${key}=${key === 'tracker_version_full' ? build.name : 0}`).join('\n')
    const file = `# PROXIMITY_TRACKER_V${build.generation}\n${header}\n${always(build)}`
    expect(parseText(file).round.completeness).toBe('unverified')
  })

  test.each(BUILDS)('of $name that stops before the last of them is incomplete', (build) => {
    const header = build.header.map((key) => `# ${key}=${key === 'tracker_version_full' ? build.name : 0}`).join('\n')
    const cut = always(build).slice(0, always(build).lastIndexOf('# '))
    const { round, problems } = parseText(`# PROXIMITY_TRACKER_V${build.generation}\n${header}\n${cut}`)
    expect(round.completeness).toBe('incomplete')
    expect(problems.at(-1)).toMatchObject({ line: 0, section: 'file', lost: 'note' })
  })

  test('that stops in the middle of a line is incomplete', () => {
    const file = `# PROXIMITY_TRACKER_V4\n# map=yard\n${always(BUILDS[1] as Build)}`
    expect(parseText(`${file}0;0;1`).problems.at(-1)?.reason).toBe('the file stops in the middle of a line')
    expect(parseText(`${file}# EN`).round.completeness).toBe('incomplete')
  })

  test('that its header announces is incomplete', () => {
    const file = `# PROXIMITY_TRACKER_V4\n# map=yard\n# trailer=1\n${always(BUILDS[1] as Build)}`
    expect(parseText(file).problems.at(-1)?.reason).toBe('the file stops before the trailer that its header announces')
    expect(parseText(file.replace('trailer=1', 'trailer=0')).round.completeness).toBe('unverified')
  })

  test('of a later generation than this version knows is unverified if its last line has ended', () => {
    expect(parseText('# PROXIMITY_TRACKER_V7\n# map=yard\n').round.completeness).toBe('unverified')
  })
})

test('a second file behind the first one is not mixed into its round', () => {
  const file = `# PROXIMITY_TRACKER_V3\n# map=yard\n# round=1\n${always(BUILDS[0] as Build)}0;0;1;0;0\n`
  const { round, problems } = parseText(`${file}${file.replace('round=1', 'round=2')}`)
  expect(round.completeness).toBe('incomplete')
  expect(round.rows.movement_heatmap).toHaveLength(1)
  expect(round.header.round_number_raw).toBe(1)
  expect(round.sections).toMatchObject({ MOVEMENT_HEATMAP: { accepted: 1, reported: 1 } })
  expect(problems.filter(({ lost }) => lost === 'row')).toEqual([
    { line: 18, section: 'MOVEMENT_HEATMAP', reason: 'the line belongs to a second file', lost: 'row' },
  ])
  expect(problems.at(-1)?.reason).toBe('a second file begins in the middle of this one')
})
