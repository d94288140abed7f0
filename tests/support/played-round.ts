import { expect } from 'vitest'
import type { Rows } from '../../src/format/sections.ts'
import { SmallServer } from './small-server.ts'
import { onlyRound, track } from './tracker.ts'

/** A round that goes on, 750 ms after its start: guests with even slots are Axis, the others Allies. */
export function liveGame(guests = 4, cvars: Readonly<Record<string, string>> = {}): SmallServer {
  const server = new SmallServer(cvars)
  for (let slot = 0; slot < guests; slot++) server.join(slot)
  return server.restart(0)
}

/**
 * Plays a round to its end, unless that has happened, and gives the rows of its file, every one of them readable. No
 * sensor failed, and none had a row that it could not write.
 */
export async function rowsAfter(server: SmallServer, ended = false): Promise<Rows> {
  const played = await track(ended ? server : server.end())
  expect(played.report.errors).toEqual([])
  const { round, problems } = onlyRound(played)
  expect(problems).toEqual([])
  const troubled = round.rows.capture.filter(({ state, rejected_rows }) => state === 'failed' || rejected_rows > 0)
  expect(troubled).toEqual([])
  return round.rows
}

/** The clock of the file, ms. */
export function clockOf(server: SmallServer): number {
  return server.now - server.start
}
