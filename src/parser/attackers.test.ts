import { expect, test } from 'vitest'
import { parseText, problemTexts, sectionText } from './parse-text.fixtures.ts'

const ROOK = 'A1,^4Rook,AXIS,80,2,100,900,1,3:2;'
const VA_LE = 'B2,Va_le,AXIS,22,1,420,420,0,3:1;'

/** One engagement with these attackers, of which it counts `count`. */
function read(attackers: string, count: number, generation = 6) {
  const row = `1;100;900;800;F1;Ferro;ALLIES;killed;102;;;${count};0;;;0.0;0.0;0.0;0.0;0.0;0.0;0.0;;${attackers}`
  const parsed = parseText(sectionText('ENGAGEMENTS', [row], generation))
  return { attackers: parsed.round.rows.engagements[0]?.attackers, problems: problemTexts(parsed) }
}

test('two attackers, each with all weapons, are the whole rest of the line', () => {
  const { attackers, problems } = read(`A1,^4Rook,AXIS,80,2,100,900,1,3:2;14:1;|${VA_LE}`, 2)
  expect(problems).toEqual([])
  expect(attackers).toEqual([
    {
      guid: 'A1',
      name: '^4Rook',
      team: 'AXIS',
      damage: 80,
      hits: 2,
      first_hit_ms: 100,
      last_hit_ms: 900,
      got_kill: true,
      weapons: [
        [3, 2],
        [14, 1],
      ],
    },
    {
      guid: 'B2',
      name: 'Va_le',
      team: 'AXIS',
      damage: 22,
      hits: 1,
      first_hit_ms: 420,
      last_hit_ms: 420,
      got_kill: false,
      weapons: [[3, 1]],
    },
  ])
})

test('the last pair of weapon and hits may lack its semicolon', () => {
  expect(read('A1,Rook,AXIS,80,2,100,900,1,3:2;14:1', 1).attackers?.[0]?.weapons).toEqual([
    [3, 2],
    [14, 1],
  ])
  expect(read('A1,Rook,AXIS,80,2,100,900,1,3:2', 1).problems).toEqual([])
})

test('0:0 and nothing stand for no weapon known', () => {
  expect(read('A1,Rook,AXIS,80,2,100,900,1,0:0', 1)).toMatchObject({ attackers: [{ weapons: [] }], problems: [] })
  expect(read('A1,Rook,AXIS,80,2,100,900,1,', 1)).toMatchObject({ attackers: [{ weapons: [] }], problems: [] })
})

test('a fight whose column of attackers is missing is reported, even before another fight', () => {
  const row = '1;100;900;800;F1;Ferro;ALLIES;killed;102;;;0;0;;;0.0;0.0;0.0;0.0;0.0;0.0;0.0;'
  const parsed = parseText(sectionText('ENGAGEMENTS', [row, `${row};`]))
  expect(parsed.round.rows.engagements).toHaveLength(1)
  expect(problemTexts(parsed)).toEqual(['4 ENGAGEMENTS: 23 columns, expected 24 (row)'])
})

test('an empty column is a fight without attackers', () => {
  expect(read('', 0)).toEqual({ attackers: [], problems: [] })
})

test('attackers without id are several players', () => {
  const nobody = ',Rook,AXIS,80,2,100,900,1,3:2;'
  expect(read(`${nobody}|${nobody.replace('Rook', 'Mara')}`, 2)).toMatchObject({
    attackers: [{ name: 'Rook' }, { name: 'Mara' }],
    problems: [],
  })
})

test('an id that stands twice is reported, and its later element counts', () => {
  const { attackers, problems } = read(`${ROOK}|${VA_LE}|${ROOK.replace('80', '81')}`, 2)
  expect(attackers?.map(({ guid, damage }) => [guid, damage])).toEqual([
    ['B2', 22],
    ['A1', 81],
  ])
  expect(problems).toEqual([
    '4 ENGAGEMENTS: column 24 (attackers): the attacker "A1" stands twice; the later one counts (part)',
  ])
})

test('a name with commas of an old file is found between its id and its side', () => {
  const { attackers, problems } = read('A1,Ro,ok,ie,AXIS,80,2,100,900,1,3:2;', 1, 3)
  expect(attackers).toMatchObject([{ guid: 'A1', name: 'Ro,ok,ie', team: 'AXIS', damage: 80 }])
  expect(problems).toEqual([])
})

test('a name with a semicolon of an old file stays whole', () => {
  expect(read('A1,Ro;ok,AXIS,80,2,100,900,1,3:2;', 1, 3).attackers).toMatchObject([{ name: 'Ro;ok' }])
})

test.each([
  ['A1,Rook,AXIS,80,2,100,900,1', '8 fields, expected 9'],
  ['', '1 fields, expected 9'],
  ['A1,Rook,GREEN,80,2,100,900,1,3:2;', 'no valid team'],
  ['A1,Rook,AXIS,8x,2,100,900,1,3:2;', 'no valid damage'],
  ['A1,Rook,AXIS,80,,100,900,1,3:2;', 'no valid hits'],
  ['A1,Rook,AXIS,80,2,1e2,900,1,3:2;', 'no valid first_hit_ms'],
  ['A1,Rook,AXIS,80,2,100,NaN,1,3:2;', 'no valid last_hit_ms'],
  ['A1,Rook,AXIS,80,2,100,900,2,3:2;', 'no valid got_kill'],
  ['A1,Rook,AXIS,80,2,100,900,1,3;', 'no valid weapons'],
  ['A1,Rook,AXIS,80,2,100,900,1,3:2;;', 'no valid weapons'],
  ['A1,Rook,AXIS,80,2,100,900,1,3:x;', 'no valid weapons'],
  ['A1,Ro\u0000ok,AXIS,80,2,100,900,1,3:2;', 'a NUL byte'],
  [`A1,${'x'.repeat(5000)},AXIS,80,2,100,900,1,3:2;`, 'too long a name'],
])('a bad attacker %j is reported and costs only himself', (element, reason) => {
  const { attackers, problems } = read(`${element}|${VA_LE}`, 1)
  expect(attackers?.map(({ guid }) => guid)).toEqual(['B2'])
  expect(problems).toHaveLength(1)
  expect(problems[0]).toContain('4 ENGAGEMENTS: column 24 (attackers): the attacker ')
  expect(problems[0]).toContain(`${reason} (part)`)
})

test('a wrong number of attackers is noted, and the listed ones count', () => {
  const { attackers, problems } = read(ROOK, 3)
  expect(attackers).toHaveLength(1)
  expect(problems).toEqual(['4 ENGAGEMENTS: column 12 (num_attackers) states 3, the row lists 1 (note)'])
})

test('no more attackers are read than can have been there', () => {
  const many = Array.from({ length: 300 }, (_, i) => ROOK.replace('A1', `G${i}`)).join('|')
  const { attackers, problems } = read(many, 256)
  expect(attackers).toHaveLength(256)
  expect(problems).toEqual(['4 ENGAGEMENTS: column 24 (attackers): more than 256 attackers (part)'])
})
