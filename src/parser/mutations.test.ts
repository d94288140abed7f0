import { describe, expect, test } from 'vitest'
import { ATTACKER_FIELDS } from '../format/attackers.ts'
import {
  COORDINATE_LIMIT,
  type Codec,
  DECIMAL_LIMIT,
  INTEGER_LIMIT,
  PATH_EVENTS,
  PLAYER_CLASSES,
  POSITION_EVENTS,
  TEAMS,
} from '../format/codec.ts'
import { PATH_FIELDS, POSITION_FIELDS, type PointField } from '../format/points.ts'
import { SECTIONS, type Section } from '../format/sections.ts'
import { parseText, sectionText } from './parse-text.fixtures.ts'
import { BUILD_42B, BUILD_611, PROXIMITY_1 } from './worked-examples.fixtures.ts'

/** What may stand in a field by mistake. */
const VALUES = [
  '',
  '0',
  '7',
  '-7',
  '1.5',
  '450.0',
  '-0.0',
  '+5',
  '1e3',
  '1e300',
  '0x10',
  'NaN',
  'inf',
  'nil',
  '--',
  '.5',
  '5.',
  '2147483648',
  '70000',
  '99999999999',
  '1234567890123456',
  'AXIS',
  'MEDIC',
  'x',
  'two words',
  '<b>',
  'é',
  '\0',
  '1 2',
]

/** No text has a meaning here that no field gives. */
const NONE = Symbol('none')

const NUMBER = /^-?\d+(?:\.\d+)?$/

function number(text: string, least: number, most: number, whole: boolean): unknown {
  const value = NUMBER.test(text) && text.replace(/\D/g, '').length <= 15 ? Number(text) + 0 : Number.NaN
  return value >= least && value <= most && (!whole || Number.isInteger(value)) ? value : NONE
}

const oneOf = (words: readonly string[], text: string) => (words.includes(text) ? text : NONE)

/** What a text means in a field, told without the parser. */
function meaning({ kind, optional, separators }: Codec<unknown>, text: string): unknown {
  if (optional && text === '') return null
  switch (kind) {
    case 'int':
      return number(text, -INTEGER_LIMIT, INTEGER_LIMIT, true)
    case 'decimal':
      return number(text, -DECIMAL_LIMIT, DECIMAL_LIMIT, false)
    case 'coordinate':
      return number(text, -COORDINATE_LIMIT, COORDINATE_LIMIT, false)
    case 'team':
      return oneOf(TEAMS, text)
    case 'player_class':
      return oneOf(PLAYER_CLASSES, text)
    case 'flag':
      return text === '1' ? true : text === '0' ? false : NONE
    case 'word':
      return /^[A-Za-z]\w*$/.test(text) ? text : NONE
    case 'guids':
      if (text.includes('\0')) return NONE
      return text === '' ? [] : text.split(new RegExp(`[${separators}]`))
    default:
      return text.includes('\0') ? NONE : text
  }
}

const WHOLE = `${BUILD_611.slice(0, BUILD_611.indexOf('# ENGAGEMENTS'))}${BUILD_42B.slice(BUILD_42B.indexOf('# ENGAGEMENTS'))}\n${BUILD_611.slice(BUILD_611.indexOf('# SPAWN_TIMING'))}\n${PROXIMITY_1.slice(PROXIMITY_1.indexOf('# PLAYERS'))}`
const GOOD = parseText(WHOLE)

const markOf = (section: Section) => (section.comment_rows === true ? '#;' : '')

/** The rows of a section as they stand in the file, without the mark of such rows. */
function linesOf(section: Section): string[] {
  const [, behind = ''] = WHOLE.split(`\n# ${section.name}\n`)
  const [own = ''] = behind.split(/\n# [A-Z_]+\n/)
  const mark = markOf(section)
  const lines = own.split('\n').filter((line) => line !== '' && !line.startsWith('# '))
  return lines.map((line) => line.slice(mark.length))
}

/** Reads a section with another line in the place of its first row; the other rows must not change. */
function withLine(section: Section, line: string) {
  const parsed = parseText(
    sectionText(
      section.name,
      linesOf(section)
        .with(0, line)
        .map((one) => `${markOf(section)}${one}`),
    ),
  )
  const key = section.key as (typeof SECTIONS)[number]['key']
  const others = GOOD.round.rows[key].slice(1)
  const rows: readonly object[] = parsed.round.rows[key]
  expect(rows.slice(rows.length - others.length)).toEqual(others)
  return {
    row: rows.length > others.length ? (rows[0] as Record<string, unknown>) : undefined,
    problems: parsed.problems.filter((problem) => problem.line === 4 && problem.section === section.name),
  }
}

test('the file that is changed is sound and has rows in every section', () => {
  expect(GOOD.problems).toEqual([])
  for (const { key } of SECTIONS) expect(GOOD.round.rows[key].length, key).toBeGreaterThan(0)
})

describe.each(SECTIONS)(
  'a changed field of $name keeps its meaning or is reported with its column',
  (section: Section) => {
    const row = GOOD.round.rows[section.key as (typeof SECTIONS)[number]['key']][0] as Record<string, unknown>
    const columns = columnsOf(section, linesOf(section)[0] as string)

    test.each(section.fields.map(([name, codec], i) => ({ name, codec, i })))('$name', ({ name, codec, i }) => {
      if (codec.kind === 'path' || codec.kind === 'positions' || codec.kind === 'attackers') return
      for (const value of VALUES) {
        const { row: read, problems } = withLine(section, columns.with(i, value).join(';'))
        const expected = expectedValue(name, meaning(codec, value))
        if (expected === NONE) {
          expect(read, value).toBeUndefined()
          expect(problems, value).toMatchObject([
            { lost: 'row', reason: expect.stringContaining(`column ${i + 1} (${name}) `) },
          ])
        } else {
          expect(read, value).toEqual({ ...row, [name]: expected })
          expect(problems.filter(({ lost }) => lost !== 'note')).toEqual([])
        }
      }
    })
  },
)

test.each(SECTIONS)('a row of $name without its last column is reported', (section: Section) => {
  const columns = columnsOf(section, linesOf(section)[0] as string).slice(0, -1)
  const { row, problems } = withLine(section, columns.join(';'))
  expect(row).toBeUndefined()
  // nine columns are also those of an older track
  const reason = section.key === 'player_tracks' ? 'column 8 (samples)' : `${columns.length} columns, expected `
  expect(problems).toMatchObject([{ lost: 'row', reason: expect.stringContaining(reason) }])
})

/** A track that goes on has no end at 0. */
function expectedValue(name: string, value: unknown): unknown {
  return name === 'death_time_ms' && value === 0 ? null : value
}

/** The columns of a row; the attackers of an engagement are all the rest. */
function columnsOf(section: Section, line: string): string[] {
  const parts = line.split(';')
  const last = section.fields.length - 1
  return [...parts.slice(0, last), parts.slice(last).join(';')]
}

describe.each([
  ['engagements', 'positions', POSITION_FIELDS, POSITION_EVENTS],
  ['player_tracks', 'path', PATH_FIELDS, PATH_EVENTS],
] as const)('a changed number of a point in %s.%s', (key, name, fields, events) => {
  const section = SECTIONS.find((one) => one.key === key) as Section
  const column = section.fields.findIndex(([field]) => field === name)
  const columns = columnsOf(section, linesOf(section)[0] as string)
  const points = (columns[column] as string).split('|')
  const parts = (points[2] as string).split(',')

  const change = (i: number, value: string) => {
    const changed = points.with(2, parts.with(i, value).join(',')).join('|')
    const { row, problems } = withLine(section, columns.with(column, changed).join(';'))
    return { list: row?.[name] as Record<string, ArrayLike<number>> & { length: number }, problems }
  }

  test.each(fields.map((field: PointField, i) => ({ ...field, i })))(
    '$name',
    ({ i, name: number_, places, least, most }) => {
      for (const value of VALUES) {
        const expected = number(value, least, most, places === 0)
        const { list, problems } = change(i, value)
        if (expected === NONE) {
          expect(list.length, value).toBe(points.length - 1)
          expect(problems[0], value).toMatchObject({
            lost: 'part',
            reason: expect.stringContaining(`column ${column + 1} (${name}): `),
          })
          expect(problems[0]?.reason).toContain(`no valid ${number_}`)
        } else {
          expect(list.length, value).toBe(points.length)
          expect(list[number_]?.[2], value).toBe(expected)
          expect(problems).toEqual([])
        }
      }
    },
  )

  test('event', () => {
    for (const value of [...VALUES, ...events]) {
      const { list, problems } = change(fields.length, value)
      const known = (events as readonly string[]).indexOf(value)
      if (known === -1) expect(problems[0]?.reason, value).toContain('unknown event')
      else expect([list.event?.[2], problems]).toEqual([known, []])
    }
  })
})

describe('a changed field of an attacker', () => {
  const section = SECTIONS[0] as Section
  const columns = columnsOf(section, linesOf(section)[0] as string)
  const [first = '', second = ''] = (columns[23] as string).split('|')
  const parts = first.split(',')
  const good = GOOD.round.rows.engagements[0]?.attackers ?? []

  test.each(ATTACKER_FIELDS.map(([name, codec], i) => ({ name, codec: codec as Codec<unknown>, i })))(
    '$name',
    ({ name, codec, i }) => {
      for (const value of VALUES) {
        const changed = columns.with(23, `${parts.with(i, value).join(',')}|${second}`).join(';')
        const { row, problems } = withLine(section, changed)
        const expected = meaning(codec, value)
        if (expected === NONE) {
          expect(row?.attackers, value).toEqual([good[1]])
          expect(problems[0], value).toMatchObject({
            lost: 'part',
            reason: expect.stringContaining('column 24 (attackers): '),
          })
          expect(problems[0]?.reason).toContain(
            value === '\0' && codec.kind !== 'int' && codec.kind !== 'flag' && codec.kind !== 'team'
              ? 'NUL'
              : `no valid ${name}`,
          )
        } else {
          expect(row?.attackers, value).toEqual([{ ...good[0], [name]: expected }, good[1]])
          expect(problems).toEqual([])
        }
      }
    },
  )
})
