import { expect, test } from 'vitest'
import { parseText, problemTexts, sectionText } from './parse-text.fixtures.ts'

const FERRO = '9B7C5A3E1D2F4B6C8A0E2D4C6B8A0F12'
const ROOK = '1F3A9C5E7B2D4F60A1C3E5D7F9B0A2C4'

function row(target: string, killer: string): string {
  return (
    `1;60000;61050;1050;${FERRO};${target};ALLIES;killed;80;${ROOK};${killer};1;0;;;640.0;128.0;24.0;766.0;203.6;24.0;` +
    `201.6;60000,640.0,128.0,24.0,start|61050,766.0,203.6,24.0,death;${ROOK},${killer},AXIS,80,2,60000,61050,1,3:2;14:1;`
  )
}

const NOTE = 'a name holds the separator; the columns were found from the words around it (note)'

test.each([
  ['Fer;ro', 'Rook'],
  ['Ferro', 'Ro;ok'],
  [';', ';;'],
  ['Ferro;', ';Rook'],
  ['a;b;c;d', 'e;f;g;h'],
  ['AXIS;killed', 'Rook'],
  ['ALLIES;killed;80', 'Rook;1;0'],
  ['Fer,ro', 'Ro,o;k'],
])('in a file of 3.0 the names %j and %j are found', (target, killer) => {
  const parsed = parseText(sectionText('ENGAGEMENTS', [row(target, killer)], 3))
  expect(problemTexts(parsed)).toEqual([`4 ENGAGEMENTS: ${NOTE}`])
  expect(parsed.round.rows.engagements).toMatchObject([
    {
      target_guid: FERRO,
      target_name: target,
      target_team: 'ALLIES',
      killer_guid: ROOK,
      killer_name: killer,
      distance_traveled: 201.6,
      positions: { length: 2 },
      attackers: [
        {
          name: killer,
          damage: 80,
          weapons: [
            [3, 2],
            [14, 1],
          ],
        },
      ],
    },
  ])
})

test('a line of 3.0 with sound names is read without a note', () => {
  const parsed = parseText(sectionText('ENGAGEMENTS', [row('Fer,ro', 'Ro,ok')], 3))
  expect(problemTexts(parsed)).toEqual([])
  expect(parsed.round.rows.engagements).toMatchObject([{ target_name: 'Fer,ro', killer_name: 'Ro,ok' }])
})

test('later builds clean their names, so there a shifted line is damage', () => {
  const parsed = parseText(sectionText('ENGAGEMENTS', [row('Fer;ro', 'Rook')], 4))
  expect(problemTexts(parsed)).toEqual([
    '4 ENGAGEMENTS: column 7 (target_team) holds "ro", expected AXIS, ALLIES or SPEC (row)',
  ])
})

test('a line that no division of its names explains is reported as it stands', () => {
  const broken = row('Fer;ro', 'Rook').replace(';killed;', ';;')
  const parsed = parseText(sectionText('ENGAGEMENTS', [broken], 3))
  expect(parsed.round.rows.engagements).toEqual([])
  expect(problemTexts(parsed)).toEqual([
    '4 ENGAGEMENTS: column 7 (target_team) holds "ro", expected AXIS, ALLIES or SPEC (row)',
  ])
})
