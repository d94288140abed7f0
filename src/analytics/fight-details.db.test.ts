import { expect, test } from 'vitest'
import { eachEngine } from '../../tests/support/databases.ts'
import { EVENING, type RoundFile, roundFile } from '../../tests/support/round-files.ts'
import { importRounds } from '../api/served.fixtures.ts'
import { writeRound } from '../format/write-round.ts'
import { derive } from '../metrics/derive.ts'
import { anEngagement, aRound, aTrack, standing } from '../metrics/round.fixtures.ts'
import { parseRound } from '../parser/parse-round.ts'
import { eventId } from './event-id.ts'
import { fightDetails } from './fight-details.ts'

/** A fight of which two lives of its target have as much. */
function halvedFight(): RoundFile {
  const lives = [
    { spawn_time_ms: 0, death_time_ms: 2_000, path: standing(0, 2_000, 10, 20) },
    { spawn_time_ms: 3_000, death_time_ms: 9_000, path: standing(3_000, 9_000, 30, 40) },
  ].map((life) => aTrack('Birch', { ...life, team: 'ALLIES' }))
  const engagements = [anEngagement('Birch', { start_time_ms: 1_000, end_time_ms: 4_000 })]
  const header = { map_name: 'supply', round_number_raw: 1, round_start_unix: EVENING, round_end_unix: EVENING + 60 }
  const round = aRound({ engagements, player_tracks: lives }, { header })
  return { ...roundFile(), bytes: writeRound(round, { build: '4.2b', trailer: false }).bytes }
}

// in the last two a fight goes on in the next life, of which it has more or less than of the one before
const FILES = [halvedFight(), ...[1, 2, 3, 37, 38].map((seed) => roundFile({ seed, start: EVENING + seed * 600 }))]

/** Lives of somebody that overlap a time, the one that overlaps it longest first; of equal ones the last. */
function naiveLives(file: (typeof FILES)[number], guid: string | null, from_ms: number, to_ms: number) {
  const { round } = parseRound(file.bytes)
  const ends = derive(round).lives.map(({ end_time_ms }) => end_time_ms)
  return round.rows.player_tracks
    .map((track, i) => ({ ...track, end_ms: ends[i] ?? Number.POSITIVE_INFINITY }))
    .filter((life) => life.guid === guid && life.spawn_time_ms <= to_ms && life.end_ms >= from_ms)
    .map((life) => ({ ...life, overlap: Math.min(life.end_ms, to_ms) - Math.max(life.spawn_time_ms, from_ms) }))
    .sort((a, b) => b.overlap - a.overlap || b.spawn_time_ms - a.spawn_time_ms)
}

/** Times and places of the samples of the first of these between two moments. */
function naiveWay(lives: ReturnType<typeof naiveLives>, from_ms: number, to_ms: number): number[][] {
  const { path } = lives[0] ?? {}
  const way = Array.from(path?.time_ms ?? [], (time, i) => [time, path?.x[i] as number, path?.y[i] as number])
  return way.filter(([time = 0]) => time >= from_ms && time <= to_ms)
}

const wayOf = (path: readonly { readonly time: number; readonly x: number; readonly y: number }[] | undefined) =>
  path?.map(({ time, x, y }) => [time, x, y])

eachEngine('a fight in full', (store) => {
  test('shows target and killer in the life of each that was alive longest in it', async () => {
    const ids = await importRounds(store(), FILES)
    let [shared, killers] = [0, 0]
    for (const [i, file] of FILES.entries()) {
      const { engagements } = parseRound(file.bytes).round.rows
      for (const [row_no, fight] of engagements.entries()) {
        const { start_time_ms, end_time_ms, target_guid, attackers } = fight
        const found = await fightDetails(store().reader, eventId(ids[i] as number, row_no))
        const killer = attackers.find(({ got_kill }) => got_kill)?.guid ?? fight.killer_guid
        const livesOf = (guid: string | null) => naiveLives(file, guid, start_time_ms, end_time_ms)
        const [target, other] = [livesOf(target_guid), livesOf(killer)] as const
        expect(found).toMatchObject({ target_guid, start_time_ms, end_time_ms, round_id: ids[i] })
        expect(wayOf(found?.target_path)).toEqual(naiveWay(target, start_time_ms, end_time_ms))
        expect(wayOf(found?.attacker_path)).toEqual(naiveWay(other, start_time_ms, end_time_ms))
        if (killer !== null) killers += 1
        if (target.length > 1 || other.length > 1) shared += 1
      }
    }
    expect([shared, killers > 10]).toEqual([3, true])
  })
})
