import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BUILDS } from '../format/builds.ts'
import { someRound } from '../format/round.fixtures.ts'
import { writeRound } from '../format/write-round.ts'
import { parseRound } from './parse-round.ts'

describe('a round that is written and read again is the same round', { timeout: 30_000 }, () => {
  const cases = BUILDS.flatMap((build) => [
    { name: build.name, build, trailer: false },
    { name: `${build.name} with a trailer`, build, trailer: true },
  ])
  test.each(cases)('$name', ({ build, trailer }) => {
    fc.assert(
      fc.property(someRound(build, trailer), (round) => {
        const { bytes, refused } = writeRound(round, { build: build.name, trailer })
        const parsed = parseRound(bytes)
        expect({ refused, problems: parsed.problems }).toEqual({ refused: [], problems: [] })
        expect(parsed.round.header).toEqual(round.header)
        expect(parsed.round.rows).toEqual(round.rows)
        expect(parsed.round.format).toBe(build.generation)
        expect(parsed.round.completeness).toBe(trailer ? 'complete' : 'unverified')
      }),
      { numRuns: 40 },
    )
  })
})
