import { ATTACKER_FIELDS } from './attackers.ts'
import { BUILDS, type Build } from './builds.ts'
import {
  COORDINATE_LIMIT,
  type Codec,
  DECIMAL_LIMIT,
  type Field,
  INTEGER_LIMIT,
  PATH_EVENTS,
  PLAYER_CLASSES,
  POSITION_EVENTS,
  TEAMS,
} from './codec.ts'
import { FIRST_LINE, GENERATIONS, HEADER_KEYS, type HeaderKind } from './header.ts'
import { PATH_FIELDS, POSITION_FIELDS, type PointField } from './points.ts'
import { COMMENT_ROW } from './row.ts'
import { SECTIONS, type Section } from './sections.ts'
import { TRAILER_KEY } from './trailer.ts'

/** The description of the round file as a Markdown page, made from the tables that writer and reader use. */
export function formatDocument(): string {
  return `${[
    introduction(),
    builds(),
    header(),
    '## Sections',
    sectionRules(),
    ...SECTIONS.map(sectionText),
    lists(),
    trailer(),
    reading(),
    completeness(),
    writing(),
  ].join('\n\n')}\n`
}

const number = (value: number) => value.toLocaleString('en')
const code = (text: string) => `\`${text.replaceAll('|', '\\|')}\``
const codes = (texts: readonly string[]) => texts.map(code).join(', ')

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replace(/(?<!\\)\|/g, '\\|')).join(' | ')} |`
  return [line(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n')
}

function introduction(): string {
  return `# The round file

One text file holds one round. The tracker writes it when the round ends; the importer, the page in the browser and
the tests read it. This page is made from the tables in [src/format](../src/format) by \`npm run docs\`, and a
test compares the two.

A file is called \`YYYY-MM-DD-HHMMSS-<map>-round-<N>_engagements.txt\`, after the game server's local time when it was
written. It consists of

- a first line ${code(`${FIRST_LINE}<n>`)}, where n is the generation of the format: ${GENERATIONS.join(', ')};
- header lines \`# key=value\`;
- sections: a line \`# NAME\`, comments that name the columns, and one row per line;
- in files of this project's tracker, a [trailer](#the-trailer).

Lines end with a line feed. Blank lines and other lines that begin with \`#\` mean nothing, but for the rows of the
sections that only this project's tracker writes: they begin with ${code(COMMENT_ROW)}, two bytes before the first
column, so that older readers take them for comments. The columns of a row are
separated by \`;\` and told apart by their place only. Nothing is quoted or escaped; what would separate is replaced
before it is written. The text is UTF-8 as far as it can be: names keep the bytes that the game server had.

Times are whole milliseconds on the tracker's own clock. Where the clock begins depends on the build and is the start of
play only since June 2026, so only differences between times are safe everywhere; times can be negative. Distances are
in game units.`
}

function builds(): string {
  const rows = BUILDS.map((build, i) => {
    const before = BUILDS[i - 1]
    return [
      build.name,
      `V${build.generation}`,
      codes(build.header.filter((key) => !before?.header.includes(key))),
      fresh(build.sections, before?.sections),
      build.old_layout
        .filter((name) => build.sections.includes(name))
        .map(sectionLink)
        .join(', '),
    ]
  })
  return `## Builds

The first line tells the generation only; the build is stated since 6.11 and otherwise inferred from the traces below.
Proximity 1 is the tracker of this project, and states it as \`Proximity 1\` and further numbers.
Every build from 5.0 on knows all that the ones before it know. The build called 5-Feb is a side branch of February
2026: it writes the spawn intervals before the unix times, joins the two ids of a pair by \`,\` instead of \`+\`, and
writes the headers of all its sections even without rows. The other builds leave out a section without rows, but for
${alwaysWritten()}.

${table(['build', 'first line', 'new header keys', 'new sections', 'written in the older layout'], rows)}`
}

function fresh(sections: readonly string[], before: readonly string[] = []): string {
  return SECTIONS.map(({ name }) => name)
    .filter((name) => sections.includes(name) && !before.includes(name))
    .map(sectionLink)
    .join(', ')
}

function alwaysWritten(): string {
  const [first, ...rest] = (BUILDS.at(-1) as Build).always.map(sectionLink).reverse()
  return `${rest.reverse().join(', ')} and ${first} (3.0 without PLAYER_TRACKS)`
}

const sectionLink = (name: string) => `[${name}](#${name.toLowerCase()})`

const HEADER_KINDS: Readonly<Record<HeaderKind, string>> = {
  text: 'text',
  int: 'integer',
  zero_unknown: 'integer, 0 = unknown',
  flag: '0 or 1',
  capabilities: 'list of states',
}

function header(): string {
  const rows = HEADER_KEYS.map(({ key, name, kind, since, remark }) => [
    code(key),
    code(name),
    HEADER_KINDS[kind],
    since,
    remark,
  ])
  const own = [code(TRAILER_KEY), '', HEADER_KINDS.flag, 'Proximity 1', '1: the file ends with a trailer']
  return `## Header

Keys may stand in any order before the first section. A key that is missing, empty or not valid is not given; a key that
stands twice is reported and its last valid value counts. Unknown keys are kept.

${table(['key', 'name elsewhere', 'value', 'since', 'remark'], [...rows, own])}

Only \`capabilities\` tells a sensor that was switched off from one that saw nothing. A sensor that is not declared is
*unknown* until a row of it proves that it was on; rows also prove a sensor on that is declared off. A failed sensor
stays failed. Where a known build of the original had no switch for what it wrote, the sensor is on. The section
${sectionLink('CAPTURE')} adds to the declarations: a sensor that it calls failed has failed, whatever the header says.`
}

function sectionRules(): string {
  return `A column marked *may be empty* holds nothing where there is no value; nothing and 0 are different. Other columns
must hold what their type says. Types:

${table(
  ['type', 'text'],
  [
    ['integer', `decimal digits, possibly with \`-\`, up to ${number(INTEGER_LIMIT)}; \`450.0\` is read as 450`],
    [
      'decimal (n)',
      `written with n decimal places and a point, read with any number of them, up to ${number(DECIMAL_LIMIT)}`,
    ],
    ['coordinate (n)', `a decimal within ${number(COORDINATE_LIMIT)} units of the map's zero point`],
    ['text', 'anything but the separators `;` `|` `,` and control characters; colour codes (`^1`) stay'],
    [
      'id',
      'a player: 32 hexadecimal digits, `OMNIBOT...`, `SLOT<n>`; in old files also empty, for every player without one',
    ],
    ['word', 'a letter, then letters, digits and `_`'],
    ['side', codes(TEAMS)],
    ['class', codes(PLAYER_CLASSES)],
    ['flag', '`1` or `0`'],
    ['ids', 'ids, joined by the separator in parentheses; empty for none'],
    ['positions, path, attackers', 'see [lists](#lists)'],
  ],
)}`
}

function typeText({ kind, places, separators }: Codec<unknown>): string {
  switch (kind) {
    case 'int':
      return 'integer'
    case 'decimal':
    case 'coordinate':
      return `${kind} (${places})`
    case 'guid':
      return 'id'
    case 'guids':
      return `ids (${[...separators].map(code).join(' or ')})`
    case 'team':
      return 'side'
    case 'player_class':
      return 'class'
    default:
      return kind
  }
}

function sectionText(section: Section): string {
  const rows = section.fields.map((field, i) => columnRow(field, i + 1))
  const lacks = section.omitted ?? []
  const older =
    lacks.length === 0
      ? ''
      : `\n\nThe older layout lacks ${codes(lacks)}: ${section.fields.length - lacks.length} columns.`
  const since = BUILDS.find(({ sections }) => sections.includes(section.name))?.name
  const switched = section.unswitched === true ? ", which only this project's tracker can switch off" : ''
  const sensor = section.capability === undefined ? 'no switch' : `capability ${code(section.capability)}${switched}`
  const marked = section.comment_rows === true ? `\n\nEvery row begins with ${code(COMMENT_ROW)}.` : ''
  return `### ${section.name}

${section.about}

Since ${since}; ${sensor}; ${code(section.key)} elsewhere.${marked}

${table(['#', 'column', 'type', 'unit', 'may be empty', 'remark'], rows)}${older}`
}

function columnRow([name, codec, remark = '']: Field, column: number): string[] {
  return [String(column), code(name), typeText(codec), codec.unit, codec.optional ? 'yes' : '', remark]
}

function lists(): string {
  const point = ({ name, unit, places, least, most, remark }: PointField, i: number) => [
    String(i + 1),
    code(name),
    places === 0 ? 'integer' : `decimal (${places})`,
    unit,
    `${number(least)} to ${number(most)}`,
    remark,
  ]
  const head = ['#', 'field', 'type', 'unit', 'range', 'remark']
  const event = (count: number, events: readonly string[]) => [
    String(count + 1),
    '`event`',
    'word',
    '',
    codes(events),
    '',
  ]
  const fields = ATTACKER_FIELDS.map((field: Field, i) => columnRow(field, i + 1).filter((_, cell) => cell !== 4))
  return `## Lists

The elements of a list are separated by \`|\`, the fields of an element by \`,\`.

### Positions

The points of a fight: hits, samples, and the end. The last point says \`escape\` for every outcome that is no death.

${table(head, [...POSITION_FIELDS.map(point), event(POSITION_FIELDS.length, POSITION_EVENTS)])}

### Path

The samples of a life, from \`spawn\` to the word for its end.

${table(head, [...PATH_FIELDS.map(point), event(PATH_FIELDS.length, PATH_EVENTS)])}

### Attackers

One element per player, in the order of the first hits. **Every pair of weapon and hits ends with \`;\`, the last one
too**, so the attackers are all that follows the 23rd \`;\` of the line.

${table(['#', 'field', 'type', 'unit', 'remark'], [...fields, ['9', '`weapons`', 'pairs', '', 'weapon id, `:`, hits, `;`, again and again; `0:0` if no weapon is known']])}`
}

function trailer(): string {
  return `## The trailer

The last line of a file of this project's tracker, followed by a line feed:

    # END rows=ENGAGEMENTS:12,PLAYER_TRACKS:30 adler32=123456789

It states how many rows each section of the file has, for every section with a header line, and the Adler-32 checksum of
all bytes before the line. The header announces it (\`# ${TRAILER_KEY}=1\`), so that a file that lost it is noticed.
Older readers take both lines for comments.`
}

function reading(): string {
  return `## Reading

Refused as a whole, with the reason: an empty file, a file whose first line names no generation from 3 on, and the two
prototypes before 3, which hold no rounds of this kind. A later generation is read as far as it is known.

Otherwise every row is either accepted or reported with its line, its section and the column that is wrong:

- A row is rejected if it has too few columns, or if a column does not hold what it must. Nothing is clamped, and no
  value is put in the place of a bad one.
- A bad point or a bad attacker is reported and left out; the row stays.
- A row whose number of samples or of attackers is not that of its list is noted and kept.
- A row that lacks the \`#;\` of its section is rejected. In sections of the original builds a line that begins with
  \`#;\` is a comment; in an unknown section it is a row.
- Columns behind the known ones, unknown sections and unknown header keys are kept as text, counted and noted. An
  unknown section ends the one before it.
- Two layouts of one section are told apart row by row, by the number of columns.
- A player's name that holds \`;\` shifts the columns behind it. Only 3.0 wrote such names; there the row is read by
  looking for the places where everything else fits, and noted.
- A byte that is no UTF-8 is kept as a character of its own, so two names of different bytes stay two names.
- Line feeds, carriage returns and both together end a line; a byte order mark and blanks around a line are ignored.
- A second file behind the first one is not read.

There are limits on the length of a line and the number of rows, points and kept texts, far above what a match writes.
What goes beyond them is reported.`
}

function completeness(): string {
  return `## Completeness

${table(
  ['state', 'meaning'],
  [
    ['`complete`', 'the trailer is there, its checksum agrees, and it states the rows that the file has'],
    [
      '`incomplete`',
      'the trailer is damaged or disagrees, or is missing although the header announces it; or a file without one ' +
        'stops in the middle of a line or before a section that its build always writes; or a second file follows',
    ],
    ['`unverified`', 'a file of a tracker that writes no trailer, and nothing looks cut'],
  ],
)}`
}

function writing(): string {
  return `## Writing

- A number is rounded to its places, halves away from zero, and never written as \`-0\`. One that is absent, not finite
  or out of its range leaves an empty column if the column may be empty; otherwise the row is not written.
- In texts \`;\`, \`|\`, \`,\` and control characters become \`_\`; in ids also \`+\` and blanks. A row that would begin
  with \`#\` begins with \`_\`, unless its section marks its rows.
- A blank line stands before every section but the first, and one comment with the names of the columns behind its name.
- A new section is not named so that its name begins with that of another one: older readers go by the beginning.`
}
