import { expect, test } from 'vitest'
import { eachEngine } from '../../tests/support/databases.ts'
import { EVENING, roundFile } from '../../tests/support/round-files.ts'
import { importRounds } from '../api/served.fixtures.ts'
import { derive } from '../metrics/derive.ts'
import { parseRound } from '../parser/parse-round.ts'
import { eventId } from './event-id.ts'
import { fightDetails } from './fight-details.ts'

const FILES = [1, 2, 3, 4, 5, 6].map((seed) => roundFile({ seed, start: EVENING + seed * 600 }))

/** Times and places of the samples between two moments of the life of somebody that overlaps them longest; of equal ones the last. */
function naiveWay(file: (typeof FILES)[number], guid: string | null, from_ms: number, to_ms: number): number[][] {
  const { round } = parseRound(file.bytes)
  const ends = derive(round).lives.map(({ end_time_ms }) => end_time_ms)
  const lives = round.rows.player_tracks
    .map((track, i) => ({ ...track, end_ms: ends[i] ?? Number.POSITIVE_INFINITY }))
    .filter((life) => life.guid === guid && life.spawn_time_ms <= to_ms && life.end_ms >= from_ms)
    .map((life) => ({ ...life, overlap: Math.min(life.end_ms, to_ms) - Math.max(life.spawn_time_ms, from_ms) }))
    .sort((a, b) => b.overlap - a.overlap || b.spawn_time_ms - a.spawn_time_ms)
  const { path } = lives[0] ?? {}
  const way = Array.from(path?.time_ms ?? [], (time, i) => [time, path?.x[i] as number, path?.y[i] as number])
  return way.filter(([time = 0]) => time >= from_ms && time <= to_ms)
}

const wayOf = (path: readonly { readonly time: number; readonly x: number; readonly y: number }[] | undefined) =>
  path?.map(({ time, x, y }) => [time, x, y])

eachEngine('a fight in full', (store) => {
  test('shows target and killer in the life of each that was alive longest in it', async () => {
    const ids = await importRounds(store(), FILES)
    let [between, killers] = [0, 0]
    for (const [i, file] of FILES.entries()) {
      const { engagements, player_tracks } = parseRound(file.bytes).round.rows
      for (const [row_no, fight] of engagements.entries()) {
        const { start_time_ms, end_time_ms, target_guid, attackers } = fight
        const found = await fightDetails(store().reader, eventId(ids[i] as number, row_no))
        const killer = attackers.find(({ got_kill }) => got_kill)?.guid ?? fight.killer_guid
        expect(found).toMatchObject({ target_guid, start_time_ms, end_time_ms, round_id: ids[i] })
        expect(wayOf(found?.target_path)).toEqual(naiveWay(file, target_guid, start_time_ms, end_time_ms))
        expect(wayOf(found?.attacker_path)).toEqual(naiveWay(file, killer, start_time_ms, end_time_ms))
        if (killer !== null) killers += 1
        const starts = player_tracks.filter(({ guid }) => guid === target_guid).map((life) => life.spawn_time_ms)
        if (starts.some((start) => start > start_time_ms && start < end_time_ms)) between += 1
      }
    }
    // some of these fights go on from one life to the next
    expect([between > 0, killers > 10]).toEqual([true, true])
  })
})
