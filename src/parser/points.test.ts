import { describe, expect, test } from 'vitest'
import { PATH_EVENTS, POSITION_EVENTS } from '../format/codec.ts'
import { parseText, problemTexts, sectionText } from './parse-text.fixtures.ts'

function track(path: string, samples: number) {
  const parsed = parseText(sectionText('PLAYER_TRACKS', [`F1;Ferro;ALLIES;SOLDIER;0;9;;killed;${samples};${path}`]))
  return { path: parsed.round.rows.player_tracks[0]?.path, problems: problemTexts(parsed) }
}

function engagement(positions: string) {
  const row = `1;0;9;9;F1;Ferro;ALLIES;killed;0;;;0;0;;;0.0;0.0;0.0;0.0;0.0;0.0;0.0;${positions};`
  const parsed = parseText(sectionText('ENGAGEMENTS', [row]))
  return { positions: parsed.round.rows.engagements[0]?.positions, problems: problemTexts(parsed) }
}

const GOOD = '1,2.5,-3.0,4.0,100,5.5,8,1,1,sample'

test.each(PATH_EVENTS)('a path may hold the event %s', (event) => {
  const { path, problems } = track(`${GOOD}|${GOOD.replace('sample', event)}`, 2)
  expect([...(path?.event ?? [])].map((i) => PATH_EVENTS[i])).toEqual(['sample', event])
  expect(problems).toEqual([])
})

test.each(POSITION_EVENTS)('a position may be the event %s', (event) => {
  const { positions, problems } = engagement(`-5,1.0,2.0,3.0,${event}|6,1.0,2.0,3.0,sample`)
  expect([...(positions?.event ?? [])].map((i) => POSITION_EVENTS[i])).toEqual([event, 'sample'])
  expect([...(positions?.time_ms ?? [])]).toEqual([-5, 6])
  expect(problems).toEqual([])
})

describe('a bad point is reported with its value and costs only itself', () => {
  test.each([
    ['x,2.5,-3.0,4.0,100,5.5,8,1,1,sample', 'has no valid time_ms'],
    ['1.5,2.5,-3.0,4.0,100,5.5,8,1,1,sample', 'has no valid time_ms'],
    ['2147483648,2.5,-3.0,4.0,100,5.5,8,1,1,sample', 'has no valid time_ms'],
    ['1,65537,-3.0,4.0,100,5.5,8,1,1,sample', 'has no valid x'],
    ['1,2.5,,4.0,100,5.5,8,1,1,sample', 'has no valid y'],
    ['1,2.5,-3.0,nan,100,5.5,8,1,1,sample', 'has no valid z'],
    ['1,2.5,-3.0,4.0,32768,5.5,8,1,1,sample', 'has no valid health'],
    ['1,2.5,-3.0,4.0,100,-1,8,1,1,sample', 'has no valid speed'],
    ['1,2.5,-3.0,4.0,100,5.5,256,1,1,sample', 'has no valid weapon'],
    ['1,2.5,-3.0,4.0,100,5.5,8,3,1,sample', 'has no valid stance'],
    ['1,2.5,-3.0,4.0,100,5.5,8,1,2,sample', 'has no valid sprint'],
    ['1,2.5,-3.0,4.0,100,5.5,8,1,1,jumped', 'has an unknown event'],
    ['1,2.5,-3.0,4.0,100,5.5,8,1,1,sampled', 'has an unknown event'],
    ['1,2.5,-3.0,4.0,100,5.5,8,1,1,', 'has an unknown event'],
    ['1,2.5,-3.0,4.0,100,5.5,8,1,1,sample,0', 'has an unknown event'],
    ['1,2.5,-3.0,4.0,100,5.5,8,1', 'has no valid stance'],
    ['', 'has no valid time_ms'],
  ])('%j', (point, reason) => {
    const { path, problems } = track(`${point}|${GOOD}`, 1)
    expect(problems).toEqual([`4 PLAYER_TRACKS: column 10 (path): the point ${JSON.stringify(point)} ${reason} (part)`])
    expect(path).toMatchObject({ length: 1 })
    expect([path?.time_ms[0], path?.x[0], path?.y[0], path?.speed[0]]).toEqual([1, 2.5, -3, 5.5])
  })

  test('in an engagement, with the column of the positions', () => {
    const { positions, problems } = engagement('0,1.0,2.0,3.0,start|0,1.0,2.0,hit|9,1.0,2.0,3.0,death')
    expect(positions?.length).toBe(2)
    expect(problems).toEqual(['4 ENGAGEMENTS: column 23 (positions): the point "0,1.0,2.0,hit" has no valid z (part)'])
  })
})

test('a wrong number of samples is noted, and the points count', () => {
  const { path, problems } = track(GOOD, 7)
  expect(path?.length).toBe(1)
  expect(problems).toEqual(['4 PLAYER_TRACKS: column 9 (samples) states 7, the path has 1 (note)'])
})

test('every path is its own, however many follow', () => {
  const rows = Array.from(
    { length: 3000 },
    (_, i) => `F1;Ferro;ALLIES;SOLDIER;0;9;;killed;1;${i},0,0,0,0,0,0,0,0,spawn`,
  )
  const { rows: read } = parseText(sectionText('PLAYER_TRACKS', rows)).round
  expect(read.player_tracks.map(({ path }) => [path.length, path.time_ms[0]])).toEqual(
    Array.from({ length: 3000 }, (_, i) => [1, i]),
  )
})

test('a number is read to the last digit of its text', () => {
  const { path } = track('0,0.1,0.30000000000001,-65535.9,0,0.7,0,0,0,spawn', 1)
  expect([path?.x[0], path?.y[0], path?.z[0], path?.speed[0]]).toEqual([0.1, 0.30000000000001, -65_535.9, 0.7])
})
