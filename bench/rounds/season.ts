import { parseFileName } from '../../src/format/file-name.ts'
import { random } from '../../src/simulator/random.ts'
import { arena } from './arena.ts'
import { crowd, evenings, lineUp } from './people.ts'
import { type Kind, type Played, type RoundFile, roundFile, roundFileName } from './round-file.ts'

const DAY_S = 86_400
/** The 60 rounds come again, moved by this much: the season of the original's measurements. */
const WEEK_DAYS = 6
const REPEAT_S = WEEK_DAYS * DAY_S + 11

/** Days of a season's first week with an evening, and how many rounds it has. */
const EVENINGS = [
  { day: 0, rounds: 16 },
  { day: 1, rounds: 14 },
  { day: 3, rounds: 16 },
  { day: 5, rounds: 14 },
] as const
/** Rounds until they repeat. */
const BASE_ROUNDS = 60

// a Monday evening; a season is moved to where it is needed
const FIRST_UNIX = Date.UTC(2026, 0, 5, 19) / 1_000
const MAPS = ['supply', 'goldrush', 'radar', 'braundorf_b4', 'et_ice', 'sw_goldrush_te', 'adlernest', 'frostbite']
const HALF = 2_400
const BIG = { players: 64, duration_ms: 30 * 60_000, half: 6_000 } as const

/** Sixty rounds of 6 to 12 players in four evenings, with breaks of minutes inside an evening. */
function matches(): Played[] {
  const chance = random(60)
  const present = evenings(EVENINGS.length)
  return EVENINGS.flatMap(({ day, rounds }, evening) => {
    let start_unix = FIRST_UNIX + day * DAY_S
    const perSide = Array.from({ length: rounds / 2 }, () => chance.whole(3, 6))
    return Array.from({ length: rounds }, (_, round): Played => {
      const map = Math.floor(round / 2)
      const map_name = MAPS[(map + evening * 3) % MAPS.length] as string
      const squads = present[evening] as ReturnType<typeof evenings>[number]
      const members = lineUp(squads, perSide[map] as number, round % 2 === 0 ? 'AXIS' : 'ALLIES')
      const duration_ms = 50 * chance.whole(5.7 * 60 * 20, 12 * 60 * 20)
      const match = {
        seed: evening * 100 + round,
        arena: arena(map_name, MAPS.indexOf(map_name), HALF),
        members,
        duration_ms,
        round_number: 1 + (round % 2),
        start_unix,
      }
      start_unix += Math.round(duration_ms / 1_000) + chance.whole(40, 150)
      return match
    })
  })
}

/** The sixty rounds, or the first ones, as files of one kind. */
export function baseRounds(kind: Kind, rounds = BASE_ROUNDS): RoundFile[] {
  return matches()
    .slice(0, rounds)
    .map((match) => roundFile(match, kind))
}

/** A full server for half an hour. */
export function bigRound(): RoundFile {
  const { players, duration_ms, half } = BIG
  const map = arena('big_map', 64, half)
  const match = { seed: 64, arena: map, members: crowd(players), duration_ms, round_number: 1, start_unix: FIRST_UNIX }
  return roundFile(match, 'v42')
}

/**
 * The rounds of a season without beginning, the newest first: the sixty again and again. The newest are some hours older
 * than `end_unix`.
 */
export function* season(base: readonly RoundFile[], end_unix: number): Generator<RoundFile> {
  const days = Math.floor((end_unix - FIRST_UNIX) / DAY_S) - WEEK_DAYS
  for (let shift = days * DAY_S; ; shift -= REPEAT_S) {
    for (const file of base.toReversed()) yield moved(file, shift)
  }
}

/** The same round at another time: only the two instants of its header and its name differ. */
export function moved(file: RoundFile, by_s: number): RoundFile {
  const bytes = Buffer.from(file.bytes)
  for (const key of ['# round_start_unix=', '# round_end_unix=']) {
    const at = bytes.indexOf(key) + key.length
    const digits = bytes.toString('latin1', at, at + 10)
    bytes.write(String(Number(digits) + by_s), at, 'latin1')
  }
  const { date, time, map_name, round_number } = parseFileName(file.name) ?? {}
  const clock = time?.replace(/(..)(..)(..)/, '$1:$2:$3')
  const written_unix = Date.parse(`${date}T${clock}Z`) / 1_000 + by_s
  return { name: roundFileName(written_unix, String(map_name), Number(round_number)), bytes }
}
