/** The spawn waves of both sides: how long they are, and when the next one comes. */
import { clock } from './clock.ts'
import { configstring, cvarNumber } from './engine.ts'
import { onStart } from './events.ts'
import { every } from './schedule.ts'
import { record } from './sensors.ts'

type Side = 'AXIS' | 'ALLIES'

interface Waves {
  readonly team: Side
  /** Cvars with the length of a wave: as the map's script set it, in ms, and as the admin wants it, in s. */
  readonly cvar: string
  readonly admins_cvar: string
  /** Which number of the seeds chooses the side's offset, and how many of its low bits do not. */
  readonly seed: number
  readonly divisor: number
  interval_ms: number | undefined
  offset_ms: number | undefined
}

/** Both sides in the order of the file. Seeds: g_match.c, G_loadMatchGame. */
const SIDES: readonly Waves[] = [
  {
    team: 'AXIS',
    cvar: 'g_redlimbotime',
    admins_cvar: 'g_userAxisRespawnTime',
    seed: 1,
    divisor: 4,
    interval_ms: undefined,
    offset_ms: undefined,
  },
  {
    team: 'ALLIES',
    cvar: 'g_bluelimbotime',
    admins_cvar: 'g_userAlliedRespawnTime',
    seed: 0,
    divisor: 8,
    interval_ms: undefined,
    offset_ms: undefined,
  },
]

/** CS_REINFSEEDS: two packed indices, Allies first, and eight values. */
const SEEDS = 31
const SEED_DIVISORS: readonly number[] = [11, 3, 13, 7, 2, 5, 1, 17]
/** Map scripts change the waves when flags are taken. */
const LOOK_MS = 1_000
/** No wave is this short: smaller numbers are seconds. */
const SHORTEST_MS = 1_000

const SENSOR = 'reinforcements'

export function recordWaves(): void {
  onStart(SENSOR, () => {
    for (const side of SIDES) {
      look(side)
      note(side)
    }
  })
  every(SENSOR, LOOK_MS, LOOK_MS, () => {
    for (const side of SIDES) {
      const { interval_ms, offset_ms } = side
      look(side)
      if (side.interval_ms !== interval_ms || side.offset_ms !== offset_ms) note(side)
    }
  })
}

/** Length of a side's waves in ms; undefined if unknown. */
export function intervalOf(team: Side): number | undefined {
  return look(sideOf(team)).interval_ms
}

/** The time to a side's next wave and the length of its waves, in ms; undefined and 0 if its waves are unknown. */
export function untilWave(team: Side): LuaMultiReturn<[wait_ms: number | undefined, interval_ms: number]> {
  const { interval_ms, offset_ms } = look(sideOf(team))
  if (interval_ms === undefined || offset_ms === undefined) return $multi(undefined, 0)
  return $multi(interval_ms - ((offset_ms + clock.now_ms) % interval_ms), interval_ms)
}

function sideOf(team: Side): Waves {
  return (team === 'AXIS' ? SIDES[0] : SIDES[1]) as Waves
}

function look(side: Waves): Waves {
  side.interval_ms = inMilliseconds(side.cvar) ?? inMilliseconds(side.admins_cvar)
  side.offset_ms = offsetOf(side)
  return side
}

function inMilliseconds(name: string): number | undefined {
  const value = cvarNumber(name)
  const length_ms = value === undefined ? 0 : math.floor(value < SHORTEST_MS ? value * 1_000 : value)
  return length_ms > 0 ? length_ms : undefined
}

/** The seeds as the engine last had them. */
const known = { text: '', seeds: [] as number[] }

function seedsNow(): readonly number[] {
  const text = configstring(SEEDS)
  if (text !== known.text) {
    known.text = text
    known.seeds = []
    for (const [number] of string.gmatch(text, '%S+')) known.seeds.push(tonumber(number) ?? -1)
  }
  return known.seeds
}

/** How far a side's waves are ahead of the game clock: drawn anew for each side in every round. */
function offsetOf(side: Waves): number | undefined {
  const seeds = seedsNow()
  const packed = seeds[side.seed]
  if (packed === undefined || packed < 0) return undefined
  const index = math.floor(packed / side.divisor) % SEED_DIVISORS.length
  const value = seeds[2 + index]
  if (value === undefined || value < 0) return undefined
  return math.floor((1_000 * value) / (SEED_DIVISORS[index] as number))
}

function note(side: Waves): void {
  if (side.interval_ms === undefined) return
  record(SENSOR, {
    time_ms: clock.now_ms,
    team: side.team,
    interval_ms: side.interval_ms,
    offset_ms: side.offset_ms,
  })
}
