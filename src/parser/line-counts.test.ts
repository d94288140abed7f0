import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BUILDS, type Build } from '../format/builds.ts'
import { encodeText } from '../format/file-text.ts'
import { someRound } from '../format/round.fixtures.ts'
import { SECTIONS } from '../format/sections.ts'
import { writeRound } from '../format/write-round.ts'
import { FormatError } from './format-error.ts'
import { naiveCounts } from './naive-counts.fixtures.ts'
import { type Parsed, parseRound } from './parse-round.ts'

/** A file of any build. */
const someFile = fc
  .constantFrom(...BUILDS)
  .chain((build: Build) => fc.tuple(someRound(build), fc.boolean(), fc.constant(build)))
  .map(([round, trailer, build]) => writeRound(round, { build: build.name, trailer }).bytes)

const someBytes = fc.oneof(
  fc.uint8Array({ maxLength: 30 }),
  fc
    .constantFrom(
      ';',
      '|',
      ',',
      '\n',
      '\r',
      '\n#',
      '\n# ',
      '-',
      '.',
      '\0',
      ' ',
      '0',
      '\n# KILL_HEATMAP\n',
      '\n# SOMETHING_NEW\n',
      '\n#;',
      '\n# PAUSES\n',
    )
    .map(encodeText),
)

/** A file in which some places were overwritten, inserted into, cut out or repeated. */
const someDamagedFile = fc
  .tuple(
    someFile,
    fc.array(fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), cut: fc.nat({ max: 40 }), put: someBytes }), {
      maxLength: 8,
    }),
  )
  .map(([file, damages]) => {
    let bytes = [...file]
    for (const { at, cut, put } of damages) bytes = bytes.toSpliced(Math.floor(at * bytes.length), cut, ...put)
    return Uint8Array.from(bytes)
  })

/** Lines that look like parts of a file, in any order. */
const someLines = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...SECTIONS.map(({ name }) => `# ${name}`),
        '# NEWER',
        '# NEWER_V2',
        '# map=x',
        '',
        '  ',
        '# END rows= adler32=1',
        '# PROXIMITY_TRACKER_V6',
        '#;1;2',
        '#;',
      ),
      fc
        .array(fc.constantFrom('0', '1', 'AXIS', 'MEDIC', 'killed', '', 'A1', '1.5', '1,2', 'x'), { maxLength: 26 })
        .map((fields) => fields.join(';')),
      fc.string(),
    ),
    { maxLength: 60 },
  )
  .map((lines) => encodeText(['# PROXIMITY_TRACKER_V6', ...lines].join('\n')))

/** What the parser gives, or undefined for no round file at all. Any other error fails the test. */
function parsed(bytes: Uint8Array): Parsed | undefined {
  try {
    return parseRound(bytes)
  } catch (error) {
    expect(error).toBeInstanceOf(FormatError)
    return undefined
  }
}

/** Lines per section by the parser's account: what it took and what it reported. */
function accounted({ round, problems, problem_count }: Parsed): Record<string, number> {
  expect(problems).toHaveLength(Math.min(problem_count, 1000))
  const lost = problems.filter((problem) => problem.lost === 'row')
  for (const [name, { reported }] of Object.entries(round.sections)) {
    expect(lost.filter(({ section }) => section === name)).toHaveLength(reported)
  }
  for (const { name, key } of SECTIONS) expect(round.rows[key]).toHaveLength(round.sections[name]?.accepted ?? 0)
  const sections = Object.entries(round.sections).map(([name, count]) => [name, count.accepted + count.reported])
  const outside = lost.filter(({ section }) => section === 'header' || section === 'file').length
  return { ...Object.fromEntries(sections), header: outside }
}

/** Hundreds of files are made and read: more than the usual time on a busy machine. */
const SLOW = { timeout: 60_000 }

describe('every line of a section is accepted or reported', SLOW, () => {
  test.each([
    ['in a sound file', someFile, 30],
    ['in a damaged file', someDamagedFile, 100],
    ['in lines of any kind', someLines, 250],
    [
      'in any bytes behind a first line',
      fc
        .uint8Array({ maxLength: 400 })
        .map((rest) => Uint8Array.from([...encodeText('# PROXIMITY_TRACKER_V5\n'), ...rest])),
      300,
    ],
  ] as const)('%s', (_, files, numRuns) => {
    fc.assert(
      fc.property(files as fc.Arbitrary<Uint8Array>, (bytes) => {
        const result = parsed(bytes)
        if (result !== undefined) expect(accounted(result)).toEqual(naiveCounts(bytes))
      }),
      { numRuns },
    )
  })
})

test('bytes of any kind are read or refused as no round file, and nothing else is thrown', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => void parsed(bytes)),
    { numRuns: 1_000 },
  )
})

test('a problem names a line of the file, a section, and what was lost', SLOW, () => {
  fc.assert(
    fc.property(someDamagedFile, (bytes) => {
      const lines = new TextDecoder('latin1').decode(bytes).split(/\r\n|\n|\r/).length
      for (const { line, section, reason, lost } of parsed(bytes)?.problems ?? []) {
        expect(line).toBeLessThanOrEqual(lines)
        expect(section).toMatch(/^(?:header|file|[A-Z][A-Z0-9_]+)$/)
        expect(reason.length).toBeLessThan(400)
        expect(['row', 'part', 'note']).toContain(lost)
      }
    }),
    { numRuns: 40 },
  )
})
