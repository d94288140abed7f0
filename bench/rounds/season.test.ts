import { describe, expect, test } from 'vitest'
import { parseFileName } from '../../src/format/file-name.ts'
import { parseRound } from '../../src/parser/parse-round.ts'
import type { RoundFile } from './round-file.ts'
import { baseRounds, moved, season } from './season.ts'

const ROUNDS = 4
const END_UNIX = Date.UTC(2026, 10, 21, 12) / 1_000

function first(count: number, files: Iterator<RoundFile>): RoundFile[] {
  return Array.from({ length: count }, () => files.next().value as RoundFile)
}

describe.each(['v42', 'current'] as const)('rounds of the kind %s', (kind) => {
  const files = baseRounds(kind, ROUNDS)
  const parsed = files.map(({ bytes }) => parseRound(bytes))

  test('are read without a problem', () => {
    expect(parsed.flatMap(({ problems }) => problems)).toEqual([])
    expect(new Set(parsed.map(({ round }) => round.build))).toEqual(new Set([kind === 'v42' ? '4.2b' : '6.11']))
  })

  test('are the same in every run', () => {
    expect(baseRounds(kind, 1)[0]?.bytes).toEqual(files[0]?.bytes)
  })

  test('look like those of a server', () => {
    const rows = parsed.map(({ round }) => round.rows)
    const points = rows.flatMap(({ player_tracks }) => player_tracks.map(({ path }) => path))
    const samples = points.reduce((sum, { length }) => sum + length, 0)
    const standing = points.reduce((sum, { speed }) => sum + speed.filter((value) => value < 5).length, 0)
    expect(standing / samples).toBeGreaterThan(0.03)
    expect(standing / samples).toBeLessThan(0.2)
    for (const { engagements } of rows) {
      const share = (outcome: string) =>
        engagements.filter((row) => row.outcome === outcome).length / engagements.length
      expect(share('killed')).toBeGreaterThan(0.4)
      expect(share('escaped')).toBeGreaterThan(0.2)
      expect(engagements.some(({ is_crossfire }) => is_crossfire)).toBe(true)
    }
  })
})

test('both kinds tell of the same matches', () => {
  const [early, newest] = (['v42', 'current'] as const).map((kind) =>
    parseRound((baseRounds(kind, 1)[0] as RoundFile).bytes),
  )
  const lives = (parsed = early) => parsed?.round.rows.player_tracks.map(({ guid, death_type }) => [guid, death_type])
  expect(lives(early)).toEqual(lives(newest))
})

test('the newest round of a season is less than two days old', () => {
  const [monday] = baseRounds('v42', 1) as [RoundFile]
  const base = [monday, moved(monday, 5 * 86_400)]
  const [newest] = first(1, season(base, END_UNIX))
  const ended = parseRound((newest as RoundFile).bytes).round.header.round_end_unix as number
  expect(ended).toBeLessThan(END_UNIX)
  expect(ended).toBeGreaterThan(END_UNIX - 2 * 86_400)
})

test('a season repeats its rounds six days and eleven seconds apart', () => {
  const base = baseRounds('v42', 2)
  const rounds = first(4, season(base, END_UNIX))
  const starts = rounds.map(({ bytes }) => parseRound(bytes).round.header.round_start_unix as number)
  expect((starts[0] as number) - (starts[2] as number)).toBe(6 * 86_400 + 11)
  expect((starts[1] as number) - (starts[3] as number)).toBe(6 * 86_400 + 11)
  expect(rounds.map(({ name }) => parseFileName(name)?.map_name)).toEqual(['supply', 'supply', 'supply', 'supply'])
  expect(new Set(rounds.map(({ name }) => name)).size).toBe(4)
})
